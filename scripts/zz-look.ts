import { withLocalWorkbook } from './session';
import { ImportPage } from '../test/e2e/import-page';
const rows: string[] = ['Client,Vendor,Service,Month,Amount,Currency,Model,Quantity,Unit'];
const clients = ['Acme', 'Beta Retail', 'Contoso', 'Delta Bank', 'Epsilon', 'Fabrikam', 'Globex Corporation International'];
const vendors = [['OpenAI', 'o3'], ['Anthropic', 'claude-sonnet-4-5'], ['Microsoft', 'gpt-4o']] as const;
let x = 7;
const rnd = () => ((x = (x * 1103515245 + 12345) % 2147483648) / 2147483648);
for (let m = 0; m < 22; m++) {
  const month = `${2024 + Math.floor((m + 0) / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
  clients.forEach((c, i) => vendors.forEach(([v, model], j) => {
    if ((i + j) % 3 === 2) return;
    const a = (1000 * (7 - i) * (1 + 0.04 * m) * (0.9 + 0.2 * rnd())).toFixed(2);
    rows.push(`${c},${v},API,${month},${a},USD,${model},${(Number(a) / (6 - 0.1 * m)).toFixed(3)},1M tokens`);
  }));
}
withLocalWorkbook(async (local) => {
  await local.page.setViewportSize({ width: 1440, height: 900 });
  await local.showPane(); await local.page.waitForTimeout(4000); await local.page.screenshot({ path: '/tmp/look/start.png' });
  const pane = new ImportPage(local as never);
  await local.pane.getByRole('button', { name: 'Import a bill…' }).click();
  await pane.choose({ name: `bills.csv`, text: rows.join('\n') });
  await pane.totals();
  await local.page.screenshot({ path: '/tmp/look/import.png' });
  await pane.view.getByRole('checkbox', { name: 'Keep quantities, models and teams' }).check();
  await pane.totals();
  await pane.load();
  await pane.leave();
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  await local.page.screenshot({ path: '/tmp/look/data.png' });
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await local.pane.getByRole('img', { name: /^Ranking:/ }).waitFor();
  await local.page.screenshot({ path: '/tmp/look/view.png' });
  await local.pane.getByRole('button', { name: /^Make/ }).click();
  await local.pane.getByText(/The report is on/).waitFor();
  await local.settle();
  await local.page.setViewportSize({ width: 1700, height: 2400 });
  await local.page.waitForTimeout(2000);
  await local.page.screenshot({ path: '/tmp/look/report.png' });
  await local.page.emulateMedia({ colorScheme: 'dark' });
  await local.page.waitForTimeout(1500);
  await local.page.screenshot({ path: '/tmp/look/report-dark.png' });
}).then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });
