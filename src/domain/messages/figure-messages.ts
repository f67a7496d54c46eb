import { formatMonth, type Month } from '../calendar/month';
import { formatAmount, type Money } from '../money/money';
import { list } from './messages';

/** The messages of rankings, trends and sources, which few workbooks need: the script that every workbook loads does not carry them. */
export const figureMessages = {
  badTrend: (from: Month, to: Month) =>
    `A trend from ${formatMonth(from)} to ${formatMonth(to)} must have 1 to 1,200 months. Give a later "to" or a nearer "from".`,
  clientInCredit: (client: string, spend: Money) =>
    `${client} is in credit (${formatAmount(spend)}), so the shares have no concentration. Ask for a longer period.`,
  clientsUndisclosed: (names: readonly string[], all: number) =>
    `The amounts of ${names.length} of ${all} clients are not disclosed (${list(shortened(names))}), so nobody knows how much hangs on few. ` +
    'Ask for "recorded" to measure the others.',
  totalIsZero: () => 'The spends add up to 0, so there are no shares of them.',
} as const;

const MOST_NAMED = 5;

function shortened(names: readonly string[]): string[] {
  return names.length <= MOST_NAMED ? [...names] : [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`];
}
