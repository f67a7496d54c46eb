import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { launchBrowser } from './browser';
import { LocalPage } from './local-page';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';
import { importFile } from './import-file';

async function main(): Promise<void> {
  if (!process.env['SKIP']) await buildForDevelopment();
  const server = await startServer({ port: 0 });
  const browser = await launchBrowser({ headed: false });
  try {
    const local = await LocalPage.open(browser.context, server.origin);
    local.page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()));
    local.page.on('pageerror', (e) => console.log('PAGEERROR', e));
    if (process.env['REFERENCE']) await local.loadReferenceData();
    for (const file of (process.env['FILES'] ?? '').split(',').filter(Boolean)) {
      console.log(JSON.stringify(await importFile(local, { path: file, mapping: [], answers: [], earlier: null, keepQuantities: true } as never)).slice(0, 300));
    }
    const { outputFiles } = await build({ entryPoints: ['scripts/zz-driver.ts'], bundle: true, write: false, format: 'iife', target: 'es2022' });
    await local.showPane();
    const frame = local.page.frames().find((f) => f.url().includes('taskpane'))!;
    await frame.evaluate(outputFiles[0]!.text);
    const outcome = await frame.evaluate((c) => (window as any).tryReport(c), JSON.parse(process.env['CHOICES'] ?? '{}'));
    console.log(JSON.stringify(outcome.outcome));
    await local.settle();
    const shown = await frame.evaluate(() => (window as any).readReport());
    await writeFile('/tmp/try/cells.json', JSON.stringify(shown));
    const rows: string[][] = shown.texts;
    rows.forEach((row, at) => console.log(`${at + 1}`.padStart(3), row.map((t) => t.slice(0, 34).padEnd(4)).join(' | ')));
    await local.page.setViewportSize({ width: 1500, height: Number(process.env['HEIGHT'] ?? 2600) });
    await local.settle();
    await local.page.screenshot({ path: '/tmp/try/report.png' });
  } finally {
    await browser.close();
    await server.close();
  }
}
void main().catch((e) => { console.error(e); process.exit(1); });
