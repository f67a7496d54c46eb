import fc from 'fast-check';
import type { Area } from '../../../../src/formats/xlsx/address';
import {
  CHART_TYPES,
  newChart,
  newSeries,
  type CellSource,
  type ChartContent,
  type ChartSeriesContent,
} from '../../../../src/local/values/chart';
import { USUAL_PAGE, type HeaderFooterContent, type PageSetup } from '../../../../src/local/values/page-setup';

/** Cells of a sheet in one column. */
function column(sheet: string, row: number, at: number, rowCount: number): CellSource {
  return { sheet, area: { row, column: at, rowCount, columnCount: 1 } };
}

/** Months as columns, a budget as a line, a band behind them, a title from a cell. */
export function combination(sheet: string): ChartContent {
  const blank = newChart(
    'Months',
    'ColumnClustered',
    { row: 1, column: 4, x: 8, y: 4 },
    { row: 15, column: 11, x: 0, y: 12 },
  );
  const of = (id: string, more: Partial<ChartSeriesContent>): ChartSeriesContent => ({
    ...newSeries(id, 'ColumnClustered'),
    categories: column(sheet, 1, 0, 3),
    ...more,
  });
  return {
    ...blank,
    description: 'Spend by month & "budget"',
    title: { isVisible: true, source: column(sheet, 9, 0, 1), font: { size: 14, bold: true } },
    legend: { isVisible: true, position: 'Top', font: { color: '#404040' }, hidden: [2] },
    categoryAxis: { ...blank.categoryAxis, tickLabels: 'Low', line: { color: '#808080', weight: 1 } },
    valueAxis: {
      ...blank.valueAxis,
      title: { isVisible: true, text: 'USD <thousands>', font: {} },
      minimum: 0,
      maximum: 50,
      majorUnit: 10,
      numberFormat: '#,##0 "k"',
      gridline: { color: '#E0E0E0', style: 'Dash' },
    },
    series: [
      of('1', {
        name: { source: column(sheet, 0, 1, 1) },
        values: column(sheet, 1, 1, 3),
        fill: { color: '#0F6C5C' },
        gapWidth: 60,
        points: [{ index: 1, fill: { color: '#C00000' } }],
        labels: {
          showValue: true,
          showCategoryName: false,
          showSeriesName: false,
          showPercentage: false,
          showLegendKey: false,
          position: 'OutsideEnd',
          numberFormat: '0.0',
          font: { size: 8 },
        },
      }),
      of('2', {
        type: 'LineMarkers',
        name: { text: 'Budget & more' },
        values: column(sheet, 1, 2, 3),
        line: { color: '#000000', weight: 1.5, style: 'RoundDot' },
        marker: { style: 'Diamond', size: 7, fill: '#FFFFFF', line: '#000000' },
        isSecondary: true,
      }),
      of('3', { type: 'AreaStacked', values: column(sheet, 1, 3, 3), fill: { isNone: true }, line: { style: 'None' } }),
    ],
    area: { fill: { color: '#FAFAFA' }, line: { style: 'None' }, font: {} },
  };
}

/** Landscape on A4, one page wide, with repeated rows and page numbers. */
export const REPORT_PAGE: PageSetup = {
  ...USUAL_PAGE,
  isLandscape: true,
  paper: 'A4',
  pagesWide: 1,
  centersHorizontally: true,
  margins: { ...USUAL_PAGE.margins, left: 36, right: 36 },
  areas: [{ row: 0, column: 0, rowCount: 40, columnCount: 12 }],
  titleRows: { first: 0, count: 2 },
  titleColumns: { first: 0, count: 1 },
  usual: { ...USUAL_PAGE.usual, leftHeader: 'R&&D', centerFooter: 'Page &P of &N', rightFooter: '&D' },
};

const colors = fc.constantFrom('#0F6C5C', '#C00000', '#FFFFFF');
const looks = fc.oneof(fc.constant({}), fc.constant({ isNone: true as const }), fc.record({ color: colors }));
const sources = (sheet: string): fc.Arbitrary<CellSource> =>
  fc
    .record<Area>({
      row: fc.nat(20),
      column: fc.nat(30),
      rowCount: fc.integer({ min: 1, max: 9 }),
      columnCount: fc.integer({ min: 1, max: 3 }),
    })
    .map((area) => ({ sheet, area }));
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\r\n]/.test(text));

/** Any chart of cells of a sheet. */
export function charts(sheet: string): fc.Arbitrary<ChartContent> {
  const names = fc.oneof(
    fc.constant({}),
    texts.map((text) => ({ text })),
    sources(sheet).map((source) => ({ source })),
  );
  const series = fc.record({
    name: names,
    categories: fc.option(sources(sheet)),
    values: fc.option(sources(sheet)),
    fill: looks,
    line: fc.oneof(fc.constant({}), fc.record({ color: colors, weight: fc.constantFrom(0.75, 2) })),
  });
  return fc
    .record({
      type: fc.constantFrom(...CHART_TYPES),
      name: texts,
      title: names,
      hasTitle: fc.boolean(),
      legend: fc.constantFrom('Top' as const, 'Bottom' as const, 'Right' as const, 'Corner' as const),
      series: fc.array(series, { minLength: 1, maxLength: 4 }),
      isReversed: fc.boolean(),
    })
    .map(({ type, name, title, hasTitle, legend, series: list, isReversed }) => {
      const blank = newChart(name, type, { row: 0, column: 0, x: 1, y: 2 }, { row: 9, column: 9, x: 3, y: 4 });
      const isLine = type.startsWith('Line');
      const hasAxes = type !== 'Pie' && type !== 'Doughnut';
      return {
        ...blank,
        title: { isVisible: hasTitle, font: {}, ...(hasTitle ? title : {}) },
        legend: { ...blank.legend, position: legend },
        categoryAxis: { ...blank.categoryAxis, isReversed: hasAxes && isReversed },
        series: list.map((each, index) => ({
          ...newSeries(String(index + 1), type),
          ...each,
          fill: isLine ? {} : each.fill,
        })),
      };
    });
}

const headers: fc.Arbitrary<HeaderFooterContent> = fc
  .array(fc.constantFrom('', 'Page &P of &N', '&A', 'R&&D', 'a & b', '&14&"Arial,Bold"Report'), {
    minLength: 6,
    maxLength: 6,
  })
  .map(
    ([leftHeader = '', centerHeader = '', rightHeader = '', leftFooter = '', centerFooter = '', rightFooter = '']) => ({
      leftHeader,
      centerHeader,
      rightHeader,
      leftFooter,
      centerFooter,
      rightFooter,
    }),
  );

/** Any page layout that differs from that of a new sheet. */
export const pages: fc.Arbitrary<PageSetup> = fc
  .record({
    isLandscape: fc.boolean(),
    paper: fc.constantFrom('A4' as const, 'Letter' as const, 'A3' as const),
    centersVertically: fc.boolean(),
    printsGridlines: fc.boolean(),
    zoom: fc.constantFrom<Partial<PageSetup>>(
      {},
      { scale: 80 },
      { pagesWide: 1 },
      { pagesWide: 2, pagesTall: 3 },
      { pagesTall: 1 },
    ),
    titleRows: fc.option(fc.record({ first: fc.nat(5), count: fc.integer({ min: 1, max: 3 }) })),
    titleColumns: fc.option(fc.record({ first: fc.nat(5), count: fc.integer({ min: 1, max: 3 }) })),
    areas: fc.array(
      fc.record({
        row: fc.nat(9),
        column: fc.nat(9),
        rowCount: fc.integer({ min: 1, max: 30 }),
        columnCount: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 2 },
    ),
    usual: headers,
    firstPage: fc.option(headers, { nil: undefined }),
    evenPages: fc.option(headers, { nil: undefined }),
  })
  .map(({ zoom, firstPage, evenPages, ...rest }) => ({
    ...USUAL_PAGE,
    ...rest,
    ...zoom,
    ...(firstPage ? { firstPage } : {}),
    ...(evenPages ? { evenPages } : {}),
  }));
