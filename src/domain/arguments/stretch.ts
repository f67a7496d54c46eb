import { formatMonth, type Month } from '../calendar/month';
import type { ResolvedPeriod } from './period';

/** The months from one to another, both included, as a period: `2024-01:2024-12`, or `2024-01` if it is one. */
export function stretchOf(from: Month, to: Month): ResolvedPeriod {
  const label = from === to ? formatMonth(from) : `${formatMonth(from)}:${formatMonth(to)}`;
  return { from, to, times: 1, months: to - from + 1, label };
}
