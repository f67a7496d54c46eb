import { formatMonth } from '../../domain/calendar/month';
import type { Marks } from '../../domain/figures/asked-months';

/** What stands behind an amount: `/yr (2024-11) (7/12) (partial) (+2 undisclosed) (+3 reported)`, as far as it applies. */
export function markText({
  times,
  month = null,
  covered = null,
  partial,
  undisclosed = [],
  reported = [],
}: Partial<Marks>): string {
  const told = [
    month === null ? '' : formatMonth(month),
    covered === null ? '' : `${covered.months}/${covered.of}`,
    partial === true ? 'partial' : '',
    undisclosed.length === 0 ? '' : `+${undisclosed.length} undisclosed`,
    reported.length === 0 ? '' : `+${reported.length} reported`,
  ];
  return `${times === 12 ? '/yr' : ''}${told.map((text) => (text === '' ? '' : ` (${text})`)).join('')}`;
}
