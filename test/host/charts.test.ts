import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Locator } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';
import { outcomeIn } from '../../scripts/outcome';
import type { ReadChart } from '../../src/local/page/automation';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';
import { addinOf, addSheetTo, openPair } from '../e2e/shared-windows';

/* Charts in the local workbook, by real Office.js. The tests build on one another. */
let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
  sheet = await local.addSheet();
});

afterAll(() => workbook?.browser.close());

/** Runs a function in the add-in's frame, where Office.js is; it is given the sheet's name and nothing else from here. */
async function inAddin<R>(run: (sheet: string) => Promise<R>): Promise<R> {
  const frame: Frame = await addinOf(local);
  return outcomeIn(frame, run as (sheet: string) => Promise<never>, sheet);
}

/** The charts of a sheet as they are drawn. */
async function chartsOf(page: LocalPage, name: string): Promise<ReadChart[]> {
  await page.settle();
  return page.page.evaluate((of) => window.localWorkbook.charts(of), name);
}

const chartNamed = (name: string): Locator => local.page.getByRole('img', { name });

/** A chart of three months, at E2:K15. */
const addChart = (name: string): Promise<unknown> =>
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
    chart.legend.legendEntries.getItemAt(0).visible = false;
    await context.sync();
  });

const MONTHS = ['Oct', 'Nov', 'Dec'];

it('a chart that Office.js adds has the series of its cells, and what is set on it is read back', async () => {
  await inAddin(addChart);
  const read = await inAddin((name) =>
    Excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem(name);
      const chart = charts.getItem('Months');
      const absent = charts.getItemOrNullObject('Nowhere');
      const budget = chart.series.getItemAt(1);
      chart.series.load('items/name,items/chartType,items/gapWidth');
      chart.load('id,name,left,top,width,height,chartType');
      chart.title.load('text,visible');
      const { title } = chart.axes.valueAxis;
      title.load('text');
      charts.load('items/name,count');
      budget.format.line.load('color');
      chart.legend.legendEntries.load('items/visible');
      absent.load('name');
      const pie = charts.add('Pie', context.workbook.worksheets.getItem(name).getRange('A1:B4'));
      pie.title.setFormula(`='${name}'!$B$1`);
      pie.title.load('text');
      await context.sync();
      pie.delete();
      await context.sync();
      return {
        charts: charts.items.map((each) => each.name),
        absent: absent.isNullObject,
        series: chart.series.items.map((each) => [each.name, each.chartType, each.gapWidth]),
        title: [chart.title.text, chart.title.visible],
        legend: chart.legend.legendEntries.items.map((each) => each.visible),
        pie: pie.title.text,
        axis: title.text,
        line: budget.format.line.color,
        size: [chart.left, chart.top, chart.width, chart.height].map(Math.round),
      };
    }),
  );
  expect(read).toEqual({
    charts: ['Months'],
    absent: true,
    series: [
      ['Spend', 'ColumnClustered', 150],
      ['Budget', 'LineMarkers', 150],
    ],
    title: ['Spend by month', true],
    legend: [false, true],
    pie: 'Spend',
    axis: 'USD',
    line: '#C00000',
    size: [264, 18, 462, 252],
  });
});

it('what the local workbook does not draw is refused by name', async () => {
  const refused = (type: 'XYScatter' | 'Waterfall'): Promise<string> =>
    inAddin(
      type === 'XYScatter'
        ? (name) =>
            Excel.run(async (context) => {
              const made = context.workbook.worksheets.getItem(name);
              made.charts.add('XYScatter', made.getRange('A1:C4'));
              await context.sync();
            }).then(
              () => 'added',
              (error: OfficeExtension.Error) => `${error.code}: ${error.message}`,
            )
        : (name) =>
            Excel.run(async (context) => {
              const made = context.workbook.worksheets.getItem(name);
              made.charts.getItem('Months').series.getItemAt(0).trendlines.add('Linear');
              await context.sync();
            }).then(
              () => 'added',
              (error: OfficeExtension.Error) => `${error.code}: ${error.message}`,
            ),
    );
  expect(await refused('XYScatter')).toMatch(/^ApiNotFound: Charts of the type "XYScatter" are not drawn/);
  expect(await refused('Waterfall')).toMatch(/^ApiNotFound: ChartSeries\.trendlines is not available/);
});

it('a chart is drawn over the grid, follows its cells, and is free of what axe finds', async () => {
  await local.showSheet(sheet);
  const chart = chartNamed('Spend by month');
  await chart.getByText('18', { exact: true }).waitFor();
  await local.enter(sheet, [['C4', '44']]);
  await chart.getByText('44', { exact: true }).waitFor();
  expect((await chartsOf(local, sheet)).map(({ series }) => series)).toEqual([
    [
      { name: 'Spend', type: 'ColumnClustered', categories: MONTHS, values: [10, 20, 30] },
      { name: 'Budget', type: 'LineMarkers', categories: MONTHS, values: [12, 15, 44] },
    ],
  ]);
  await local.page.evaluate(AXE);
  const found = await local.page.evaluate(async () => {
    const { axe } = globalThis as never as { axe: { run(context: string): Promise<AxeResults> } };
    return (await axe.run('.charts')).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
  expect(found).toEqual([]);
});

it('a chart goes dark and light with the grid', async () => {
  const isDrawn = (dark: boolean): Promise<unknown> =>
    local.page.waitForFunction(
      (wanted) => {
        const drawing = document.querySelector('.chart[aria-label="Spend by month"] svg')?.innerHTML;
        return drawing?.toLowerCase().includes('#1f1f1f') === wanted;
      },
      dark,
      { timeout: 10_000 },
    );
  await isDrawn(false);
  await local.page.emulateMedia({ colorScheme: 'dark' });
  await isDrawn(true);
  await local.page.emulateMedia({ colorScheme: 'light' });
  await isDrawn(false);
});

it('a chart goes along with rows and columns, with its series, and back by undo', async () => {
  await inAddin((name) =>
    Excel.run(async (context) => {
      const made = context.workbook.worksheets.getItem(name);
      made.getRange('1:2').insert('Down');
      made.getRange('A:A').insert('Right');
      made.getRange('5:5').delete('Up');
      made.name = `${name} & more`;
      await context.sync();
    }),
  );
  const renamed = `${sheet} & more`;
  const [moved] = await chartsOf(local, renamed);
  expect(moved).toMatchObject({ cells: 'F4:M17' });
  expect(moved?.series.map(({ name, categories, values }) => [name, categories, values])).toEqual([
    ['Spend', ['Oct', 'Dec'], [10, 30]],
    ['Budget', ['Oct', 'Dec'], [12, 44]],
  ]);
  await local.click(renamed, 'A24');
  await local.page.keyboard.press('Control+z');
  const [back] = await chartsOf(local, sheet);
  expect(back).toMatchObject({ cells: 'E2:L16' });
  expect(back?.series.map(({ values }) => values)).toEqual([
    [10, 20, 30],
    [12, 15, 44],
  ]);
});

it('a chart is moved, sized and deleted by mouse and keyboard, and comes back by undo', async () => {
  const chart = chartNamed('Spend by month');
  const before = (await chart.boundingBox())!;
  await local.page.mouse.move(before.x + 60, before.y + 60);
  await local.page.mouse.down();
  await local.page.mouse.move(before.x + 100, before.y + 110, { steps: 4 });
  await local.page.mouse.up();
  await local.settle();
  const dragged = (await chart.boundingBox())!;
  expect([dragged.x - before.x, dragged.y - before.y].map(Math.round)).toEqual([40, 50]);

  await chart.focus();
  await local.page.keyboard.press('ArrowRight');
  await local.page.keyboard.press('Shift+ArrowDown');
  await local.settle();
  const keyed = (await chart.boundingBox())!;
  expect([keyed.x - dragged.x, keyed.height - dragged.height].map(Math.round)).toEqual([8, 8]);

  await local.page.keyboard.press('Delete');
  await chart.waitFor({ state: 'detached' });
  expect(await local.read(sheet, ['A1', 'B2'])).toMatchObject([{ text: '' }, { text: '10' }]);
  await local.click(sheet, 'A24');
  await local.page.keyboard.press('Control+z');
  await chart.waitFor();
});

async function reloadBy(act: () => Promise<unknown>): Promise<void> {
  await Promise.all([local.page.waitForEvent('load'), act()]);
  await local.page.waitForFunction(() => 'localWorkbook' in window);
  await outcomeIn(local.page, () => window.localWorkbook.ready, null);
}

it('charts and the page layout stay with the workbook, also through a file', async () => {
  await inAddin((name) =>
    Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem(name);
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintArea('A1:L20');
      pageLayout.setPrintTitleRows('$1:$1');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P of &N';
      await context.sync();
    }),
  );
  const layoutOf = (): Promise<unknown> =>
    inAddin((name) =>
      Excel.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem(name);
        const area = pageLayout.getPrintArea().load('address');
        const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
        const columns = pageLayout.getPrintTitleColumnsOrNullObject().load('address');
        const { defaultForAllPages } = pageLayout.headersFooters;
        defaultForAllPages.load('centerFooter,leftHeader');
        pageLayout.load('orientation,zoom,leftMargin');
        await context.sync();
        return [
          pageLayout.orientation,
          pageLayout.zoom,
          pageLayout.leftMargin,
          area.address,
          rows.address,
          columns.isNullObject,
          defaultForAllPages.centerFooter,
          defaultForAllPages.leftHeader,
        ];
      }),
    );
  const layout = await layoutOf();
  expect(layout).toEqual([
    'Landscape',
    { horizontalFitToPages: 1 },
    50.4,
    `${sheet}!A1:L20`,
    `${sheet}!1:1`,
    true,
    'Page &P of &N',
    '',
  ]);
  const before = await chartsOf(local, sheet);
  expect(before).toHaveLength(1);
  await reloadBy(() => local.page.reload());
  expect(await chartsOf(local, sheet)).toEqual(before);
  expect(await layoutOf()).toEqual(layout);
  await local.settle();
  const file = await outcomeIn(local.page, () => window.localWorkbook.saveXlsx(), null);
  await reloadBy(() => local.page.evaluate(() => void window.localWorkbook.newWorkbook()));
  await reloadBy(() => local.page.evaluate((bytes) => void window.localWorkbook.openXlsx(bytes), file));
  expect(await chartsOf(local, sheet)).toEqual(before);
  expect(await layoutOf()).toEqual(layout);
  await local.showSheet(sheet);
  await chartNamed('Spend by month').getByText('44', { exact: true }).waitFor();
});

it('a copied sheet has charts of its own cells; with a sheet go its charts', async () => {
  const copy = await inAddin((name) =>
    Excel.run(async (context) => {
      const made = context.workbook.worksheets.getItem(name);
      const copied = made.copy('After', made);
      copied.load('name');
      await context.sync();
      copied.getRange('B2').values = [[99]];
      await context.sync();
      return copied.name;
    }),
  );
  const values = async (name: string): Promise<unknown> =>
    (await chartsOf(local, name)).map(({ series }) => series[0]?.values);
  expect(await values(copy)).toEqual([[99, 20, 30]]);
  expect(await values(sheet)).toEqual([[10, 20, 30]]);
  await inAddin((name) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(`${name} (2)`).delete();
      await context.sync();
    }),
  );
  expect(await chartsOf(local, copy)).toEqual([]);
  expect(await values(sheet)).toEqual([[10, 20, 30]]);
});

it('windows that share a workbook have the same charts', async () => {
  const { browser, one, other, surprises } = await openPair('charts');
  try {
    const shared = await addSheetTo(one, other);
    await outcomeIn(await addinOf(one), addChart, shared);
    const ofOne = await chartsOf(one, shared);
    expect(ofOne).toHaveLength(1);
    expect(await chartsOf(other, shared)).toEqual(ofOne);
    await other.showSheet(shared);
    await other.page.getByRole('img', { name: 'Spend by month' }).focus();
    await other.page.keyboard.press('Delete');
    await other.settle();
    expect(await chartsOf(one, shared)).toEqual([]);
    expect(surprises).toEqual([]);
  } finally {
    await browser.close();
  }
});

const ROWS = Array.from({ length: 101 }, (_, at) => `Row ${at + 1}`);

it('a sheet is printed by its page layout, with its charts', async () => {
  await inAddin((name) =>
    Excel.run(async (context) => {
      const made = context.workbook.worksheets.getItem(name);
      made.getRange('A20:B120').values = Array.from({ length: 101 }, (_, at) => [`Row ${at + 1}`, at]);
      made.getRange('A1:C1').format.fill.color = '#0F6C5C';
      made.getRange('A1:C1').format.font.color = '#FFFFFF';
      made.pageLayout.setPrintArea('A1:L120');
      await context.sync();
    }),
  );
  await local.settle();
  await local.page.evaluate((name) => window.localWorkbook.print(name), sheet);
  await local.page.emulateMedia({ media: 'print' });
  const pages = local.page.locator('.printed-page');
  const count = await pages.count();
  expect(count).toBeGreaterThan(2);
  // The repeated row, the chart on the first page alone, and the numbers of pages.
  expect(await pages.locator('.printed-cell', { hasText: 'Budget' }).count()).toBe(count);
  expect(await pages.first().getByRole('img', { name: 'Spend by month' }).count()).toBe(1);
  expect(await local.page.locator('.printed-chart').count()).toBe(1);
  expect(await pages.last().locator('.printed-header').innerText()).toContain(`Page ${count} of ${count}`);
  const pdf = await local.page.pdf({ preferCSSPageSize: true, printBackground: true });
  await local.page.emulateMedia({ media: null });
  const { status, stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  // Where there is a reader of PDFs: no row is lost between two pages.
  expect(status === 0 ? stdout.match(/Row \d+/g) : ROWS).toEqual(ROWS);
  expect([...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(count);
});
