import fc from 'fast-check';
import type { PrintedSheet } from '../../../src/local/grid/printed-sheet';
import { headersOf, headerText, layOut, paperOf } from '../../../src/local/page/print-layout';
import { USUAL_PAGE, type PageSetup } from '../../../src/local/values/page-setup';

function sheet(page: Partial<PageSetup>, rows: number, columns: number, height = 24, width = 88): PrintedSheet {
  return {
    name: 'Report',
    page: { ...USUAL_PAGE, paper: 'A4', ...page },
    used: rows === 0 ? null : { row: 0, column: 0, rowCount: rows, columnCount: columns },
    merges: [],
    charts: [],
    rowHeight: () => height,
    columnWidth: () => width,
    cell: () => null,
  };
}

it('paper lies as it is to be printed on', () => {
  const round = ({ width, height }: { width: number; height: number }): number[] => [
    Math.round(width),
    Math.round(height),
  ];
  expect(round(paperOf({ ...USUAL_PAGE, paper: 'A4' }))).toEqual([794, 1123]);
  expect(round(paperOf({ ...USUAL_PAGE, paper: 'A4', isLandscape: true }))).toEqual([1123, 794]);
});

it('every row and column is on exactly one page, apart from those that are repeated', () => {
  fc.assert(
    fc.property(
      fc.record({
        rows: fc.integer({ min: 1, max: 150 }),
        columns: fc.integer({ min: 1, max: 30 }),
        height: fc.integer({ min: 5, max: 1_500 }),
        zoom: fc.constantFrom<Partial<PageSetup>>({}, { scale: 60 }, { pagesWide: 1 }, { pagesWide: 1, pagesTall: 1 }),
        titleRows: fc.option(fc.record({ first: fc.nat(3), count: fc.integer({ min: 1, max: 3 }) })),
      }),
      ({ rows, columns, height, zoom, titleRows }) => {
        const { pages } = layOut(sheet({ ...zoom, titleRows }, rows, columns, height));
        const seen = new Map<string, number>();
        for (const { pieces } of pages) {
          const { area } = pieces.at(-1)!;
          for (let row = area.row; row < area.row + area.rowCount; row += 1) {
            for (let column = area.column; column < area.column + area.columnCount; column += 1) {
              const key = `${row}/${column}`;
              seen.set(key, (seen.get(key) ?? 0) + 1);
            }
          }
        }
        expect(seen.size).toBe(rows * columns);
        expect([...seen.values()].every((times) => times === 1)).toBe(true);
      },
    ),
    { seed: 20_241_118, numRuns: 100 },
  );
});

it('a sheet that is to be one page wide is, and is made no larger', () => {
  const wide = layOut(sheet({ pagesWide: 1 }, 40, 20));
  expect(wide.pages.every(({ pieces }) => pieces.at(-1)!.area.columnCount === 20)).toBe(true);
  expect(wide.scale).toBeCloseTo((794 - 1.4 * 96) / (20 * 88), 2);
  expect(layOut(sheet({ pagesWide: 1 }, 5, 2)).scale).toBe(1);
});

it('repeated rows stand above the rows of each later page, and take their room', () => {
  const { pages } = layOut(sheet({ titleRows: { first: 0, count: 2 } }, 100, 2));
  expect(pages.map(({ pieces }) => pieces.length)).toEqual([1, 2, 2]);
  const [, second] = pages;
  expect(second?.pieces[0]).toMatchObject({ area: { row: 0, rowCount: 2 }, top: 0 });
  expect(second?.pieces[1]).toMatchObject({ top: 48 });
});

it('a chart that fits on a page is not cut in two', () => {
  const chart = (first: number, last: number): PrintedSheet['charts'][number] =>
    ({ chart: { content: { from: { row: first }, to: { row: last } } } }) as never;
  const rows = (...charts: PrintedSheet['charts']): unknown =>
    layOut({ ...sheet({}, 100, 2), charts }).pages.map(({ pieces }) => pieces[0]?.area.row);
  expect(rows()).toEqual([0, 40, 80]);
  expect(rows(chart(35, 45))).toEqual([0, 35, 75]);
  expect(rows(chart(40, 45), chart(10, 39))).toEqual([0, 40, 80]);
  expect(rows(chart(5, 99))).toEqual([0, 5, 45, 85]);
});

it('only the print area is printed, each of its areas on pages of its own', () => {
  const areas = [
    { row: 2, column: 1, rowCount: 3, columnCount: 2 },
    { row: 9, column: 0, rowCount: 1, columnCount: 1 },
  ];
  expect(layOut(sheet({ areas }, 50, 10)).pages.map(({ pieces }) => pieces[0]?.area)).toEqual(areas);
});

it('an empty sheet is a blank page', () => {
  expect(layOut(sheet({}, 0, 0)).pages).toEqual([{ pieces: [] }]);
});

it("Excel's codes in headers stand for what they do there", () => {
  const on = { page: 2, pages: 5, sheet: 'R&D', now: new Date(2024, 10, 5) };
  expect(headerText('Page &P of &N', on)).toBe('Page 2 of 5');
  expect(headerText('&"Arial,Bold"&14&A && more', on)).toBe('R&D & more');
  expect(headerText('&D', on)).toContain('24');
});

it('the first page and even pages have headers of their own where the layout says so', () => {
  const [first, even] = ['first', 'even'].map((leftHeader) => ({ ...USUAL_PAGE.usual, leftHeader }));
  const page = { ...USUAL_PAGE, firstPage: first!, evenPages: even! };
  expect([0, 1, 2].map((index) => headersOf(page, index).leftHeader)).toEqual(['first', 'even', '']);
  expect(headersOf(USUAL_PAGE, 0)).toBe(USUAL_PAGE.usual);
});
