import type { AnyTableName } from '../../domain/ledger/import-tables';
import type { RawTable } from '../../domain/ledger/table';
import { TABLE_NAMES, type TableName } from '../../domain/ledger/tables';
import { readTable, type ReadTable } from '../book/read-parts';
import { watches, watchFormulas } from './watch-formulas';

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

/** The colour of what is not meant for reading. */
const QUIET = '#767676';

/** Where the watch cells of a table that is made at A1 of a new sheet stand: right of it, with a column between. */
export function firstWatchWrites(table: Pick<RawTable, 'name' | 'header' | 'rows'>): WatchWrite[] {
  return watchFormulas(table).map((formula, at) => ({
    row: 0,
    column: table.header.length + 1 + at,
    formula,
    before: '',
  }));
}

/**
 * What is to be written so that a table is watched. Nothing if it is already, or if it cannot be read as it is.
 *
 * @param wider by so many columns what stands right of the table will have moved when it is written
 */
export async function watchWrites(
  context: Excel.RequestContext,
  table: Pick<RawTable, 'name' | 'header' | 'rows'>,
  wider = 0,
): Promise<WatchWrite[]> {
  const wanted = watchFormulas(table);
  if (wanted.length === 0) {
    return [];
  }
  const beside = await besideHeader(context, table.name);
  return beside === null
    ? []
    : planWrites(beside, table.name, wanted).map((write) => ({ ...write, column: write.column + wider }));
}

/** The tables that are not watched, of those that have been read; one that is missing, or cannot be read, needs no watch. */
export async function unwatchedTables(
  context: Excel.RequestContext,
  read: Readonly<Record<TableName, Pick<ReadTable, 'raw'> | null>>,
): Promise<TableName[]> {
  const unwatched: TableName[] = [];
  for (const name of TABLE_NAMES) {
    const table = read[name];
    if (table !== null && (await watchWrites(context, table.raw)).length > 0) {
      unwatched.push(name);
    }
  }
  return unwatched;
}

/**
 * Gives each table of the workbook its watch cells where they are missing, or show that Excel did not know the function.
 * Writes, so never in answer to an event.
 *
 * @param locked the sheets on which nothing can be written
 * @returns the tables that were not watched, and are now
 */
export async function mendWatchCells(
  context: Excel.RequestContext,
  locked: ReadonlySet<string>,
  names: readonly AnyTableName[] = TABLE_NAMES,
): Promise<AnyTableName[]> {
  const mended: AnyTableName[] = [];
  for (const name of names) {
    const read = await readTable(context, name);
    if (read === null || locked.has(read.sheet)) {
      continue;
    }
    const writes = await watchWrites(context, read.raw);
    if (writes.length > 0) {
      queueWatchWrites(context.workbook.worksheets.getItem(read.sheet), writes);
      mended.push(name);
    }
  }
  await context.sync();
  return mended;
}

/** Queues what `watchWrites` found. */
export function queueWatchWrites(sheet: Excel.Worksheet, writes: readonly WatchWrite[]): void {
  for (const { row, column, formula } of writes) {
    const cell = sheet.getCell(row, column);
    cell.numberFormat = [['General']];
    cell.formulas = [[formula]];
    cell.format.font.color = QUIET;
  }
}

/** The cells of the header row right of a table, as far as the sheet is used. */
interface BesideHeader {
  readonly row: number;
  /** The first column after the table. */
  readonly column: number;
  readonly formulas: readonly unknown[];
  readonly texts: readonly unknown[];
}

async function besideHeader(context: Excel.RequestContext, name: AnyTableName): Promise<BesideHeader | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const header = table.getHeaderRowRange().load('rowIndex,columnIndex,columnCount');
  const used = table.worksheet.getUsedRangeOrNullObject().load('columnIndex,columnCount');
  await context.sync();
  if (table.isNullObject) {
    return null;
  }
  const { rowIndex: row } = header;
  const column = header.columnIndex + header.columnCount;
  const end = used.isNullObject ? column : used.columnIndex + used.columnCount;
  if (end <= column) {
    return { row, column, formulas: [], texts: [] };
  }
  const range = table.worksheet.getRangeByIndexes(row, column, 1, end - column).load('formulas,text');
  await context.sync();
  return { row, column, formulas: range.formulas[0] ?? [], texts: range.text[0] ?? [] };
}

/** Cells that watch already are kept where they stand; others take the next that are blank, with a column between the table and them. */
function planWrites(
  { row, column, formulas, texts }: BesideHeader,
  table: string,
  wanted: readonly string[],
): WatchWrite[] {
  const textAt = (at: number): string => String(formulas[at] ?? '');
  const watching = formulas.flatMap((formula, at) => (watches(formula, table) ? [at] : []));
  const places = [...watching];
  for (let at = 1; places.length < wanted.length; at += 1) {
    if (textAt(at) === '' && !places.includes(at)) {
      places.push(at);
    }
  }
  return places.flatMap((at, index) => {
    const formula = wanted[index] ?? '';
    const isWell = textAt(at) === formula && texts[at] !== '#NAME?';
    return isWell ? [] : [{ row, column: column + at, formula, before: textAt(at) }];
  });
}
