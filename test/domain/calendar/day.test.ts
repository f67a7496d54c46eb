import { daysOf } from '../../../src/domain/calendar/day';
import { formatDay } from '../../../src/domain/calendar/day-text';

const shown = (value: string | number | boolean | null): string => {
  const days = daysOf(value);
  return days === null ? 'none' : `${formatDay(days.first)} to ${formatDay(days.last)}`;
};

it.each([
  ['2025-06-10', '2025-06-10 to 2025-06-10'],
  [45818, '2025-06-10 to 2025-06-10'],
  [45818.75, '2025-06-10 to 2025-06-10'],
  ['2024-02', '2024-02-01 to 2024-02-29'],
  [202402, '2024-02-01 to 2024-02-29'],
  ['2025-02-29', 'none'],
  [2025, 'none'],
  [202513, 'none'],
  ['soon', 'none'],
  [true, 'none'],
  [null, 'none'],
])('the days of %p are %s', (value, expected) => {
  expect(shown(value)).toBe(expected);
});
