import { formatMonth } from '../../domain/calendar/month';
import type { Marks } from '../../domain/figures/asked-months';
import { list } from '../../domain/messages/messages';

/** Names that a line has room for before it only counts the rest. */
const NAMED = 5;

/** What the marks behind an amount say, in words; if the host shows no number formats, they say it alone. */
export function marksInWords({ times, month, covered, partial, undisclosed, reported }: Marks): string[] {
  return [
    ...(times === 12 ? ['A run rate: the latest month times 12.'] : []),
    ...(month === null ? [] : [`The month is ${formatMonth(month)}: others of the vendor have a later one on record.`]),
    ...(covered === null ? [] : [`${covered.months} of the ${covered.of} months asked for are covered.`]),
    ...(partial ? ['A month in it is not over: its rows are marked not complete.'] : []),
    ...(undisclosed.length === 0 ? [] : [`Not in it, because not disclosed: ${named(undisclosed)}.`]),
    ...(reported.length === 0
      ? []
      : [
          `Not in it, because own bills and claims of the market are never one total: what is reported of ${named(reported)}.`,
        ]),
  ];
}

function named(names: readonly string[]): string {
  return list(names.length <= NAMED ? [...names] : [...names.slice(0, NAMED), `${names.length - NAMED} more`]);
}
