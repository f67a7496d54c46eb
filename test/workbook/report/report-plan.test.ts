import fc from 'fast-check';
import { contains, intersect, type Area } from '../../../src/formats/xlsx/address';
import { ASIDE, ASKED, LATEST_MONTH } from '../../../src/workbook/report/asked-cells';
import { movedPlan } from '../../../src/workbook/report/moved-plan';
import { readChoices } from '../../../src/workbook/report/read-choices';
import { COMPARISONS, SECTIONS, statedPeriod, type ReportChoices } from '../../../src/workbook/report/report-choices';
import { reportPlan } from '../../../src/workbook/report/report-plan';
import { businessCasePlan } from '../../../src/workbook/report/templates/business-case';
import { vendorDependencePlan } from '../../../src/workbook/report/templates/vendor-dependence';
import type { SheetPlan } from '../../../src/workbook/report/sheet-plan';

const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');

const choices: fc.Arbitrary<ReportChoices> = fc.record({
  client: fc.oneof(fc.constant('*'), name),
  vendor: fc.oneof(fc.constant(''), name),
  period: fc.oneof(
    fc.constant({ kind: 'latest' } as const),
    fc.constantFrom('2025-09', '2024-Q4', 'FY2025', '2024', '2024-01:2024-06').map((text) => statedPeriod(text, 1)),
  ),
  comparison: fc.constantFrom(...COMPARISONS),
  currency: fc.constantFrom('EUR', 'USD'),
  by: fc.constantFrom('client', 'service', 'model'),
  bridgeBy: fc.constantFrom('service', 'model'),
  unit: fc.constantFrom('1M tokens', 'requests'),
  sections: fc.subarray([...SECTIONS], { minLength: 1 }),
});

const CHOSEN: ReportChoices = {
  client: '*',
  vendor: '',
  period: { kind: 'latest' },
  comparison: 'before',
  currency: 'USD',
  by: 'client',
  bridgeBy: 'model',
  unit: '1M tokens',
  sections: SECTIONS,
};

function areasOf({ cells }: SheetPlan): Area[] {
  return cells.map(({ row, column, rows, columns }) => ({ row, column, rowCount: rows, columnCount: columns }));
}

it('every number of a report is a formula', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      for (const { content } of reportPlan(chosen).cells) {
        expect(typeof content).toBe('string');
      }
    }),
  );
});

it('no text of the user’s is in a formula, nor can be one', () => {
  const hostile = '=cmd|"$A$1"!x';
  const { cells } = reportPlan({ ...CHOSEN, client: hostile, vendor: hostile, currency: hostile, unit: hostile });
  const holding = cells.filter(({ content }) => String(content).includes('cmd'));
  expect(holding).toHaveLength(4);
  expect(holding.every(({ isText }) => isText)).toBe(true);
});

it('whatever is chosen, no cell is kept twice, all lie within the block, and charts lie over none that is printed', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const plan = reportPlan(chosen);
      const block: Area = { row: 0, column: 0, rowCount: plan.rows, columnCount: plan.columns };
      const taken = new Set<string>();
      for (const area of areasOf(plan)) {
        expect(contains(block, area)).toBe(true);
        for (let row = area.row; row < area.row + area.rowCount; row += 1) {
          for (let column = area.column; column < area.column + area.columnCount; column += 1) {
            expect(taken.has(`${row}/${column}`)).toBe(false);
            taken.add(`${row}/${column}`);
          }
        }
      }
      for (const [at, { place, source }] of plan.charts.entries()) {
        expect(contains(block, place) && contains(block, source)).toBe(true);
        expect(areasOf(plan).filter((area) => intersect(area, place) !== null)).toEqual([]);
        expect(plan.charts.filter((other, which) => which !== at && intersect(other.place, place) !== null)).toEqual(
          [],
        );
      }
    }),
    { numRuns: 40 },
  );
});

it('on the sheets of the templates no cell is kept twice either', () => {
  const [business, dependence] = [businessCasePlan('EUR'), vendorDependencePlan('Microsoft', 'EUR')];
  for (const plan of [business, dependence]) {
    const taken = areasOf(plan).flatMap(({ row, column, rowCount, columnCount }) =>
      Array.from(
        { length: rowCount * columnCount },
        (_, at) => `${row + (at % rowCount)}/${column + Math.floor(at / rowCount)}`,
      ),
    );
    expect(new Set(taken).size).toBe(taken.length);
  }
});

/** Points that a letter of Excel's usual 11 points takes at most, on the average: as much as in the widest of usual fonts. */
const POINTS_PER_LETTER = 6.6;

it('no text of a report or a template is cut by what stands beside it, nor by the edge of the page', () => {
  const plans = [
    reportPlan({ ...CHOSEN, unit: 'requests' }),
    businessCasePlan('EUR'),
    vendorDependencePlan('Microsoft', 'EUR'),
  ];
  for (const { cells, widths, printedColumns } of plans) {
    const filled = new Set(
      cells.flatMap(({ row, column, rows, columns }) =>
        Array.from({ length: rows * columns }, (_, at) => `${row + (at % rows)}/${column + Math.floor(at / rows)}`),
      ),
    );
    const cut = cells.filter(({ row, column, columns, content, isText }) => {
      const text = String(content);
      const edge = column < printedColumns ? printedColumns : widths.length;
      let end = column + columns;
      while (end < edge && !filled.has(`${row}/${end}`)) {
        end += 1;
      }
      const room = widths.slice(column, end).reduce((sum, width) => sum + width, 0);
      return !isText && !text.startsWith('=') && text.length * POINTS_PER_LETTER > room;
    });
    expect(cut.map(({ content }) => content)).toEqual([]);
  }
});

it('a chart has a series for each column beside its names, under the head of that column', () => {
  const plan = reportPlan(CHOSEN);
  expect(plan.charts.map((chart) => chart.name)).toEqual(['months', 'ranking', 'shares', 'bridge']);
  for (const { source, series } of plan.charts) {
    expect(source.column).toBeGreaterThanOrEqual(ASIDE);
    const heads = series.map(
      (_, at) => plan.cells.find(({ row, column }) => row === source.row && column === source.column + 1 + at)?.content,
    );
    expect(heads).toEqual(series.map((one) => one.name));
    expect(series).toHaveLength(source.columnCount - 1);
  }
});

/** The block's formulas and texts, as Excel would read them right after the plan was written. */
function readingOf({ cells, rows, columns }: SheetPlan): { formulas: string[][]; texts: string[][] } {
  const blank = (): string[][] => Array.from({ length: rows }, () => Array<string>(columns).fill(''));
  const [formulas, texts] = [blank(), blank()];
  for (const { row, column, content } of cells) {
    const text = String(content);
    const date = /^=DATE\((\d+),(\d+),1\)$/.exec(text);
    (formulas[row] as string[])[column] = text;
    (texts[row] as string[])[column] = date ? `${date[1]}-${date[2]?.padStart(2, '0')}` : text;
  }
  return { formulas, texts };
}

it('what a report was asked is read from its own cells again', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { formulas, texts } = readingOf(reportPlan(chosen));
      const read = readChoices(formulas, texts);
      // Before a year is the year before it.
      expect(read && { ...read, comparison: chosen.comparison }).toEqual(chosen);
      expect(read && reportPlan(read)).toEqual(reportPlan(chosen));
    }),
    { numRuns: 60 },
  );
});

it('a period that the user types into the report’s cell counts; one that cannot be read is told by null', () => {
  const { formulas, texts } = readingOf(reportPlan(CHOSEN));
  const row = formulas.findIndex((line) => String(line[ASKED + 1]).startsWith(LATEST_MONTH));
  (formulas[row] as string[])[ASKED + 1] = '45870';
  (texts[row] as string[])[ASKED + 1] = '2025-08';
  expect(readChoices(formulas, texts)?.period).toEqual(statedPeriod('2025-08', 1));
  (texts[row] as string[])[ASKED + 1] = 'soon';
  expect(readChoices(formulas, texts)).toBeNull();
  expect(readChoices([], [])).toBeNull();
});

it('a stated period knows what it is compared with', () => {
  expect(statedPeriod('2025-09', 1)).toMatchObject({ lastMonth: '2025-09', before: '2025-08', yearBefore: '2024-09' });
  expect(statedPeriod('2024-Q4', 1)).toMatchObject({
    text: '2024-Q4',
    lastMonth: '2024-12',
    before: '2024-07:2024-09',
    yearBefore: '2023-10:2023-12',
  });
  expect(statedPeriod('FY2025', 7)).toMatchObject({ lastMonth: '2025-06', before: '2023-07:2024-06' });
  expect(() => statedPeriod('ttm', 1)).toThrow(/ttm/);
  expect(() => statedPeriod('', 1)).toThrow();
});

it('moved, a plan names its own cells at their new place, and is the same when it is moved back', () => {
  const plan = reportPlan(CHOSEN);
  const moved = movedPlan(plan, { row: 3, column: 2 });
  expect(moved.cells[0]).toMatchObject({ row: (plan.cells[0]?.row ?? 0) + 3 });
  expect(movedPlan(moved, { row: -3, column: -2 })).toEqual(plan);
  const title = moved.cells.find(({ row, column }) => row === 3 && column === 2)?.content;
  expect(title).toBe(
    String(plan.cells.find(({ row, column }) => row === 0 && column === 0)?.content).replace(
      /\$H\$(\d+)/g,
      (_, row: string) => `$J$${Number(row) + 3}`,
    ),
  );
});
