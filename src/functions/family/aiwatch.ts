import { currentBook } from '../../workbook/runtime';
import { CellError, plainCell, plainMatrix, type CellInput } from '../call/cell-input';
import { hostErrorOf } from '../call/cell-output';
import { LateCode } from '../call/late-code';
import type { CellValue } from '../../domain/ledger/table';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';

/** What takes the columns; a workbook without watch cells never needs it. */
const TAKE = new LateCode(
  'changes of tables',
  async () => (await import(/* webpackChunkName: "watch" */ '../../workbook/watch/watched-columns')).takeColumns,
);

/** An error in a cell stands in a table's rows as its code. */
function valueOf(cell: CellInput): CellValue {
  return cell instanceof CellError ? cell.code : cell;
}

/** Whether a range came as rows of cells, as Excel hands it over. */
function isMatrix(range: unknown): range is readonly (readonly unknown[])[] {
  return Array.isArray(range) && range.every(Array.isArray);
}

/** Every column of the ranges, each from top to bottom. */
function columnsOf(ranges: readonly unknown[]): CellValue[][] {
  return ranges.flatMap((range) => {
    // A long column is not copied row by row first.
    const rows: readonly (readonly unknown[])[] = isMatrix(range) ? range : plainMatrix(range);
    return (rows[0] ?? []).map((_, at) => rows.map((row) => valueOf(plainCell(row[at]))));
  });
}

/**
 * Keeps the figures in step with a table: AI Spend writes this formula beside each of its tables.
 * @customfunction AIWATCH AIWATCH
 * @helpurl https://localhost:3000/help.html#aiwatch
 * @requiresAddress
 * @excludeFromAutoComplete
 * @param columns Columns of one of the tables of AI Spend.
 * @param invocation Where the formula stands.
 * @returns A text: in step, how many rows the table has, and its last month.
 * @remarks
 * Excel does not know that `=AISPEND("ByteDance")` rests on the table AIClients. This formula names the columns of a table, so
 * Excel calculates it whenever one of them changes, a formula's result too, and the figures follow. Loads, Repair and Prepare for
 * sharing write it if it is missing; nobody needs to type it.
 *
 * Errors: `#VALUE!` for columns that are not those of a table of AI Spend.
 * @example =AIWATCH(AIReturns[Study],AIReturns[Year]) shows "in step, 1 row".
 */
export async function aiwatch(columns: any[][][], invocation: CustomFunctions.Invocation): Promise<string> {
  // If it cannot be fetched, the cell says so below, and what to do.
  await TAKE.fetch().catch((failure: unknown) => console.error('AI Spend could not fetch a part of AIWATCH.', failure));
  try {
    return await TAKE.get()(currentBook, invocation.address ?? null, columnsOf(columns));
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw hostErrorOf(
      failure instanceof Problem ? failure : new Problem('#VALUE!', messages.workbookUnreadable(reason)),
    );
  }
}
