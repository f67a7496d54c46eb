import { daysOf, formatDay } from '../../domain/calendar/day';
import { formatMonth, monthOfSerial } from '../../domain/calendar/month';
import type { ResolvedPeriod } from '../../domain/arguments/period';
import type { Book } from '../../domain/ledger/book';
import { messages } from '../../domain/messages/messages';
import { Problem, type Remedy } from '../../domain/messages/problem';
import { elementAt } from '../call/broadcast';
import { CellError, type CellInput } from '../call/cell-input';
import type { Control } from '../call/control';
import { shownAs } from './cell-text';
import type { CellOutput } from '../call/cell-output';
import type { Table } from '../call/declaration';
import { readInputs, valuesAt, type Input } from '../call/evaluate';
import { NO_BASIS, type Basis } from './basis';
import { EXPLANATIONS } from './explanations';
import { declarationOf } from './outside-cells';
import { MissingArgument } from '../call/parameters';

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
  const declaration = declarationOf(functionName);
  const inputs = readInputs(declaration, rawArguments);
  const named = inputs.map((input) => understoodInput(input));
  const unexplained = { functionName: declaration.name, arguments: named, ...NO_BASIS, result: '' };
  try {
    const figure = declaration.figure(book, valuesAt(inputs, 0, 0));
    const result = resultText(declaration.show(figure));
    const basis = (EXPLANATIONS[declaration.name] as (figure: unknown) => Basis)(figure);
    return {
      ...unexplained,
      ...basis,
      steps: withResult(basis.steps, result),
      arguments: inputs.map((input) => understoodInput(input, basis.period)),
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
    return {
      code: thrown.code,
      message: `A cell that was given as an argument shows ${thrown.code}. Correct that cell first.`,
      remedy: null,
    };
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

/**
 * What was given, in words: `not given`, `ByteDance`, `3 x 1 cells`; of a range that the function goes through, the first
 * element; of a period also how it was resolved, which a word such as "ttm" does not tell.
 */
function understoodInput(
  { name, parameter: { takes, control }, matrix }: Input,
  period?: ResolvedPeriod,
): Explanation['arguments'][number] {
  if (takes === 'whole' && matrix.flat().length > 1) {
    return { name, understood: `${matrix.length} x ${matrix[0]?.length ?? 0} cells` };
  }
  const given = cellText(control, elementAt(matrix, 0, 0));
  const resolved = control.kind === 'period' && period !== undefined ? resolvedText(period) : given;
  return { name, understood: given === resolved ? given : `${given} (${resolved})` };
}

function cellText(control: Control, cell: CellInput): string {
  if (cell === null) {
    return 'not given';
  }
  if (cell instanceof CellError) {
    return cell.code;
  }
  const days = control.kind === 'date' && typeof cell !== 'string' ? daysOf(cell) : null;
  if (days !== null) {
    return days.first === days.last ? formatDay(days.first) : `${formatDay(days.first)} to ${formatDay(days.last)}`;
  }
  const month = typeof cell === 'number' && control.kind === 'period' ? monthOfSerial(cell) : null;
  return month === null ? String(cell) : formatMonth(month);
}

/** `2024-01 to 2024-12`, `2024-11, times 12`. */
function resolvedText({ from, to, times }: ResolvedPeriod): string {
  const span = from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`;
  return `${span}${times === 1 ? '' : `, times ${times}`}`;
}
