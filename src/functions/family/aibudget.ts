import { BUDGET_MEASURES } from '../../domain/figures/budget-words';
import { calculate } from '../call/calculate';
import { declare } from '../call/declaration';
import { plans } from '../late/late-figures';
import { currency, optionalName, optionalPeriod, requiredName, word } from '../call/parameters';

export const AIBUDGET = declare({
  name: 'AIBUDGET',
  parameters: {
    client: requiredName('client'),
    period: optionalPeriod,
    measure: word(BUDGET_MEASURES),
    currency,
    vendor: optionalName('vendor'),
  },
  late: [plans],
  figure: (book, question) => plans.get().budget(book, question),
  show: (figure) => plans.get().budgetCell(figure),
});

/**
 * What AIBUDGET can tell. The metadata generator reads the values as JSON, hence the double quotes.
 * @customenum {string}
 */
// prettier-ignore
declare enum BUDGETMEASURE {
  /** The budget (default). */
  budget = "budget",
  /** What was spent of it. */
  actual = "actual",
  /** The budget of the months to the latest on record, less what was spent. */
  variance = "variance",
  /** What was spent, as a share of the budget. */
  used = "used",
  /** The budget less what was spent. */
  left = "left",
  /** What was spent and, for the months to come, AIFORECAST. */
  forecast = "forecast",
  /** The month in which what was spent and is forecast passes the budget. */
  runout = "runout",
}

/**
 * A client's AI budget, and how its spend stands against it: used, left, forecast, run-out month.
 * @customfunction AIBUDGET AIBUDGET
 * @helpurl https://localhost:3000/help.html#aibudget
 * @param client Client's name as in AIBudgets, or "*" for the budget of all clients together. A range gives one result for each name.
 * @param [period] 2024, FY2025, 2024-Q4, 2024-11, a date, 2024-01:2024-06, month, ttm, ytd. Default: the fiscal year of the latest month on record.
 * @param [measure] budget (default), actual, variance, used, left, forecast or runout.
 * @param [currency] ISO 4217 code such as USD: each month is converted at its mean rate in AIRates. Default: the currency of the budget.
 * @param [vendor] Only the budget with this vendor. Default: that with all vendors together.
 * @returns An amount; for used a fraction of the budget, for runout a month.
 * @remarks
 * Reads AIBudgets. An amount is spread evenly over its months. Months without a budget are left out, of the spend as well, and
 * the number format tells how many are in it. Without a vendor the budget is that of the rows without one, else that with the
 * only vendor that has any. What was spent counts as for AISPEND. `forecast` and `runout` go on with AIFORECAST; a month that
 * is not over comes to its forecast, or to what is on record already if that is more. Nothing depends on today's date.
 *
 * Errors: as AISPEND; `#N/A` if no budget is on record, or for runout if the budget is not used up; `#VALUE!` if two
 * rows have a budget for one month, or budgets with several vendors are on record and none is named; `#DIV/0!` for the share
 * of a budget of 0.
 * @example =AIBUDGET("Acme",2024,"used") gives 90.0%: 900 spent of a budget of 1,000.
 * @example =AIBUDGET("Acme",,"runout") gives the month in which the budget is used up.
 */
export async function aibudget(
  client: any[][],
  period?: any[][],
  measure?: BUDGETMEASURE[][],
  currency?: any[][],
  vendor?: any[][],
): Promise<any[][]> {
  return calculate(AIBUDGET, [client, period, measure, currency, vendor]);
}
