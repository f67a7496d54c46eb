import { addMonths, formatMonth, type Month } from '../../../domain/calendar/month';
import { monthsBetween } from '../../../domain/figures/asked-months';
import type { BudgetFigure } from '../../../domain/figures/budget';
import { budgetFor } from '../../../domain/figures/budgeted-months';
import type { Forecast } from '../../../domain/figures/forecast';
import { convertMonth } from '../../../domain/figures/spend';
import type { Account, AccountMonth } from '../../../domain/ledger/account';
import type { Book } from '../../../domain/ledger/book';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { Currency } from '../../../domain/money/currency';
import { ZERO, type Decimal } from '../../../domain/money/decimal';
import { formatAmount } from '../../../domain/money/money';
import type { PlanAmount, PlanMonth } from '../../contract/plan-services';

/** Where there is no budget to say from when on. */
const MONTHS_BACK = 12;

/** What the months of a chart are drawn from. */
export interface Drawn {
  readonly account: Account | null;
  readonly limit: BudgetFigure | null;
  readonly forecast: Forecast | null;
}

/** The months of the budget's period, or the last twelve, and those that are forecast. */
export function planMonths(book: Book, { account, limit, forecast }: Drawn, currency: Currency): PlanMonth[] {
  const series = forecast?.series.months ?? [];
  const [from, until] = [
    limit?.period.from ?? series.at(-MONTHS_BACK)?.month ?? series[0]?.month,
    latest(limit?.period.to, forecast?.months.at(-1)?.month),
  ];
  if (from === undefined || until === null) {
    return [];
  }
  const amount = (size: Decimal): PlanAmount => ({
    size: size.toNumber(),
    text: formatAmount({ amount: size, currency }).replace(` ${currency}`, ''),
  });
  const recorded = account === null ? [] : monthsBetween(account, from, until).filter(({ onRecord }) => onRecord);
  const spent = spendsOf(book, recorded, forecast, currency);
  const ahead = new Map(forecast?.months.map((month) => [month.month, month]));
  return Array.from({ length: until - from + 1 }, (_, at): PlanMonth => {
    const month = addMonths(from, at);
    const [actual, expected] = [spent.get(month), ahead.get(month)];
    const planned = budgetOf(book, limit, month, currency);
    const [low, high] = [expected?.low ?? null, expected?.high ?? null];
    return {
      month: formatMonth(month),
      actual: actual === undefined ? null : amount(actual),
      forecast: expected === undefined ? null : amount(expected.amount),
      band: low === null || high === null ? null : { low: amount(low), high: amount(high) },
      budget: planned === null ? null : amount(planned),
    };
  });
}

function latest(...months: readonly (Month | undefined)[]): Month | null {
  return months.reduce<Month | null>(
    (found, month) => (month === undefined || (found ?? month) > month ? found : month),
    null,
  );
}

/** What was spent, month by month; 0 if it is known that nothing was. A month of which it cannot be told is left out. */
function spendsOf(
  book: Book,
  recorded: readonly AccountMonth[],
  forecast: Forecast | null,
  currency: Currency,
): Map<Month, Decimal> {
  const zeros = (forecast?.series.months ?? []).filter(({ spend }) => spend === null);
  return new Map([
    ...zeros.map(({ month }): [Month, Decimal] => [month, ZERO]),
    ...recorded.flatMap((month): [Month, Decimal][] => {
      const spend = orProblem(() => convertMonth(book, month, month.amounts(), currency));
      return spend instanceof Problem ? [] : [[month.month, spend.converted.amount]];
    }),
  ]);
}

function budgetOf(book: Book, limit: BudgetFigure | null, month: Month, currency: Currency): Decimal | null {
  if (limit === null || !limit.budgeted.months.includes(month)) {
    return null;
  }
  const planned = orProblem(() => budgetFor(book, limit.budgeted, [month], currency));
  return planned instanceof Problem ? null : planned;
}
