import { formatMonth, type Month } from '../calendar/month';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { formatAmount, type Money } from '../money/money';
import { describeMonths, list, quote } from './messages';

/** The messages of budgets, which few workbooks need: the script that every workbook loads does not carry them. */
export const budgetMessages = {
  noTable: () =>
    'This workbook has no table AIBudgets. Make one with the columns Client, Vendor, From, To, Budget and Currency.',
  endsBeforeStart: (from: Month, to: Month) => `To (${formatMonth(to)}) lies before From (${formatMonth(from)}).`,
  nameAVendor: (client: string, vendors: readonly string[]) =>
    `AIBudgets has budgets of ${whose(client)} with ${list(shortened(vendors))}: name a vendor, or add a row without one.`,
  noBudget: (
    client: string,
    vendor: string | null,
    period: string,
    known: readonly { readonly vendor: string; readonly from: Month; readonly to: Month }[],
  ) =>
    `AIBudgets has no budget of ${whose(client)}${vendor === null ? '' : ` with ${vendor.trim() === '*' ? 'all vendors together' : vendor}`} in ${period}` +
    `${known.length === 0 ? '' : `; it has ${list(shortened(known.map(budgetText)))}`}.`,
  budgetsShareAMonth: (client: string, vendor: string, month: Month, rows: readonly number[]) =>
    `AIBudgets rows ${list(rows.map(String))} are both a budget of ${whose(client)}${vendor === '' ? '' : ` with ${vendor}`} for ${formatMonth(month)}. ` +
    'Change the months of one, or put both into one row.',
  mixedCurrencies: (currencies: readonly Currency[]) => `The budget is in ${list(currencies)}: name a currency.`,
  runRate: () => 'A budget is of months: runrate is none. Use month, ttm, ytd, 2024, FY2025 or 2024-01:2024-06.',
  budgetIsZero: () => 'The budget is 0, so there is no share of it that is used.',
  moreDecimals: (amount: Decimal, currency: Currency) =>
    `${amount.toFixed()} has more decimals than ${currency} has: an amount that is spread is divided to the last unit.`,
  spreadByCredit: (month: Month) =>
    `${formatMonth(month)} came to less than nothing, and a budget cannot be spread by that. Spread it evenly.`,
  spreadByNothing: (from: Month, to: Month) =>
    `Nothing was spent from ${formatMonth(from)} to ${formatMonth(to)}, so there is nothing to spread by. Spread it evenly.`,
  notUsedUp: (account: string, budget: Money, total: Decimal) =>
    `${account} stays within the budget of ${formatAmount(budget)}: actual and forecast come to ${formatAmount({ ...budget, amount: total })}.`,
  notUsedUpBefore: (account: string, budget: Money, until: Month, most: number) =>
    `${account} stays within the budget of ${formatAmount(budget)} to ${formatMonth(until)}, and AIFORECAST tells no more than ${most} months. ` +
    'Ask for a shorter period.',
  budgetTooLong: (last: Month, months: number, most: number) =>
    `The budget goes on to ${formatMonth(last)}, ${months} months after the latest complete one, and AIFORECAST tells ${most} at most. ` +
    'Ask for a shorter period.',
  tooManyMonths: (months: number, most: number) =>
    `${months} months are more than AIFORECAST tells: it forecasts ${most} at most.`,
  seriesTooShort: (whose: string, months: readonly Month[], least: number) =>
    `${whose} has ${months.length === 0 ? 'no complete month' : `${describeMonths(months)}`} on record without a gap; ` +
    `a forecast needs ${least} complete months in a row.`,
  methodDoesNotFit: (method: string, months: number) =>
    method === 'growth'
      ? '"growth" needs amounts above 0 in every month. Use linear, or leave the method out.'
      : `"seasonal" needs 12 months in a row; ${months} are on record. Use linear, or leave the method out.`,
} as const;

/** `Acme`, `"*" (all clients)`. */
function whose(client: string): string {
  return client.trim() === '*' ? `${quote('*')} (all clients)` : client;
}

/** `2024-01 to 2024-12`, `2024-03 with OpenAI`. */
function budgetText({
  vendor,
  from,
  to,
}: {
  readonly vendor: string;
  readonly from: Month;
  readonly to: Month;
}): string {
  const span = from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`;
  return `${span}${vendor === '' ? '' : ` with ${vendor}`}`;
}

const MOST_NAMED = 5;

function shortened(items: readonly string[]): string[] {
  return items.length <= MOST_NAMED ? [...items] : [...items.slice(0, MOST_NAMED), `${items.length - MOST_NAMED} more`];
}
