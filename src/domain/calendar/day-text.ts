import type { Day } from './day';
import { formatMonth, monthOfSerial, serialOf } from './month';

/** `2025-06-10`. */
export function formatDay(day: Day): string {
  const month = monthOfSerial(day);
  return month === null ? String(day) : `${formatMonth(month)}-${String(day - serialOf(month) + 1).padStart(2, '0')}`;
}
