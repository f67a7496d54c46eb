import { GENERAL } from '../../formats/xlsx/number-formats';
import type { AnyTableName } from '../../domain/ledger/import-tables';
import type { RawTable } from '../../domain/ledger/table';
import { TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { MAX_COLUMNS } from '../../formats/xlsx/excel-limits';
import type { ReadTable } from '../book/read-parts';
import { inTurns } from '../host/turns';
import { fitsOneCall, sizedColumns, watches, watchFormulas } from './watch-formulas';

/** A cell that is to be written, in the header row of a table's sheet. */
export interface WatchWrite {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** '' clears the cell. */
  readonly formula: string;
  /** What stands there now. */
  readonly before: string;
}

/** A table, for its watch cells: by its header and by how much its rows come to. */
export type SizedTable = Pick<RawTable, 'name' | 'header' | 'rows'>;

/** The colour of what is not meant for reading. */
const QUIET = '#767676';

/** Where the watch cells of a table that is made at A1 of a new sheet stand: right of it, with a column between. */
export async function firstWatchWrites(table: SizedTable): Promise<WatchWrite[]> {
  return watchFormulas(await inTurns(sizedColumns(table))).map((formula, at) => ({
    row: 0,
    column: table.header.length + 1 + at,
    formula,
    before: '',
  }));
}

/** How a table is watched. */
interface Watch {
  /** Whether cells hand over all of its columns. Also of a table that cannot be read, so that nothing is to be watched. */
  readonly isWhole: boolean;
  /** What is to be written so that it is; nothing if nothing can be: the sheet is protected, or its row is full. */
  readonly writes: readonly WatchWrite[];
  readonly sheet: string;
}

/**
 * What is to be written so that a table is watched. Nothing if it is already, or cannot be.
 *
 * @param wider by so many columns what stands right of the table will have moved when it is written
 */
export async function watchWrites(
  context: Excel.RequestContext,
  table: SizedTable,
  wider = 0,
): Promise<readonly WatchWrite[]> {
  const { writes } = await readWatch(context, table);
  return writes.map((write) => ({ ...write, column: write.column + wider }));
}

/** The tables that are not watched, of those that have been read; one that is missing, or cannot be read, needs no watch. */
export async function unwatchedTables(
  context: Excel.RequestContext,
  read: Readonly<Record<TableName, Pick<ReadTable, 'raw'> | null>>,
): Promise<TableName[]> {
  const unwatched: TableName[] = [];
  for (const name of TABLE_NAMES) {
    const table = read[name];
    if (table !== null && !(await readWatch(context, table.raw)).isWhole) {
      unwatched.push(name);
    }
  }
  return unwatched;
}

/**
 * Gives tables their watch cells where they are missing, or show that Excel did not know the function, but not on a protected
 * sheet. Writes, so never in answer to an event.
 *
 * @param tables as they were read: their size decides how many cells it takes
 * @returns the tables that were not watched, and are now
 */
export async function mendWatchCells(
  context: Excel.RequestContext,
  tables: Iterable<SizedTable | null>,
): Promise<AnyTableName[]> {
  const mended: AnyTableName[] = [];
  for (const table of tables) {
    const { sheet, writes } = table === null ? NO_WATCH : await readWatch(context, table);
    if (table !== null && writes.length > 0) {
      queueWatchWrites(context.workbook.worksheets.getItem(sheet), writes);
      mended.push(table.name);
    }
  }
  await context.sync();
  return mended;
}

/** Queues what `watchWrites` found. */
export function queueWatchWrites(sheet: Excel.Worksheet, writes: readonly WatchWrite[]): void {
  for (const { row, column, formula } of writes) {
    const cell = sheet.getCell(row, column);
    cell.numberFormat = [[GENERAL]];
    cell.formulas = [[formula]];
    cell.format.font.color = QUIET;
  }
}

const NO_WATCH: Watch = { isWhole: true, writes: [], sheet: '' };

async function readWatch(context: Excel.RequestContext, table: SizedTable): Promise<Watch> {
  const columns = await inTurns(sizedColumns(table));
  const wanted = watchFormulas(columns);
  const beside = wanted.length === 0 ? null : await besideHeader(context, table.name);
  if (beside === null) {
    return NO_WATCH;
  }
  const writes = planWrites(beside, table.name, wanted, (formula) => fitsOneCall(formula, columns));
  return {
    isWhole: writes?.length === 0,
    writes: beside.isProtected ? [] : (writes ?? []),
    sheet: beside.sheet,
  };
}

/** The cells of the header row right of a table, as far as the sheet is used. */
export interface BesideHeader {
  readonly sheet: string;
  readonly isProtected: boolean;
  readonly row: number;
  /** The first column after the table. */
  readonly column: number;
  readonly formulas: readonly unknown[];
  readonly texts: readonly unknown[];
  /** The columns of the sheet that other tables take in this row, from the first up to, and without, the last. */
  readonly taken: readonly { readonly from: number; readonly to: number }[];
}

async function besideHeader(context: Excel.RequestContext, name: AnyTableName): Promise<BesideHeader | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const { worksheet } = table;
  worksheet.load('name');
  worksheet.protection.load('protected');
  worksheet.tables.load('items/name');
  const header = table.getHeaderRowRange().load('rowIndex,columnIndex,columnCount');
  const used = worksheet.getUsedRangeOrNullObject().load('columnIndex,columnCount');
  await context.sync();
  if (table.isNullObject) {
    return null;
  }
  const { rowIndex: row } = header;
  const column = header.columnIndex + header.columnCount;
  const end = Math.max(column + 1, used.isNullObject ? 0 : used.columnIndex + used.columnCount);
  const range = worksheet.getRangeByIndexes(row, column, 1, end - column).load('formulas,text');
  const tables = worksheet.tables.items.map((other) =>
    other.getRange().load('rowIndex,rowCount,columnIndex,columnCount'),
  );
  await context.sync();
  return {
    sheet: worksheet.name,
    isProtected: worksheet.protection.protected,
    row,
    column,
    formulas: range.formulas[0] ?? [],
    texts: range.text[0] ?? [],
    taken: tables
      .filter(({ rowIndex, rowCount }) => rowIndex <= row && row < rowIndex + rowCount)
      .map(({ columnIndex, columnCount }) => ({ from: columnIndex, to: columnIndex + columnCount })),
  };
}

/**
 * Cells that watch already are kept where they stand, and as they are where together they hand over what is wanted: how the columns
 * are shared out changes with their size. Others take the next that are blank and in no table, nor right beside one.
 *
 * @param fits whether what a cell hands over is not too much for one call
 * @returns null if the row has no such cell left
 */
export function planWrites(
  { row, column, formulas, texts, taken }: BesideHeader,
  table: string,
  wanted: readonly string[],
  fits: (formula: string) => boolean,
): WatchWrite[] | null {
  const textAt = (at: number): string => String(formulas[at] ?? '');
  const watching = formulas.flatMap((formula, at) => (watches(formula, table) ? [at] : []));
  const isWell = watching.every((at) => texts[at] !== '#NAME?' && fits(textAt(at)));
  if (isWell && watching.length >= wanted.length && handedOver(watching.map(textAt)) === handedOver(wanted)) {
    return [];
  }
  const isFree = (at: number): boolean =>
    textAt(at) === '' &&
    String(texts[at] ?? '') === '' &&
    taken.every(({ from, to }) => column + at < from - 1 || column + at > to);
  const places = [...watching];
  for (let at = 1; places.length < wanted.length && column + at < MAX_COLUMNS; at += 1) {
    if (isFree(at)) {
      places.push(at);
    }
  }
  if (places.length < wanted.length) {
    return null;
  }
  return places.flatMap((at, index) => {
    const formula = wanted[index] ?? '';
    const isKept = textAt(at) === formula && texts[at] !== '#NAME?';
    return isKept ? [] : [{ row, column: column + at, formula, before: textAt(at) }];
  });
}

/** The columns that watch cells hand over, in their order. */
function handedOver(formulas: readonly string[]): string {
  return formulas
    .map((formula) => formula.slice(formula.indexOf('(') + 1, formula.lastIndexOf(')')))
    .join()
    .toLowerCase();
}
