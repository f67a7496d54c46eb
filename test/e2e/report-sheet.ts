import type { LocalPage } from '../../scripts/local-page';
import { csv } from './import-files';
import { ImportPage } from './import-page';
import { addinOf } from './shared-windows';

/** A bill of clients who pay OpenAI for tokens of one model. */
export async function loadTokenBill(
  local: LocalPage,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const pane = new ImportPage(local);
  const lines = rows.map(([client = '', month = '', amount = '', quantity = '']) => [
    client,
    'OpenAI',
    month,
    amount,
    'USD',
    'o3',
    quantity,
    '1M tokens',
  ]);
  const head = ['Client', 'Vendor', 'Month', 'Amount', 'Currency', 'Model', 'Quantity', 'Unit'];
  await pane.choose({ name: `${name}.csv`, text: csv([head, ...lines]) });
  await pane.totals();
  await pane.view.getByRole('checkbox', { name: 'Keep quantities, models and teams' }).check();
  await pane.totals();
  await pane.load();
  await pane.leave();
}

/** A chart as Office.js has it. */
export interface ChartPicture {
  readonly name: string;
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly values: readonly unknown[] }[];
}

/** The charts of a sheet as Office.js has them. */
export async function chartsOf(local: LocalPage, sheetName: string): Promise<ChartPicture[]> {
  await local.settle();
  const addin = await addinOf(local);
  return addin.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const { charts: found } = context.workbook.worksheets.getItem(name);
        found.load('items/name,items/title/text,items/series/items/name');
        await context.sync();
        const values = found.items.map((chart) =>
          chart.series.items.map((series) => series.getDimensionValues('Values')),
        );
        await context.sync();
        return found.items.map((chart, at) => ({
          name: chart.name,
          title: chart.title.text,
          series: chart.series.items.map((series, which) => ({
            name: series.name,
            values: values[at]?.[which]?.value ?? [],
          })),
        }));
      }),
    sheetName,
  );
}
