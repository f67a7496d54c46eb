import type { BudgetMeasure } from '../../../domain/figures/budget-words';
import type { Book } from '../../../domain/ledger/book';
import { Problem } from '../../../domain/messages/problem';
import type { Currency } from '../../../domain/money/currency';
import { shownAs } from '../../../functions/explain/cell-text';
import { quoted } from '../../contract/formulas';
import type { PlanSubject } from '../../contract/plan-services';
import { outputsOf } from '../../explain/call-explanation';

/** A call of one of our functions, and what its cells show; or why they show nothing. */
export interface Answered {
  readonly formula: string;
  readonly cells: readonly (readonly string[])[];
  readonly problem: string | null;
}

/** So many months AIFORECAST tells where none are named. */
export const FORECAST_MONTHS = 3;

/** Asks AIBUDGET, as a cell would. */
export function askBudget(book: Book, { client, vendor, year }: PlanSubject, measure: BudgetMeasure): Answered {
  const period = year !== null && /^\d+$/.test(year) ? Number(year) : year;
  return ask(book, 'AIBUDGET', [client, period, measure === 'budget' ? null : measure, null, vendor]);
}

/** Asks AIFORECAST, as a cell would. */
export function askForecast(
  book: Book,
  { client, vendor }: PlanSubject,
  { months, currency }: { readonly months: number; readonly currency: Currency | null },
): Answered {
  return ask(book, 'AIFORECAST', [client, months === FORECAST_MONTHS ? null : months, null, currency, vendor]);
}

function ask(book: Book, functionName: string, values: readonly (string | number | null)[]): Answered {
  const last = Math.max(...values.map((value, at) => (value === null ? -1 : at)));
  const given = values.slice(0, last + 1);
  const written = given.map((value) => (typeof value === 'string' ? quoted(value) : (value?.toString() ?? '')));
  const outputs = outputsOf(
    functionName,
    given.map((value) => (value === null ? null : [[value]])),
    book,
  );
  const [[first] = []] = outputs;
  return {
    formula: `=${functionName}(${written.join(',')})`,
    cells: outputs.map((row) => row.map(shownAs)),
    problem: first instanceof Problem ? first.message : null,
  };
}
