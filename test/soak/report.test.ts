import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { csv } from '../e2e/import-files';
import { ImportPage } from '../e2e/import-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { addinOf } from '../e2e/shared-windows';
import { takePicture } from '../e2e/workbook-picture';

/*
 * The report in an Excel that lacks what it would like, and in one that refuses it half-way.
 */
const SHEET = 'AI Report';

let workbook: OpenedWorkbook;
let local: LocalPage;

afterEach(() => workbook?.browser.close());

async function open(query: string): Promise<Frame> {
  workbook = await openWorkbook(query);
  local = workbook.local;
  await local.loadReferenceData();
  const pane = new ImportPage(local);
  const rows = ['2025-07', '2025-08', '2025-09'].map((month, at) => ['Acme', 'OpenAI', month, `${100 + at}`, 'USD']);
  const text = csv([['Client', 'Vendor', 'Month', 'Amount', 'Currency'], ...rows]);
  await pane.choose({ name: 'bill.csv', text });
  await pane.totals();
  await pane.load();
  await pane.leave();
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Report' }).click();
  await local.pane.getByRole('img', { name: /^Ranking:/ }).waitFor();
  return addinOf(local);
}

async function press(name: string, told: string | RegExp): Promise<void> {
  await local.pane.getByRole('button', { name }).click();
  await local.pane.getByText(told).first().waitFor();
  await local.settle();
}

/** Each chart with its title, its series and their types. */
function charts(frame: Frame): Promise<unknown> {
  return frame.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const { charts: found } = context.workbook.worksheets.getItem(name);
        found.load('items/name,items/title/text,items/series/items/name,items/series/items/chartType');
        await context.sync();
        return found.items.map((chart) => [
          chart.name,
          chart.title.text,
          chart.series.items.map((series) => `${series.name}: ${series.chartType}`),
        ]);
      }),
    SHEET,
  );
}

describe.each([
  ['1.6', '102'],
  ['1.9', '102'],
  ['1.20', '102.00 USD'],
])('an Excel with ExcelApi %s', (version, spend) => {
  it('has the report, its charts by what it can do, and makes it anew', async () => {
    const frame = await open(`?api=${version}`);
    await press('Make the report', `The report is on ${SHEET}.`);
    const [total, title] = await local.read(SHEET, ['B7', 'A1']);
    expect([total?.text, title?.text]).toEqual([
      version === '1.20' ? spend : `${spend}.00`,
      'Acme is 100% of AI spend in September 2025',
    ]);
    const made = await charts(frame);
    const line = version === '1.6' ? 'ColumnClustered' : 'Line';
    expect(made).toContainEqual([
      'AI Spend months',
      'Spend by month, with the forecast of the next three',
      expect.arrayContaining([
        expect.stringMatching(/ColumnClustered$/),
        expect.stringMatching(new RegExp(`${line}$`)),
      ]),
    ]);
    await press('Renew the report', /is renewed/);
    expect(await charts(frame)).toEqual(made);
  });
});

it('a report that Excel refuses half-way leaves the workbook as it was, the first time and when it is made anew', async () => {
  const frame = await open('');
  const picture = async (): Promise<unknown> => {
    await local.settle();
    return frame.evaluate(takePicture);
  };
  const refuseFrom = (chart: number): Promise<void> =>
    frame.evaluate((first) => {
      const collection = Excel.ChartCollection.prototype as unknown as {
        add(type: string, ...rest: unknown[]): Excel.Chart;
        whole?: (type: string, ...rest: unknown[]) => Excel.Chart;
      };
      const whole = (collection.whole ??= collection.add);
      let asked = 0;
      collection.add = function (type, ...rest) {
        asked += 1;
        return whole.call(this, asked >= first ? 'NoSuchChart' : type, ...rest);
      };
    }, chart);

  const before = await picture();
  await refuseFrom(2);
  await press('Make the report', 'The report was not made.');
  expect(await picture()).toEqual(before);

  await refuseFrom(100);
  await press('Make the report', `The report is on ${SHEET}.`);
  const [made, drawn] = [await picture(), await charts(frame)];
  await local.pane.getByRole('checkbox', { name: 'Budget and forecast' }).check();
  await local.pane.getByRole('combobox', { name: 'By' }).selectOption('vendor');
  await local.pane.getByRole('img', { name: /^Ranking: OpenAI/ }).waitFor();
  await refuseFrom(3);
  await press('Renew the report', 'The report was not made.');
  expect(await picture()).toEqual(made);
  expect(await charts(frame)).toEqual(drawn);
});
