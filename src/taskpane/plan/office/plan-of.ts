import { parsePeriod, type Period } from '../../../domain/arguments/period';
import { budget, type BudgetFigure } from '../../../domain/figures/budget';
import type { BudgetMeasure } from '../../../domain/figures/budget-words';
import { forecast, type Forecast } from '../../../domain/figures/forecast';
import { LONGEST_FORECAST } from '../../../domain/figures/forecast-words';
import { accountOf, latestWhole, monthlySeries } from '../../../domain/figures/monthly-series';
import type { Account } from '../../../domain/ledger/account';
import type { Book } from '../../../domain/ledger/book';
import { ALL } from '../../../domain/ledger/name-key';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { Currency } from '../../../domain/money/currency';
import type { Plan, PlanFigure, PlanGap, PlanSubject } from '../../contract/plan-services';
import { budgetUse } from '../../office/client-line';
import { askBudget, askForecast, FORECAST_MONTHS, type Answered } from './plan-calls';
import { currencyToForecast } from './plan-currency';
import { planMonths } from './plan-months';
import { findingOf, forecastText, outlookOf, type Known } from './plan-words';

/** What AIBUDGET tells of a plan, in the order in which it is read. */
const MEASURES: readonly (readonly [BudgetMeasure, string])[] = [
  ['budget', 'Budget'],
  ['actual', 'Actual'],
  ['used', 'Used'],
  ['forecast', 'Actual and forecast'],
  ['runout', 'Runs out in'],
];

/**
 * A budget, what is spent of it, and where it will end: each figure by the very function that its formula calls, whose code has to be
 * there already (`fetchLateCode`).
 */
export function planOf(book: Book, subject: PlanSubject): Plan {
  const limit = orProblem(() => measure(book, subject, 'budget'));
  const account = orProblem(() => accountOf(book, subject.client, subject.vendor ?? ALL));
  const ahead = orProblem(() => forecastFor(book, subject, limit instanceof Problem ? null : limit));
  const known: Known = {
    account: account instanceof Problem ? null : account,
    limit: limit instanceof Problem ? null : limit,
    runout: limit instanceof Problem ? null : orProblem(() => measure(book, subject, 'runout')),
    forecast: ahead instanceof Problem ? null : ahead.forecast,
  };
  const measured = known.limit === null ? [] : MEASURES.map(([name]) => askBudget(book, subject, name));
  const currency = known.limit?.budget?.currency ?? known.forecast?.currency ?? null;
  const used = known.limit === null ? null : budgetUse(book, subject.client, subject.vendor, periodOf(subject));
  return {
    used,
    outlook: outlookOf(known),
    figures: [
      ...measured.flatMap((answer, at) => figureOf(MEASURES[at]?.[1] ?? '', answer)),
      ...(ahead instanceof Problem ? [] : [{ ...ahead.figure, label: 'Forecast' }]),
    ],
    remarks: remarksOf(measured, ahead),
    gaps: gapsOf(limit, ahead),
    currency: currency ?? '',
    method: known.forecast?.method ?? null,
    months: currency === null ? [] : planMonths(book, known, currency),
    finding: findingOf(subject.name, known, used?.text ?? null),
  };
}

function measure(book: Book, subject: PlanSubject, name: BudgetMeasure): BudgetFigure {
  const { client, vendor } = subject;
  return budget(book, { client, period: periodOf(subject), measure: name, currency: null, vendor });
}

function periodOf({ year }: PlanSubject): Period | null {
  return year === null ? null : parsePeriod(year);
}

interface Ahead {
  readonly forecast: Forecast;
  readonly figure: Omit<PlanFigure, 'label'>;
}

/**
 * To the end of the budget, in its currency; else the next months. The currency is named only if the rows have another.
 *
 * @throws Problem as `forecast` does
 */
function forecastFor(book: Book, subject: PlanSubject, limit: BudgetFigure | null): Ahead {
  const { client, vendor } = subject;
  const account = accountOf(book, client, vendor ?? ALL);
  const [whole, last] = [latestWhole(book, account), limit?.budgeted.months.at(-1)];
  const left = whole === null || last === undefined ? 0 : last - whole;
  const months = left < 1 ? FORECAST_MONTHS : Math.min(left, LONGEST_FORECAST);
  const currency = currencyToName(book, account, limit?.budget?.currency ?? null);
  const found = forecast(book, { client, vendor: vendor ?? ALL, months, method: 'auto', currency });
  const answer = askForecast(book, subject, { months, currency });
  return { forecast: found, figure: { formula: answer.formula, text: forecastText(answer.cells, found.method) } };
}

function currencyToName(book: Book, account: Account, wanted: Currency | null): Currency | null {
  if (wanted === null) {
    const found = currencyToForecast(book, account);
    return found instanceof Problem ? null : found;
  }
  const own = orProblem(() => monthlySeries(book, account, null));
  return !(own instanceof Problem) && own.currency === wanted ? null : wanted;
}

function figureOf(label: string, { formula, cells, problem }: Answered): PlanFigure[] {
  return problem === null ? [{ label, formula, text: cells[0]?.[0] ?? '' }] : [];
}

/** Why figures are missing, each reason once. What a gap says already is not said again. */
function remarksOf(measured: readonly Answered[], ahead: Ahead | Problem): string[] {
  const told = ahead instanceof Problem ? ahead.message : null;
  return [...new Set(measured.flatMap(({ problem }) => problem ?? []))].filter((problem) => problem !== told);
}

function gapsOf(limit: BudgetFigure | Problem, ahead: Ahead | Problem): PlanGap[] {
  const ofBudget = limit instanceof Problem ? [limit] : [];
  return [
    ...ofBudget.map(({ code, message }): PlanGap => ({ kind: code === '#N/A' ? 'budget' : 'rows', message })),
    ...(ahead instanceof Problem ? [{ kind: 'months' as const, message: ahead.message }] : []),
  ];
}
