import { formatMonth, type Month } from '../calendar/month';
import { describeMonths } from './messages';

/** The messages of budgets, which few workbooks need: the script that every workbook loads does not carry them. */
export const budgetMessages = {
  noTable: () =>
    'This workbook has no table AIBudgets. Make one with the columns Client, Vendor, From, To, Budget and Currency.',
  endsBeforeStart: (from: Month, to: Month) => `To (${formatMonth(to)}) lies before From (${formatMonth(from)}).`,
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
