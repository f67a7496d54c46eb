import { MAX_COLUMNS, MAX_ROWS } from '../../formats/xlsx/excel-limits';
import { readArgument, type ArgumentSyntax, type Constant } from '../formulas/argument-syntax';
import { inRequests, rowBlocks, runWhenNotEditing } from '../host/excel-run';
import { isBusy } from '../formulas/busy-cell';

/** An argument as the host would hand it to the function: null if it is omitted, else rows of cells. */
export type RawArgument = readonly (readonly unknown[])[] | null;

/** What the arguments of a call stand for; or the first that does not tell, by its position from 0. */
export type Resolution =
  | { readonly kind: 'values'; readonly values: readonly RawArgument[] }
  /** It is a formula of its own, which only Excel can work out. */
  | { readonly kind: 'unresolved'; readonly position: number }
  /** It rests on a cell that is still being calculated. */
  | { readonly kind: 'busy'; readonly position: number };

/** The cell in which a formula stands, or is to stand: references without a sheet, and `[@Column]`, are seen from it. */
export interface FormulaPlace {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

/** Works out a call of ours that stands as an argument of another. */
export type Evaluate = (functionName: string, values: readonly RawArgument[]) => RawArgument;

/** Reads from the workbook what the arguments of a call, given as their texts, stand for. */
export async function resolveArguments(
  texts: readonly string[],
  place: FormulaPlace,
  evaluate: Evaluate,
): Promise<Resolution> {
  return runWhenNotEditing(async (context) => {
    const values: RawArgument[] = [];
    for (const [position, text] of texts.entries()) {
      try {
        values.push(await valueOf(readArgument(text), { context, place, evaluate }));
      } catch (thrown) {
        if (thrown instanceof NotKnown) {
          return { kind: thrown.why, position };
        }
        throw thrown;
      }
    }
    return { kind: 'values', values };
  });
}

/** Thrown if the value of an argument cannot be told. */
class NotKnown {
  constructor(readonly why: 'unresolved' | 'busy') {}
}

interface Surroundings {
  readonly context: Excel.RequestContext;
  readonly place: FormulaPlace;
  readonly evaluate: Evaluate;
}

async function valueOf(syntax: ArgumentSyntax, around: Surroundings): Promise<RawArgument> {
  const { context, place, evaluate } = around;
  switch (syntax.kind) {
    case 'omitted':
      return null;
    case 'constant':
      return [[cellOf(syntax.value)]];
    case 'array':
      return syntax.rows.map((row) => row.map(cellOf));
    case 'negative':
      return negated(await valueOf(syntax.of, around));
    case 'call': {
      const values: RawArgument[] = [];
      for (const { text } of syntax.call.arguments) {
        values.push(await valueOf(readArgument(text), around));
      }
      return evaluate(syntax.call.functionName, values);
    }
    case 'reference':
      return readCells(context, (await sheetNamed(context, syntax.sheet ?? place.sheet)).getRange(syntax.cells));
    case 'name':
      return readName(context, syntax.name, await sheetNamed(context, syntax.sheet ?? place.sheet));
    case 'column':
      return readColumn(syntax, around);
    case 'formula':
      throw new NotKnown('unresolved');
  }
}

function cellOf(constant: Constant): unknown {
  return typeof constant === 'object' ? errorCell(constant.error) : constant;
}

/** An error as the host hands it to a function that takes errors. */
function errorCell(code: string): unknown {
  return { type: 'Error', basicValue: code };
}

function negated(values: RawArgument): RawArgument {
  const minus = (cell: unknown): unknown => {
    if (cell === null || cell === '') {
      return 0;
    }
    if (typeof cell === 'number' || typeof cell === 'boolean') {
      return -cell;
    }
    return typeof cell === 'object' ? cell : errorCell('#VALUE!');
  };
  return values && values.map((row) => row.map(minus));
}

async function sheetNamed(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) {
    throw new NotKnown('unresolved');
  }
  return sheet;
}

/** A name of the sheet, a name of the workbook, or a table. */
async function readName(context: Excel.RequestContext, name: string, sheet: Excel.Worksheet): Promise<RawArgument> {
  const items = [sheet.names.getItemOrNullObject(name), context.workbook.names.getItemOrNullObject(name)];
  const table = context.workbook.tables.getItemOrNullObject(name);
  for (const item of items) {
    item.load('type,value');
  }
  await context.sync();
  const item = items.find((candidate) => !candidate.isNullObject);
  if (item === undefined) {
    if (table.isNullObject) {
      throw new NotKnown('unresolved');
    }
    return readCells(context, table.getDataBodyRange());
  }
  const range = item.getRangeOrNullObject();
  await context.sync();
  return range.isNullObject ? [[constantOf(item)]] : readCells(context, range);
}

function constantOf({ type, value }: Excel.NamedItem): unknown {
  if (type === 'Double' || type === 'Integer') {
    return Number(String(value).replace(/^=/, ''));
  }
  if (type === 'String' || type === 'Boolean') {
    return value as unknown;
  }
  throw new NotKnown('unresolved');
}

type Column = Extract<ArgumentSyntax, { kind: 'column' }>;

async function readColumn(
  { table: tableName, column: columnName, thisRow }: Column,
  { context, place }: Surroundings,
): Promise<RawArgument> {
  const table =
    tableName === null ? await tableAt(context, place) : context.workbook.tables.getItemOrNullObject(tableName);
  const column = table.columns.getItemOrNullObject(columnName);
  await context.sync();
  if (table.isNullObject || column.isNullObject) {
    throw new NotKnown('unresolved');
  }
  const body = column.getDataBodyRange();
  if (!thisRow) {
    return readCells(context, body);
  }
  body.load('rowIndex,rowCount');
  await context.sync();
  const row = place.row - body.rowIndex;
  if (row < 0 || row >= body.rowCount) {
    throw new NotKnown('unresolved');
  }
  return readCells(context, body.getCell(row, 0));
}

/** The table in which the cell stands. */
async function tableAt(context: Excel.RequestContext, place: FormulaPlace): Promise<Excel.Table> {
  const cell = (await sheetNamed(context, place.sheet)).getCell(place.row, place.column);
  const tables = cell.getTables().load('items/name');
  await context.sync();
  const [table] = tables.items;
  if (table === undefined) {
    throw new NotKnown('unresolved');
  }
  return table;
}

async function readCells(context: Excel.RequestContext, range: Excel.Range): Promise<RawArgument> {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const whole = range.rowCount === MAX_ROWS || range.columnCount === MAX_COLUMNS;
  const cells = whole ? await cutToUse(context, range) : { range, rows: range.rowCount, columns: range.columnCount };
  if (cells === null) {
    return [[null]];
  }
  const blocks = await inRequests(context, rowBlocks(cells.rows, cells.columns), ({ first, count }) =>
    cells.range
      .getRow(first)
      .getResizedRange(count - 1, 0)
      .load('values,valueTypes'),
  );
  return blocks.flatMap((block) =>
    (block.values as unknown[][]).map((row, down) =>
      row.map((value, across) => readCell(value, block.valueTypes[down]?.[across])),
    ),
  );
}

/** Whole columns and rows end where the last cell is in use; they begin where they are written to begin. */
async function cutToUse(
  context: Excel.RequestContext,
  range: Excel.Range,
): Promise<{ range: Excel.Range; rows: number; columns: number } | null> {
  const used = range.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) {
    return null;
  }
  const rows = used.rowIndex + used.rowCount - range.rowIndex;
  const columns = used.columnIndex + used.columnCount - range.columnIndex;
  return { range: range.getCell(0, 0).getResizedRange(rows - 1, columns - 1), rows, columns };
}

function readCell(value: unknown, type: string | undefined): unknown {
  if (isBusy(value)) {
    throw new NotKnown('busy');
  }
  if (type === 'Error') {
    return errorCell(String(value));
  }
  return value === '' ? null : value;
}
