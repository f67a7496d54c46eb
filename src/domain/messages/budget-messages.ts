import { formatMonth, type Month } from '../calendar/month';

/** The messages of budgets, which few workbooks need: the script that every workbook loads does not carry them. */
export const budgetMessages = {
  noTable: () =>
    'This workbook has no table AIBudgets. Make one with the columns Client, Vendor, From, To, Budget and Currency.',
  endsBeforeStart: (from: Month, to: Month) => `To (${formatMonth(to)}) lies before From (${formatMonth(from)}).`,
} as const;
