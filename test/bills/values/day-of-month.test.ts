import type { Cell } from '../../../src/formats/file/text-table';
import { dayOfMonth } from '../../../src/bills/values/day-of-month';
import type { DateNotation } from '../../../src/bills/values/bill-date';

describe('the day of a date', () => {
  it.each<[Cell, DateNotation | null, number | null]>([
    ['2024-11-18', null, 18],
    ['2024-11-18T05:00:00Z', null, 18],
    ['2024/11/5 10:00', null, 5],
    ['20241118', null, 18],
    ['2024年11月5日', null, 5],
    ['18.11.2024', 'day-first', 18],
    ['5/1/25', 'month-first', 1],
    ['5/1/25', 'day-first', 5],
    ['24-11-05', 'year-first', 5],
    ['18. November 2024', null, 18],
    ['1er août 2024', null, 1],
    ['Nov 18, 2024', null, 18],
    [45614, null, 18],
    [45614.75, null, 18],
    ['45614', 'serial', 18],
    ['2024-11', null, null],
    ['202411', null, null],
    ['Nov 2024', null, null],
    ['11/2024', null, null],
    ['1731542400', null, null],
  ])('%p, %p: %p', (cell, notation, day) => {
    expect(dayOfMonth(cell, notation)).toBe(day);
  });
});
