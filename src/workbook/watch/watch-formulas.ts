import { LocatedColumns, type RawTable } from '../../domain/ledger/table';
import { TABLES, TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { longBracket } from '../../formats/formula/structured-reference';
import { WATCH } from '../formulas/watch-function';
import { cellBytes } from '../host/byte-blocks';
import type { Steps } from '../../domain/ledger/steps';

/*
 * Excel does not know that `=AISPEND("ByteDance")` rests on a table. A watch cell beside the table does: its formula names the
 * columns, so Excel calculates it whenever one of them changes, for whatever reason, and so hands the columns to the add-in.
 */

/** What one call may hand over, in bytes: Excel takes at most 5 MB. */
const CALL_BYTES = 4_000_000;

/** What a row of one cell has around it. */
const CELL_BYTES = 4;

/** From here on cells that were written for fewer rows are shared out anew, before Excel refuses their calls. */
const FULL_CALL_BYTES = 4_500_000;

/** A table that the functions read; those that imports keep are of no consequence to a figure. */
export function isWatched(name: string): name is TableName {
  return (TABLE_NAMES as readonly string[]).includes(name);
}

/** Where the columns of a table that are watched stand, from first to last as the schema orders them; none if it cannot be read. */
export function watchedColumns(table: Pick<RawTable, 'name' | 'header'>): number[] {
  if (!isWatched(table.name)) {
    return [];
  }
  const located = new LocatedColumns<string>(table, TABLES[table.name]);
  return located.fault === null ? located.places().map(({ at }) => at) : [];
}

/** A column that is watched: how a formula names it, and what it comes to in a call, in bytes. */
export interface SizedColumn {
  readonly reference: string;
  readonly size: number;
}

/** The columns of a table that are watched, as its rows are now. */
export function* sizedColumns({
  name,
  header,
  rows,
}: Pick<RawTable, 'name' | 'header' | 'rows'>): Steps<SizedColumn[]> {
  const sized: SizedColumn[] = [];
  for (const at of watchedColumns({ name, header })) {
    const column = String(header[at] ?? '');
    let size = 0;
    for (const row of rows) {
      yield;
      size += CELL_BYTES + cellBytes(row[at] ?? null);
    }
    sized.push({ reference: name + longBracket({ items: [], columns: [column, column] }), size });
  }
  return sized;
}

/**
 * The formulas of a table's watch cells, for as many cells as it takes to stay below Excel's limit of what a call may carry.
 *
 * @example =AIWATCH(AIReturns[Study],AIReturns[Year],AIReturns[Segment],AIReturns[Return per 1],AIReturns[Source],AIReturns[Note])
 */
export function watchFormulas(columns: readonly SizedColumn[]): string[] {
  const cells: string[][] = [];
  let bytes = Infinity;
  for (const { reference, size } of columns) {
    if (bytes + size > CALL_BYTES) {
      cells.push([]);
      bytes = 0;
    }
    cells.at(-1)?.push(reference);
    bytes += size;
  }
  return cells.map((references) => `=${WATCH}(${references.join(',')})`);
}

/** Whether a watch cell of a table with these columns still hands over no more than Excel takes. */
export function fitsOneCall(formula: string, columns: readonly SizedColumn[]): boolean {
  const named = formula.toLowerCase();
  const bytes = columns.reduce(
    (sum, { reference, size }) => sum + (named.includes(reference.toLowerCase()) ? size : 0),
    0,
  );
  return bytes <= FULL_CALL_BYTES;
}

/** Whether a formula watches this table. */
export function watches(formula: unknown, table: string): boolean {
  return (
    typeof formula === 'string' && WATCH_CALL.test(formula) && formula.toLowerCase().includes(`${table.toLowerCase()}[`)
  );
}

/** As typed, and as a file may have left it. */
const WATCH_CALL = /^=(_xldudf_|_xlfn\.)?AIWATCH\(/i;
