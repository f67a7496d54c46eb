import type { Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/* Charts in the local workbook, by real Office.js. The tests build on one another. */
let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
  sheet = await local.addSheet();
});

afterAll(() => workbook?.browser.close());

/** Runs a function in the add-in's frame, where Office.js is; it is given the sheet's name and nothing else from here. */
async function inAddin<R>(run: (sheet: string) => Promise<R>): Promise<R> {
  const frame = local.page.frames().find((each) => each !== local.page.mainFrame());
  return frame!.evaluate(run as (sheet: string) => Promise<never>, sheet);
}

it('a chart that Office.js adds has the series of its cells, and what is set on it is read back', async () => {
  const read = await inAddin((name) =>
    Excel.run(async (context) => {
      const made = context.workbook.worksheets.getItem(name);
      made.getRange('A1:C4').values = [
        ['', 'Spend', 'Budget'],
        ['Oct', 10, 12],
        ['Nov', 20, 15],
        ['Dec', 30, 18],
      ];
      const chart = made.charts.add('ColumnClustered', made.getRange('A1:C4'), 'Auto');
      chart.name = 'Months';
      chart.title.text = 'Spend by month';
      chart.axes.valueAxis.title.text = 'USD';
      chart.axes.valueAxis.minimum = 0;
      chart.legend.position = 'Top';
      chart.setPosition('E2', 'K15');
      const budget = chart.series.getItemAt(1);
      budget.chartType = 'LineMarkers';
      budget.format.line.color = '#C00000';
      budget.hasDataLabels = true;
      chart.series.load('items/name,items/chartType');
      chart.load('id,name,left,top,width,height,chartType');
      chart.title.load('text,visible');
      chart.axes.valueAxis.title.load('text,visible');
      made.charts.load('items/name,count');
      budget.format.line.load('color');
      await context.sync();
      return {
        charts: made.charts.items.map((each) => each.name),
        series: chart.series.items.map((each) => [each.name, each.chartType]),
        title: [chart.title.text, chart.title.visible],
        axis: chart.axes.valueAxis.title.text,
        line: budget.format.line.color,
        size: [chart.left, chart.top, chart.width, chart.height].map(Math.round),
      };
    }),
  );
  expect(read).toEqual({
    charts: ['Months'],
    series: [
      ['Spend', 'ColumnClustered'],
      ['Budget', 'LineMarkers'],
    ],
    title: ['Spend by month', true],
    axis: 'USD',
    line: '#C00000',
    size: [264, 18, 462, 252],
  });
});

const chartNamed = (name: string): Locator => local.page.getByRole('img', { name });

it('a chart is drawn over the grid, and follows its cells', async () => {
  await local.showSheet(sheet);
  const chart = chartNamed('Spend by month');
  await chart.getByText('Budget').waitFor();
  await chart.getByText('18', { exact: true }).waitFor();
  await local.enter(sheet, [['C4', '44']]);
  await chart.getByText('44', { exact: true }).waitFor();
  await local.page.screenshot({ path: '/tmp/d-chart.png' });
});
