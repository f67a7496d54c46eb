import type { Page } from 'playwright-core';
import { HARNESS, servedPane } from './pane-site';
const pane = servedPane(HARNESS);
const only = process.env['SHOTS'];
async function openImport(query = ''): Promise<Page> {
  const page = await pane.site().open(query);
  if (query.includes('new')) await page.getByRole('button', { name: 'Import a bill…' }).click();
  else { await page.getByRole('tab', { name: 'Data' }).click(); await page.getByRole('button', { name: 'Import a bill…' }).click(); }
  await page.getByLabel('File', { exact: true }).waitFor();
  return page;
}
const choose = (page: Page, name: string) => page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('x') });
const STATES: Record<string, () => Promise<Page>> = {
  firstrun: async () => { const p = await pane.site().open('?workbook=new'); await p.getByRole('button', { name: 'Import a bill…' }).waitFor(); return p; },
  data: async () => { const p = await pane.site().open(); await p.getByRole('tab', { name: 'Data' }).click(); return p; },
  empty: () => openImport(),
  drop: async () => { const p = await openImport(); await p.evaluate(() => { const d = new DataTransfer(); d.items.add(new File(['x'], 'focus.csv')); window.dispatchEvent(new DragEvent('dragover', { dataTransfer: d })); }); await p.waitForTimeout(200); return p; },
  failed: async () => { const p = await openImport(); await choose(p, 'locked.csv'); await p.getByText('It is encrypted').waitFor(); return p; },
  opening: async () => { const p = await openImport(); await p.evaluate(() => globalThis.memory.bills.hold('open')); await choose(p, 'focus.csv'); await p.waitForTimeout(800); await p.evaluate(() => globalThis.memory.bills.tell('open', { bytesDone: 12e6, bytesTotal: 298e6, rows: 40000 })); await p.waitForTimeout(200); return p; },
  focus: async () => { const p = await openImport(); await choose(p, 'focus.csv'); await p.getByRole('button', { name: 'Load 9 rows' }).waitFor(); return p; },
  troubled: async () => { const p = await openImport(); await choose(p, 'troubled.csv'); await p.getByRole('button', { name: 'Load 9 rows' }).waitFor(); await p.getByLabel('Only AI services').check(); await p.locator('summary', { hasText: 'Text' }).click(); await p.locator('summary', { hasText: 'Services' }).click(); await p.getByRole('button', { name: 'Load 3 rows' }).waitFor(); return p; },
  unknown: async () => { const p = await openImport(); await choose(p, 'unknown.csv'); await p.getByLabel('Client', { exact: true }).selectOption({ label: 'A tag…' }); await p.getByLabel('Currency', { exact: true }).selectOption({ label: 'A fixed text…' }); await p.locator('summary', { hasText: 'Numbers' }).click(); await p.getByRole('button', { name: 'Add a filter' }).click(); return p; },
  remembered: async () => { const p = await openImport(); await choose(p, 'remembered.xlsx'); await p.getByLabel('Sheet').selectOption('Costs'); await p.getByRole('button', { name: 'Load 3 rows' }).waitFor(); return p; },
  rates: async () => { const p = await openImport(); await choose(p, 'eurofxref-hist.csv'); await p.getByRole('button', { name: 'Load 125 rates' }).waitFor(); return p; },
  loading: async () => { const p = await openImport(); await choose(p, 'focus.csv'); await p.evaluate(() => globalThis.memory.bills.hold('load')); await p.getByRole('button', { name: 'Load 9 rows' }).click(); await p.waitForTimeout(700); await p.evaluate(() => globalThis.memory.bills.tell('load', { kind: 'writing', done: 3, total: 9 })); await p.waitForTimeout(200); return p; },
  done: async () => { const p = await openImport(); await choose(p, 'focus.csv'); await p.getByRole('button', { name: 'Load 9 rows' }).click(); await p.getByText('412 rows added').waitFor(); return p; },
};
it.each(Object.keys(STATES).filter((s) => !only || only.split(',').includes(s)))('%s', async (name) => {
  const page = await STATES[name]!();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 600 });
    const h = await page.evaluate(() => { const el = [...document.querySelectorAll('.panel, .first-run')].find((e) => e.checkVisibility())!; return el.scrollHeight - el.clientHeight; });
    await page.setViewportSize({ width: 320, height: 600 + Math.max(0, h) });
    await page.screenshot({ path: `/tmp/view-shots/${name}-${scheme}.png` });
  }
  pane.site().complaints.splice(0).forEach((c) => console.log(c));
});
