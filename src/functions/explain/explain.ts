import { daysOf } from '../../domain/calendar/day';
import { formatDay } from '../../domain/calendar/day-text';
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
import { NO_BASIS, type Basis, type TableLine } from './basis';
import { EXPLANATIONS } from './explanations';
import { declarationOf } from './outside-cells';
import { MissingArgument } from '../call/parameters';
import { rowsInDoubt, type RowInDoubt } from './rows-in-doubt';

/** A cell that a call fills, counted from that of the call itself. */
export interface CellOfResult {
  readonly row: number;
  readonly column: number;
}

export const FIRST_CELL: CellOfResult = { row: 0, column: 0 };

/** How a call came to its result, or why it came to none. */
export interface Explanation extends Basis {
  readonly functionName: string;
  readonly arguments: readonly { readonly name: string; readonly understood: string }[];
  /** As the cell shows it; empty if there is a problem. */
  readonly result: string;
  readonly problem: {
    readonly code: string;
    readonly message: string;
    readonly remedy: Remedy | null;
    /** The rows that the remedy leaves to the user to decide about. */
    readonly rows: readonly RowInDoubt[];
  } | null;
}

/**
 * Explains a call: runs the very declaration that the cell ran and tells what it rests on.
 *
 * @param rawArguments as the host passes them to the function
 * @param at which of the cells that the call fills is explained
 */
export function explain(
  functionName: string,
  rawArguments: readonly unknown[],
  book: Book,
  at: CellOfResult = FIRST_CELL,
): Explanation {
  const declaration = declarationOf(functionName);
  const inputs = readInputs(declaration, rawArguments);
  const named = inputs.map((input) => understoodInput(input, at));
  const unexplained = { functionName: declaration.name, arguments: named, ...NO_BASIS, result: '' };
  try {
    const figure = declaration.figure(book, valuesAt(inputs, at.row, at.column));
    const shown = declaration.show(figure);
    const result = resultText(shown, at);
    const basis = (EXPLANATIONS[declaration.name] as (figure: unknown, line: TableLine | null) => Basis)(
      figure,
      lineOf(shown, at),
    );
    return {
      ...unexplained,
      ...basis,
      steps: Array.isArray(shown) ? basis.steps : withResult(basis.steps, result),
      arguments: inputs.map((input) => understoodInput(input, at, basis.period)),
      result,
      problem: null,
    };
  } catch (thrown) {
    return { ...unexplained, problem: problemOf(declaration.name, thrown, book) };
  }
}

function problemOf(functionName: string, thrown: unknown, book: Book): Explanation['problem'] {
  if (thrown instanceof Problem) {
    const { code, message, remedy } = thrown;
    return { code, message, remedy, rows: rowsInDoubt(book, remedy) };
  }
  if (thrown instanceof CellError) {
    return {
      code: thrown.code,
      message: `A cell that was given as an argument shows ${thrown.code}. Correct that cell first.`,
      remedy: null,
      rows: [],
    };
  }
  if (thrown instanceof MissingArgument) {
    return { code: '#VALUE!', message: messages.needs(functionName, thrown.what), remedy: null, rows: [] };
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

/** A table as a whole has no one result, but each of its cells has. */
function resultText(shown: CellOutput | Table, { row, column }: CellOfResult): string {
  if (!Array.isArray(shown)) {
    return shownAs(shown as CellOutput);
  }
  const cell = row === 0 ? undefined : (shown as Table)[row]?.[column];
  return cell === undefined ? '' : shownAs(cell);
}

function lineOf(shown: CellOutput | Table, { row }: CellOfResult): TableLine | null {
  const label = Array.isArray(shown) && row > 0 ? (shown as Table)[row]?.[0] : undefined;
  return label === undefined ? null : { row, label: shownAs(label) };
}

/**
 * What was given, in words: `not given`, `ByteDance`, `3 x 1 cells`; of a range that the function goes through, the element of the
 * cell that is explained; of a period also how it was resolved, which a word such as "ttm" does not tell.
 */
function understoodInput(
  { name, parameter: { takes, control }, matrix }: Input,
  at: CellOfResult,
  period?: ResolvedPeriod,
): Explanation['arguments'][number] {
  if (takes === 'whole' && matrix.flat().length > 1) {
    return { name, understood: `${matrix.length} x ${matrix[0]?.length ?? 0} cells` };
  }
  const given = cellText(control, elementAt(matrix, takes === 'whole' ? 0 : at.row, takes === 'whole' ? 0 : at.column));
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
