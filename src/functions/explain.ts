import { formatMonth, monthOfSerial } from '../domain/calendar/month';
import type { ResolvedPeriod } from '../domain/arguments/period';
import type { Book } from '../domain/ledger/book';
import { messages } from '../domain/messages/messages';
import { Problem, type Remedy } from '../domain/messages/problem';
import { elementAt } from './broadcast';
import { CellError, type CellInput } from './cell-input';
import { shownAs } from './cell-text';
import type { CellOutput } from './cell-output';
import type { Table } from './declaration';
import { readInputs, valuesAt, type Input } from './evaluate';
import { NO_BASIS, type Basis } from './explanation';
import { FAMILY } from './family';
import { MissingArgument } from './parameters';

/** How a call came to its result, or why it came to none. */
export interface Explanation extends Basis {
  readonly functionName: string;
  readonly arguments: readonly { readonly name: string; readonly understood: string }[];
  /** As the cell shows it; empty where there is a problem. */
  readonly result: string;
  readonly problem: { readonly code: string; readonly message: string; readonly remedy: Remedy | null } | null;
}

/**
 * Explains a call: runs the very declaration that the cell ran and tells what it rests on. Of a call over ranges the
 * first element is explained.
 *
 * @param rawArguments as the host passes them to the function
 */
export function explain(functionName: string, rawArguments: readonly unknown[], book: Book): Explanation {
  const declaration = FAMILY.find(({ name }) => name === functionName.toUpperCase());
  if (declaration === undefined) {
    throw new Error(`${functionName} is none of our functions`);
  }
  const inputs = readInputs(declaration, rawArguments);
  const named = inputs.map(understoodInput);
  const unexplained = { functionName: declaration.name, arguments: named, ...NO_BASIS, result: '' };
  try {
    const figure = declaration.figure(book, valuesAt(inputs, 0, 0));
    const result = resultText(declaration.show(figure));
    const basis = declaration.explain(figure);
    return {
      ...unexplained,
      ...basis,
      steps: withResult(basis.steps, result),
      arguments: withPeriod(named, basis.period),
      result,
      problem: null,
    };
  } catch (thrown) {
    return { ...unexplained, problem: problemOf(declaration.name, thrown) };
  }
}

function problemOf(functionName: string, thrown: unknown): Explanation['problem'] {
  if (thrown instanceof Problem) {
    return { code: thrown.code, message: thrown.message, remedy: thrown.remedy };
  }
  if (thrown instanceof CellError) {
    return { code: thrown.code, message: messages.errorPassedOn(thrown.code), remedy: null };
  }
  if (thrown instanceof MissingArgument) {
    return { code: '#VALUE!', message: messages.needs(functionName, thrown.what), remedy: null };
  }
  throw thrown;
}

/** The last line of the arithmetic ends with what the cell shows; a line that is the result already stands alone. */
function withResult(steps: readonly string[], result: string): string[] {
  const last = steps.at(-1);
  if (last === undefined || result === '' || last === result || last.endsWith(` ${result}`)) {
    return [...steps];
  }
  return [...steps.slice(0, -1), `${last} = ${result}`];
}

/** A table has no one result. */
function resultText(shown: CellOutput | Table): string {
  return Array.isArray(shown) ? '' : shownAs(shown as CellOutput);
}

/** What was given, in words: `not given`, `ByteDance`, `3 x 1 cells`; of a range that the function goes through, the first element. */
function understoodInput({ name, parameter, matrix }: Input): { name: string; understood: string } {
  const whole = parameter.takes === 'whole' && matrix.flat().length > 1;
  return {
    name,
    understood: whole ? `${matrix.length} x ${matrix[0]?.length ?? 0} cells` : cellText(name, elementAt(matrix, 0, 0)),
  };
}

function cellText(name: string, cell: CellInput): string {
  if (cell === null) {
    return messages.notGiven;
  }
  if (cell instanceof CellError) {
    return cell.code;
  }
  const month = typeof cell === 'number' && PERIODS.has(name) ? monthOfSerial(cell) : null;
  return month === null ? String(cell) : formatMonth(month);
}

const PERIODS: ReadonlySet<string> = new Set(['period', 'from', 'to', 'month']);

/** Adds how the period was resolved, which a word such as "ttm" does not tell. */
function withPeriod(named: Explanation['arguments'], period: ResolvedPeriod | undefined): Explanation['arguments'] {
  if (period === undefined) {
    return named;
  }
  const span =
    period.from === period.to ? formatMonth(period.from) : `${formatMonth(period.from)} to ${formatMonth(period.to)}`;
  const resolved = `${span}${period.times === 1 ? '' : `, times ${period.times}`}`;
  return named.map(({ name, understood }) =>
    name === 'period' && understood !== resolved
      ? { name, understood: `${understood} (${resolved})` }
      : { name, understood },
  );
}
