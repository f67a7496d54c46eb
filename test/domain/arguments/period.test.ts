import fc from 'fast-check';
import { addMonths, formatMonth, monthNumber, monthOf, yearOf, type Month } from '../../../src/domain/calendar/month';
import {
  fiscalYearStartBefore,
  parseFiscalYearStart,
  parsePeriod,
  PERIOD_WORDS,
  resolvePeriod,
} from '../../../src/domain/arguments/period';
import { problemOf } from '../sample-book';

const LATEST = monthOf(2024, 11);
const never = (): number => {
  throw new Error('The fiscal year is not needed here');
};

/** `2024-01 to 2024-03 x 1 (3 months): 2024-Q1` */
function resolved(
  written: string | number | null,
  latest: Month | null = LATEST,
  start: () => number = never,
): string | null {
  const period = resolvePeriod(parsePeriod(written), latest, start);
  return (
    period &&
    `${formatMonth(period.from)} to ${formatMonth(period.to)} x ${period.times} (${period.months} months): ${period.label}`
  );
}

describe('a period in relation to the latest month on record', () => {
  it.each([
    [null, '2024-11 to 2024-11 x 1 (1 months): 2024-11'],
    ['month', '2024-11 to 2024-11 x 1 (1 months): 2024-11'],
    [' RunRate ', '2024-11 to 2024-11 x 12 (1 months): 2024-11'],
    ['annualised', '2024-11 to 2024-11 x 12 (1 months): 2024-11'],
    ['annualized', '2024-11 to 2024-11 x 12 (1 months): 2024-11'],
    ['ttm', '2023-12 to 2024-11 x 1 (12 months): ttm to 2024-11'],
  ])('%p is %s', (written, expected) => {
    expect(resolved(written)).toBe(expected);
  });

  it.each([
    [1, '2024-01'],
    [4, '2024-04'],
    [11, '2024-11'],
    [12, '2023-12'],
  ])('"ytd" starts, where fiscal years start in month %i, in %s', (start, from) => {
    expect(resolved('ytd', LATEST, () => start)).toMatch(new RegExp(`^${from} to 2024-11 x 1`));
  });

  it.each(PERIOD_WORDS)('"%s" is nothing where no month is on record', (word) => {
    expect(resolved(word, null)).toBeNull();
  });
});

describe('a stated period', () => {
  it.each([
    ['2024-Q4', '2024-10 to 2024-12 x 1 (3 months): 2024-Q4'],
    ['Q1 2024', '2024-01 to 2024-03 x 1 (3 months): 2024-Q1'],
    ['q2-2024', '2024-04 to 2024-06 x 1 (3 months): 2024-Q2'],
    ['2024 q3', '2024-07 to 2024-09 x 1 (3 months): 2024-Q3'],
    [2024, '2024-01 to 2024-12 x 1 (12 months): 2024'],
    ['1900', '1900-01 to 1900-12 x 1 (12 months): 1900'],
    ['9999', '9999-01 to 9999-12 x 1 (12 months): 9999'],
    ['2024-02-29', '2024-02 to 2024-02 x 1 (1 months): 2024-02'],
    [202411, '2024-11 to 2024-11 x 1 (1 months): 2024-11'],
    ['202411', '2024-11 to 2024-11 x 1 (1 months): 2024-11'],
    [190001, '1900-01 to 1900-01 x 1 (1 months): 1900-01'],
    [999912, '9999-12 to 9999-12 x 1 (1 months): 9999-12'],
    [45351.5, '2024-02 to 2024-02 x 1 (1 months): 2024-02'],
    ['2023-Q4 : 2024-02', '2023-10 to 2024-02 x 1 (5 months): 2023-Q4:2024-02'],
    ['2024-01:2024-01', '2024-01 to 2024-01 x 1 (1 months): 2024-01:2024-01'],
    ['２０２４－１１', '2024-11 to 2024-11 x 1 (1 months): 2024-11'],
  ])('%p is %s, whatever is on record', (written, expected) => {
    expect(resolved(written, null)).toBe(expected);
  });

  it.each([
    ['FY2025', 4, '2024-04 to 2025-03 x 1 (12 months): FY2025'],
    ['fy 2025 q1', 4, '2024-04 to 2024-06 x 1 (3 months): FY2025-Q1'],
    ['FY2025-Q4', 7, '2025-04 to 2025-06 x 1 (3 months): FY2025-Q4'],
    ['FY2025', 1, '2025-01 to 2025-12 x 1 (12 months): FY2025'],
    ['FY2025', 12, '2024-12 to 2025-11 x 1 (12 months): FY2025'],
    ['FY2025-Q1:2025-01', 4, '2024-04 to 2025-01 x 1 (10 months): FY2025-Q1:2025-01'],
  ])('"%s" is, where fiscal years start in month %i, %s', (written, start, expected) => {
    expect(resolved(written, null, () => start)).toBe(expected);
  });

  it('that ends before it begins is refused and told so, also where only the fiscal year tells so', () => {
    expect(problemOf(() => resolved('2024-11:2024-01', null))).toBe(
      '#VALUE! "2024-11:2024-01" ends before it begins. Write the earlier month first.',
    );
    expect(problemOf(() => resolved('FY2025:2024-06', null, () => 7))).toMatch(
      /^#VALUE! "FY2025:2024-06" ends before it begins\./,
    );
    expect(resolved('FY2025:2024-06', null, () => 4)).toMatch(/^2024-04 to 2024-06/);
  });

  it.each([
    '2024-13',
    '2024-Q5',
    'Q0 2024',
    '1899',
    '0',
    '2024-01:',
    ':2024-01',
    '2024-01:ttm',
    '2024-01:2024-02:2024-03',
    'FY',
    'FY1899',
    'FY2025-Q5',
    'nov',
    '-5',
    '1e4',
    '2024-01-2024-02',
  ])('"%s" is none', (written) => {
    expect(problemOf(() => parsePeriod(written))).toBe(
      `#VALUE! "${written}" is not a period. Use 2024-11, 2024-Q4, 2024, FY2025, month, runrate, ttm or ytd.`,
    );
  });

  it.each([
    ['year', 'runrate (the latest month times 12) or 2024 (the calendar year)'],
    ['Quarter', 'a quarter of runrate (the latest month times 3) or 2024-Q4 (the calendar quarter)'],
  ])('"%s" is none, because it can mean two things: %s', (written, meanings) => {
    expect(problemOf(() => parsePeriod(written))).toBe(`#VALUE! "${written}" can mean two things: use ${meanings}.`);
  });

  it.each([true, false, 1, 1899, 2024.5, 202413, 202400, 202411.5, 9999.5, -1, 2958466, Number.NaN, Infinity])(
    '%p is none',
    (written) => {
      expect(problemOf(() => parsePeriod(written))).toMatch(/ is not a period\. Use 2024-11/);
    },
  );
});

describe('every month', () => {
  const month = fc
    .integer({ min: monthOf(1901, 1), max: monthOf(9997, 12) })
    .map((count) => addMonths(monthOf(0, 1), count));
  const start = fc.integer({ min: 1, max: 12 });
  const span = (written: string, fiscalYearStart: number) => {
    const period = resolvePeriod(parsePeriod(written), null, () => fiscalYearStart);
    if (period === null) {
      throw new Error(`${written} is stated`);
    }
    return period;
  };
  const containing = (texts: readonly string[], inside: Month, fiscalYearStart: number): string[] =>
    texts.filter((text) => {
      const { from, to } = span(text, fiscalYearStart);
      return from <= inside && inside <= to;
    });

  it('lies in one quarter and one year', () => {
    fc.assert(
      fc.property(month, (inside) => {
        const years = [-1, 0, 1].map((offset) => yearOf(inside) + offset);
        const quarters = years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
        expect(containing(years.map(String), inside, 1)).toEqual([String(yearOf(inside))]);
        expect(containing(quarters, inside, 1)).toEqual([`${yearOf(inside)}-Q${Math.ceil(monthNumber(inside) / 3)}`]);
      }),
    );
  });

  it('lies in one fiscal year and one fiscal quarter of it, whenever the fiscal year starts', () => {
    fc.assert(
      fc.property(month, start, (inside, first) => {
        const years = [-1, 0, 1, 2].map((offset) => `FY${yearOf(inside) + offset}`);
        const [year = '', ...moreYears] = containing(years, inside, first);
        const quarters = years.flatMap((name) => [1, 2, 3, 4].map((quarter) => `${name}-Q${quarter}`));
        const [quarter = '', ...moreQuarters] = containing(quarters, inside, first);
        expect([moreYears, moreQuarters]).toEqual([[], []]);
        expect(quarter.startsWith(`${year}-Q`)).toBe(true);
        // Named after the calendar year in which it ends, and "ytd" starts where it starts.
        expect(year).toBe(`FY${yearOf(span(year, first).to)}`);
        expect(fiscalYearStartBefore(inside, first)).toBe(span(year, first).from);
      }),
    );
  });
});

describe('the month in which fiscal years start', () => {
  it.each([
    [null, 1],
    ['', 1],
    [undefined, 1],
    [4, 4],
    ['10', 10],
    [' 7 ', 7],
  ])('is, where the workbook name holds %p, %i', (value, expected) => {
    expect(parseFiscalYearStart(value)).toBe(expected);
  });

  it.each([[0], [13], [4.5], ['April'], [true], ['-3'], [{}]])('cannot be %p', (value) => {
    expect(problemOf(() => parseFiscalYearStart(value))).toMatch(/^#VALUE! The workbook name AIFiscalYearStart holds /);
  });
});
