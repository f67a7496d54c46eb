import { formatMonth } from '../../../src/domain/calendar/month';
import { readMonth } from '../../../src/bills/values/bill-date';
import type { Cell } from '../../../src/formats/file/text-table';

function months(cell: Cell, unixTime = false): string {
  const reading = readMonth(cell, unixTime);
  if (reading === 'blank') {
    return 'blank';
  }
  const [first, second] = [reading.monthFirst, reading.dayFirst].map((month) =>
    month === null ? '-' : formatMonth(month),
  );
  return first === second ? String(first) : `${first} or ${second}`;
}

describe('the month of a date', () => {
  it.each<[Cell, string]>([
    ['2024-09', '2024-09'],
    ['2024-09-01 00:00:00', '2024-09'],
    ['2024-10-01T00:00:00Z', '2024-10'],
    ['2024-10-01T00:30:00+09:00', '2024-10'],
    ['2024-09-30T23:59:59.999999-11:00', '2024-09'],
    ['2024-10-01 00:00:00.123456 UTC', '2024-10'],
    ['2024/9/18', '2024-09'],
    ['2024.09.18', '2024-09'],
    ['202409', '2024-09'],
    ['20240918', '2024-09'],
    ['20240918T000000Z', '2024-09'],
    ['09/18/2023', '2023-09 or -'],
    ['18/09/2023', '- or 2023-09'],
    ['18.09.2023', '- or 2023-09'],
    ['18-09-2023 13:45', '- or 2023-09'],
    ['9/18/2023 1:45:00 PM', '2023-09 or -'],
    ['5/1/25', '2025-05 or 2025-01'],
    ['5/5/25', '2025-05'],
    ['02/29/2024', '2024-02 or -'],
    ['02/29/2023', '-'],
    ['31/04/2023', '-'],
    ['09/2024', '2024-09'],
    ['18-Sep-2023', '2023-09'],
    ['18-Sep-23', '2023-09'],
    ['18. September 2023', '2023-09'],
    ['1. März 2024', '2024-03'],
    ['1er janvier 2024', '2024-01'],
    ['Sep 18, 2023', '2023-09'],
    ['Sept. 18, 2023', '2023-09'],
    ['September 18th, 2023', '2023-09'],
    ['September 2024', '2024-09'],
    ['Sep-24', '2024-09'],
    ['août 2024', '2024-08'],
    ['Dez 2024', '2024-12'],
    ['2024-Sep-18', '2024-09'],
    ['2024年9月18日', '2024-09'],
    ['2024年9月', '2024-09'],
    [45536, '2024-09'],
    [45536.75, '2024-09'],
    [202409, '2024-09'],
    [20240918, '2024-09'],
    ['', 'blank'],
    ['NULL', 'blank'],
    [' null ', 'blank'],
    ['45536', '-'],
    ['2024', '-'],
    [2024, '-'],
    ['2024-13', '-'],
    ['2024-02-30', '-'],
    ['0001-01-01', '-'],
    ['2024-09-18garbage', '-'],
    ['32/13/2024', '-'],
    ['1/2/23456789', '-'],
    ['soon', '-'],
    ['Sep 18', '-'],
    ['1730419200', '-'],
    ['9'.repeat(1000), '-'],
  ])('%p is %s', (cell, expected) => {
    expect(months(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    ['1730419200', '2024-11'],
    ['1730419199', '2024-10'],
    [1730419200, '2024-11'],
    ['1730419200000', '2024-11'],
    [1730419199999, '2024-10'],
    ['1730419200.5', '2024-11'],
    ['2024-11-18', '2024-11'],
    ['123', '-'],
  ])('%p in a column of Unix time is %s', (cell, expected) => {
    expect(months(cell, true)).toBe(expected);
  });

  it('is the first and the last day of every month in every form', () => {
    for (let month = 1; month <= 12; month++) {
      const number = String(month).padStart(2, '0');
      const last = new Date(Date.UTC(2023, month, 0)).getUTCDate();
      for (const day of ['01', String(last)]) {
        const expected = `2023-${number}`;
        expect(months(`2023-${number}-${day}T23:00:00-05:00`)).toBe(expected);
        expect(months(`2023${number}${day}`)).toBe(expected);
        expect(months(`${number}/${day}/2023`)).toContain(expected);
        expect(months(Date.UTC(2023, month - 1, Number(day)) / 1000, true)).toBe(expected);
      }
    }
  });
});
