import type { Book } from '../../domain/ledger/book';
import { toDouble } from '../../domain/money/decimal';
import { Problem } from '../../domain/messages/problem';
import { CellError } from '../../functions/call/cell-input';
import type { CellOutput } from '../../functions/call/cell-output';
import { shownAs } from '../../functions/explain/cell-text';
import { evaluate } from '../../functions/call/evaluate';
import { explain, FIRST_CELL, type CellOfResult } from '../../functions/explain/explain';
import { declarationOf } from '../../functions/explain/outside-cells';
import type { Evaluate, RawArgument, Resolution } from '../../workbook/cells/argument-values';
import type { ExplainedCall, WrittenCall } from '../contract/services';

/** A result of many cells is shown as far as this. */
const PREVIEW_ROWS = 4;
const PREVIEW_COLUMNS = 3;

/** Explains one of the cells of a call whose arguments have been read, by the very declaration that its cell runs. */
export function explainResolved(
  call: WrittenCall,
  resolution: Resolution,
  book: Book,
  at: CellOfResult = FIRST_CELL,
): ExplainedCall {
  if (resolution.kind !== 'values') {
    const { kind, position } = resolution;
    return { kind, argument: parameterName(call.functionName, position), text: call.arguments[position] ?? '' };
  }
  const cells = outputsOf(call.functionName, resolution.values, book);
  const columns = cells[0]?.length ?? 0;
  return {
    kind: 'explained',
    explanation: explain(call.functionName, resolution.values, book, at),
    rows: cells.length,
    columns,
    preview:
      cells.length * columns === 1
        ? []
        : cells.slice(0, PREVIEW_ROWS).map((row) => row.slice(0, PREVIEW_COLUMNS).map(shownAs)),
  };
}

/** Works out a call that stands as an argument of another, as Excel would before it calls the outer one. */
export function evaluateNested(book: Book): Evaluate {
  return (functionName, values) => outputsOf(functionName, values, book).map((row) => row.map(argumentCell));
}

/** What a call gives, cell by cell. */
export function outputsOf(functionName: string, values: readonly RawArgument[], book: Book): CellOutput[][] {
  return evaluate(declarationOf(functionName), values, book);
}

function parameterName(functionName: string, position: number): string {
  return Object.keys(declarationOf(functionName).parameters)[position] ?? `argument ${position + 1}`;
}

/** What a cell's output is as an argument of another function. */
function argumentCell(output: CellOutput): unknown {
  if (typeof output === 'string') {
    return output;
  }
  if (output instanceof CellError) {
    return output.original;
  }
  if (output instanceof Problem) {
    return { type: 'Error', basicValue: output.code };
  }
  return toDouble(output.value);
}
