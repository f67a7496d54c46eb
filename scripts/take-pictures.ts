import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { report, runCommand } from './command';
import { importFile } from './import-file';
import type { LocalPage } from './local-page';
import { projectRoot } from './project';
import { withLocalWorkbook } from './session';

/** Wide enough for the report's printed columns beside the pane, tall enough for its first sections. */
const REPORT_SIZE = { width: 1640, height: 1240 };
/** What the clients of the pictured report pay whom for, with how much more of it they use than the others and its price for a unit. */
const PAID = [
  ['Search', 'OpenAI', 'API', 'o3', 12, 10],
  ['Maps', 'Anthropic', 'API', 'claude', 7, 12],
  ['Ads', 'Microsoft', 'Azure OpenAI', 'gpt-4o', 9, 5],
  ['Shop', 'OpenAI', 'API', 'o3', 2, 10],
  ['Mail', 'Google', 'Vertex AI', 'gemini', 5, 3],
] as const;
const MONTHS = 14;
const SIZE = { width: 1360, height: 760 };

/** The tour's formula whose explanation has a conversion to show. */
const EXPLAINED = { sheet: 'Tour', address: 'A13' };

runCommand({
  help: `Usage: npm run pictures

Takes the pictures in docs/ anew: the tour of the local workbook with the reference data loaded, a figure explained, and a report on a made-up bill.`,
  takes: {},
  main: async () => {
    const folder = path.join(projectRoot, 'docs');
    await mkdir(folder, { recursive: true });
    await withLocalWorkbook(async (local) => {
      await local.page.setViewportSize(SIZE);
      await local.loadReferenceData();
      await local.showSheet('Tour');
      await local.page.screenshot({ path: path.join(folder, 'local-workbook.png') });
      await local.pane.getByRole('tab', { name: 'Explain' }).click();
      await local.click(EXPLAINED.sheet, EXPLAINED.address);
      await local.pane.getByText('x 1.063014').first().waitFor();
      await local.page.screenshot({ path: path.join(folder, 'explain.png') });
      await pictureReport(local, path.join(folder, 'report.png'));
    });
    report('docs/local-workbook.png, docs/explain.png and docs/report.png are new.');
    return 0;
  },
});

/** A report on a bill and a budget that are made up for it. */
async function pictureReport(local: LocalPage, picture: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-'));
  try {
    const file = path.join(folder, 'ai-bill.csv');
    await writeFile(file, billText());
    await importFile(local, { path: file, mapping: [], earlier: null, keepQuantities: true });
  } finally {
    await rm(folder, { recursive: true });
  }
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.pane.getByRole('button', { name: 'New budget…' }).click();
  const form = local.pane.getByRole('region', { name: 'New budget' });
  const budget = { Client: '*', 'From month': '2025-01', 'To month': '2025-12', Amount: '4200000', Currency: 'USD' };
  for (const [label, text] of Object.entries(budget)) {
    await form.getByLabel(label, { exact: true }).fill(text);
  }
  await form.getByRole('button', { name: 'Add the budget' }).click();
  await local.pane.getByText('added: 1 row').waitFor();
  await local.page.setViewportSize(REPORT_SIZE);
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await local.pane.getByRole('button', { name: 'Make the report' }).click();
  await local.pane.getByText('The report is on AI Report.').waitFor();
  await local.settle();
  await local.page
    .getByRole('img', { name: /^Spend by month/ })
    .first()
    .waitFor();
  await local.pane.getByRole('button', { name: 'Dismiss message' }).click();
  await local.page.screenshot({ path: picture });
}

/** Use grows by 4 % a month; one price falls by a tenth in the last. */
function billText(): string {
  const months = Array.from({ length: MONTHS }, (_, at) => new Date(Date.UTC(2024, 8 + at)).toISOString().slice(0, 7));
  const lines = months.flatMap((month, at) =>
    PAID.map(([client, vendor, service, model, weight, price]) => {
      const quantity = Math.round(weight * 1000 * 1.04 ** at);
      const paid = model === 'o3' && at === MONTHS - 1 ? price * 0.9 : price;
      return [client, vendor, service, month, (quantity * paid).toFixed(2), 'USD', model, quantity, '1M tokens'].join();
    }),
  );
  return ['Client,Vendor,Service,Month,Amount,Currency,Model,Quantity,Unit', ...lines, ''].join('\n');
}
