import {
  addMonths,
  FIRST_DATE_SERIAL,
  formatMonth,
  LAST_DATE_SERIAL,
  monthNumber,
  monthOf,
  monthOfSerial,
  parseMonth,
  serialOf,
  yearOf,
  type Month,
} from '../../../src/domain/calendar/month';

const shown = (month: Month | null): string | null => (month === null ? null : formatMonth(month));

describe('a month', () => {
  it('knows its year and its number in the year', () => {
    const november = monthOf(2024, 11);
    expect([yearOf(november), monthNumber(november)]).toEqual([2024, 11]);
  });

  it.each([
    ['2024-11', 1, '2024-12'],
    ['2024-12', 1, '2025-01'],
    ['2024-01', -1, '2023-12'],
    ['2024-05', 24, '2026-05'],
    ['2024-05', -17, '2022-12'],
  ])('%s and %i months later is %s', (from, count, expected) => {
    const month = parseMonth(from);
    expect(month && shown(addMonths(month, count))).toBe(expected);
  });

  it('is no plain number to the type checker', () => {
    const needsMonth = (month: Month): Month => month;
    // @ts-expect-error -- 24299 could be a serial number, a year or a count of months
    expect(needsMonth(24299)).toBe(24299);
  });
});

describe('a serial number', () => {
  // As Excel shows them: DATEVALUE("2024-11-01") is 45597, 29 February 2000 is 36585.
  it.each([
    [45597, '2024-11'],
    [45626, '2024-11'],
    [45626.999999, '2024-11'],
    [45627, '2024-12'],
    [36585, '2000-02'],
    [36586, '2000-03'],
    [FIRST_DATE_SERIAL, '1927-05'],
    [LAST_DATE_SERIAL, '9999-12'],
    [LAST_DATE_SERIAL + 0.5, '9999-12'],
  ])('%d lies in %s', (serial, expected) => {
    expect(shown(monthOfSerial(serial))).toBe(expected);
  });

  it.each([FIRST_DATE_SERIAL - 0.001, LAST_DATE_SERIAL + 1, 0, 2024, -45597, Number.NaN, Infinity])(
    '%d is no date',
    (serial) => {
      expect(monthOfSerial(serial)).toBeNull();
    },
  );

  it('of a month is that of its first day', () => {
    expect([serialOf(monthOf(2024, 11)), serialOf(monthOf(1970, 1)), serialOf(monthOf(9999, 12))]).toEqual([
      45597, 25569, 2958435,
    ]);
  });

  it('and its month find back to one another, for every month from 1927-06 to 9999-12', () => {
    for (let month = monthOf(1927, 6); month <= monthOf(9999, 12); month = addMonths(month, 1)) {
      const first = serialOf(month);
      if (monthOfSerial(first) !== month || monthOfSerial(serialOf(addMonths(month, 1)) - 1) !== month) {
        throw new Error(`${formatMonth(month)} does not come back from ${first}`);
      }
    }
  });

  it('agrees with the calendar of the language on every first of a month', () => {
    const days = (month: Month): number => Date.UTC(yearOf(month), monthNumber(month) - 1, 1) / 86_400_000;
    const epoch = days(monthOf(1970, 1)) - serialOf(monthOf(1970, 1));
    for (let month = monthOf(1900, 3); month <= monthOf(9999, 12); month = addMonths(month, 7)) {
      if (days(month) - serialOf(month) !== epoch) {
        throw new Error(`${formatMonth(month)} is another day in the other calendar`);
      }
    }
  });
});

describe('the text of a month', () => {
  it.each([
    ['2024-11', '2024-11'],
    [' 2024-11 ', '2024-11'],
    ['2024-1', '2024-01'],
    ['2024-02-29', '2024-02'],
    ['2024-1-5', '2024-01'],
    ['1900-01', '1900-01'],
    ['9999-12-31', '9999-12'],
  ])('"%s" is %s', (text, expected) => {
    expect(shown(parseMonth(text))).toBe(expected);
  });

  it.each([
    '2024-13',
    '2024-00',
    '2023-02-29',
    '2024-04-31',
    '2024-01-00',
    '1899-12',
    '24-11',
    '2024',
    '2024/11',
    '2024-11-1-1',
    'Nov 2024',
    '',
    '2024–11',
  ])('"%s" is none', (text) => {
    expect(parseMonth(text)).toBeNull();
  });
});
