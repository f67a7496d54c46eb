import { ZERO, type Decimal } from '../money/decimal';

/** Where a number lies; `high` null: there is no telling how high. A number that is known is both its bounds. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

/** What a question asks for: what is known to the point, or one side of where it lies. */
export type Bound = 'low' | 'high';
export type Precision = 'point' | Bound;

/** A spend or a revenue of which nothing is known is 0 or more. */
export const ANYTHING: Interval = { low: ZERO, high: null };

export function pointAt(value: Decimal): Interval {
  return { low: value, high: value };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high === null || b.high === null ? null : a.high.plus(b.high) };
}

/** Where a number lies that lies in both; null if none does. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const low = a.low.lessThan(b.low) ? b.low : a.low;
  const high = a.high === null ? b.high : b.high === null || a.high.lessThan(b.high) ? a.high : b.high;
  return high !== null && high.lessThan(low) ? null : { low, high };
}
