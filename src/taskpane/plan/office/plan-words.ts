import { formatMonth } from '../../../domain/calendar/month';
import type { BudgetFigure } from '../../../domain/figures/budget';
import type { Forecast } from '../../../domain/figures/forecast';
import type { Account } from '../../../domain/ledger/account';
import { Problem } from '../../../domain/messages/problem';
import { formatAmount } from '../../../domain/money/money';

/** What the figures' structures have of a plan, for the chart and the words around it; null if there is none. */
export interface Known {
  readonly account: Account | null;
  /** The budget itself. */
  readonly limit: BudgetFigure | null;
  /** The month in which it runs out, or why there is none. */
  readonly runout: BudgetFigure | Problem | null;
  readonly forecast: Forecast | null;
}

/** In a few words whether a budget lasts: `runs out 2024-07`. */
export function outlookOf({ limit, runout }: Pick<Known, 'limit' | 'runout'>): string {
  if (limit === null) {
    return 'no budget';
  }
  if (runout instanceof Problem || runout?.result.kind !== 'month') {
    return '';
  }
  const { month } = runout.result;
  const isToCome = runout.course.some((one) => one.month === month && one.forecast);
  return `${isToCome ? 'runs' : 'ran'} out ${formatMonth(month)}`;
}

/** The first month of AIFORECAST's table: `220.00 EUR in 2024-07 by linear; 80 % between 210.00 EUR and 230.00 EUR`. */
export function forecastText(cells: readonly (readonly string[])[], method: string): string {
  const [, [month = '', amount = '', low = '', high = ''] = []] = cells;
  return `${amount} in ${month} by ${method}${low === '' ? '' : `; 80 % between ${low} and ${high}`}`;
}

/** What the chart shows, for those who do not see it. */
export function findingOf(name: string, known: Known, used: string | null): string {
  const { runout, forecast } = known;
  const outlook = runout instanceof Problem ? runout.message : runout === null ? '' : `The budget ${outlookOf(known)}.`;
  return [`${name}:`, used === null ? '' : `used ${used}.`, outlook, forecast === null ? '' : courseText(forecast)]
    .filter((part) => part !== '')
    .join(' ');
}

function courseText({ series, months, currency, method }: Forecast): string {
  const [latest, next] = [series.months.at(-1), months[0]];
  if (latest === undefined || next === undefined) {
    return '';
  }
  const [spent, expected] = [latest, next].map(
    ({ month, amount }) => `${formatAmount({ amount, currency })} in ${formatMonth(month)}`,
  );
  return `Actual ${spent}; forecast ${expected}, by ${method}.`;
}
