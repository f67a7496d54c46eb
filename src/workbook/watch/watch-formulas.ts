import { LocatedColumns, type RawTable } from '../../domain/ledger/table';
import { TABLES, TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { longBracket } from '../../formats/formula/structured-reference';
import { WATCH } from '../formulas/watch-function';
import { rowBytes } from '../host/byte-blocks';

/*
 * Excel does not know that `=AISPEND("ByteDance")` rests on a table. A watch cell beside the table does: its formula names the
 * columns, so Excel calculates it whenever one of them changes, for whatever reason, and so hands the columns to the add-in.
 */

/** What one call may hand over, in bytes: Excel takes at most 5 MB. */
const CALL_BYTES = 4_000_000;

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

/**
 * The formulas of a table's watch cells, for as many cells as it takes to stay below Excel's limit of what a call may carry.
 *
 * @example =AIWATCH(AIReturns[Study],AIReturns[Year],AIReturns[Segment],AIReturns[Return per 1],AIReturns[Source],AIReturns[Note])
 */
export function watchFormulas({ name, header, rows }: Pick<RawTable, 'name' | 'header' | 'rows'>): string[] {
  const cells: string[][] = [];
  let bytes = Infinity;
  for (const { reference, size } of sizedColumns({ name, header, rows })) {
    if (bytes + size > CALL_BYTES) {
      cells.push([]);
      bytes = 0;
    }
    cells.at(-1)?.push(reference);
    bytes += size;
  }
  return cells.map((columns) => `=${WATCH}(${columns.join(',')})`);
}

/** Whether a watch cell of a table, as its rows are now, still hands over no more than Excel takes. */
export function fitsOneCall(formula: string, table: Pick<RawTable, 'name' | 'header' | 'rows'>): boolean {
  const named = formula.toLowerCase();
  const bytes = sizedColumns(table).reduce(
    (sum, { reference, size }) => sum + (named.includes(reference.toLowerCase()) ? size : 0),
    0,
  );
  return bytes <= FULL_CALL_BYTES;
}

/** The columns that are watched: how a formula names each, and what it comes to in a call, in bytes. */
function sizedColumns({ name, header, rows }: Pick<RawTable, 'name' | 'header' | 'rows'>): {
  readonly reference: string;
  readonly size: number;
}[] {
  return watchedColumns({ name, header }).map((at) => {
    const column = String(header[at] ?? '');
    return {
      reference: name + longBracket({ items: [], columns: [column, column] }),
      size: rows.reduce((sum, row) => sum + rowBytes([row[at] ?? null]), 0),
    };
  });
}

/** Whether a formula watches this table. */
export function watches(formula: unknown, table: string): boolean {
  return (
    typeof formula === 'string' && WATCH_CALL.test(formula) && formula.toLowerCase().includes(`${table.toLowerCase()}[`)
  );
}

/** As typed, and as a file may have left it. */
const WATCH_CALL = /^=(_xldudf_|_xlfn\.)?AIWATCH\(/i;
