import { columnKey, locateColumns, type CellValue, type RawTable } from '../domain/ledger/table';
import { TABLES, type TableSchema } from '../domain/ledger/tables';
import { columnFormat, widthInPoints } from './column-format';
import { inRequests, rowBlocks } from './excel-run';
import type { ReferenceTable, RefreshPlan } from './refresh-plan';

/** Puts the workbook back as it was before a write that failed. */
export type Restore = (context: Excel.RequestContext) => Promise<void>;

const TABLE_STYLE = 'TableStyleLight1';

/**
 * Creates a table with its rows, on the sheet of the schema's name where that is free, else on a new one beside it.
 * Values are written first and made a table afterwards, which spares Excel a merge for each row.
 */
export async function createTable(context: Excel.RequestContext, reference: ReferenceTable, restores: Restore[]): Promise<void> {
  const schema = TABLES[reference.name];
  const sheet = await freeSheet(context, schema);
  sheet.load('id');
  await context.sync();
  const { id } = sheet;
  restores.push(async (again) => {
    again.workbook.worksheets.getItem(id).delete();
    await again.sync();
  });

  const width = schema.columns.length;
  const whole = sheet.getCell(0, 0).getResizedRange(reference.rows.length, width - 1);
  schema.columns.forEach((column, at) => {
    const cells = sheet.getCell(1, at).getResizedRange(Math.max(reference.rows.length, 1) - 1, 0);
    cells.numberFormat = [[columnFormat(column.type)]];
    sheet.getCell(0, at).getResizedRange(reference.rows.length, 0).format.columnWidth = widthInPoints(column.width);
  });
  sheet.getCell(0, 0).getResizedRange(0, width - 1).values = [schema.columns.map((column) => column.name)];
  await inRequests(context, rowBlocks(reference.rows.length, width), (block) => {
    const range = sheet.getCell(1 + block.first, 0).getResizedRange(block.count - 1, width - 1);
    range.values = reference.rows.slice(block.first, block.first + block.count).map(cellsOf);
  });
  const table = sheet.tables.add(whole, true);
  table.name = reference.name;
  table.style = TABLE_STYLE;
  sheet.freezePanes.freezeRows(1);
  await context.sync();
}

/** A new sheet of the schema's name; with a number behind it where the workbook has a sheet of that name already. */
async function freeSheet(context: Excel.RequestContext, schema: TableSchema): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const taken = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  let name = schema.sheet;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${schema.sheet} ${number}`;
  return worksheets.add(name);
}

/** Carries out a plan on a table that is there. Only cells of our columns in rows that change are written. */
export async function refreshTable(
  context: Excel.RequestContext,
  existing: RawTable,
  plan: RefreshPlan,
  restores: Restore[],
): Promise<void> {
  const schema = TABLES[existing.name];
  const position = locateColumns(existing);
  const table = context.workbook.tables.getItem(existing.name);
  const body = table.getDataBodyRange();

  if (plan.replaced.length > 0 || plan.removed.length > 0) {
    restores.push(await remembered(context, existing));
  }
  for (const { row, values } of plan.replaced) {
    schema.columns.forEach((column, at) => {
      const across = position.get(columnKey(column.name));
      if (across === undefined) return;
      const cell = body.getCell(row, across);
      cell.numberFormat = [[columnFormat(column.type)]];
      cell.values = [cellsOf([values[at] ?? null])];
    });
  }
  if (plan.added.length > 0) {
    const rows = plan.added.map((values) => spread(schema, values, position, existing.header.length));
    await append(context, existing, rows, restores);
  }
  for (const row of [...plan.removed].sort((a, b) => b - a)) table.rows.getItemAt(row).delete();
  await context.sync();
}

/** Appends rows below the table, in formats of its columns, moving down what stands there. */
async function append(context: Excel.RequestContext, existing: RawTable, rows: CellValue[][], restores: Restore[]): Promise<void> {
  const schema = TABLES[existing.name];
  const position = locateColumns(existing);
  const table = context.workbook.tables.getItem(existing.name);
  const before = existing.rows.length;
  restores.push(async (again) => {
    const grown = again.workbook.tables.getItem(existing.name).rows.load('count');
    await again.sync();
    for (let row = grown.count - 1; row >= before; row -= 1) grown.getItemAt(row).delete();
    await again.sync();
  });
  await inRequests(context, rowBlocks(rows.length, existing.header.length), (block) => {
    // Empty first, so that the formats stand before any text does.
    table.rows.add(undefined, Array.from({ length: block.count }, () => existing.header.map(() => '')));
    const added = table.getDataBodyRange().getRow(before + block.first).getResizedRange(block.count - 1, 0);
    for (const column of schema.columns) {
      const across = position.get(columnKey(column.name));
      if (across !== undefined) added.getColumn(across).numberFormat = [[columnFormat(column.type)]];
    }
    added.values = rows.slice(block.first, block.first + block.count).map(cellsOf);
  });
}

/** Remembers a table's formulas, formats and rows, so that they can be put back. */
async function remembered(context: Excel.RequestContext, existing: RawTable): Promise<Restore> {
  const body = context.workbook.tables.getItem(existing.name).getDataBodyRange();
  const blocks = await inRequests(context, rowBlocks(existing.rows.length, existing.header.length), (block) => ({
    block,
    range: body.getRow(block.first).getResizedRange(block.count - 1, 0).load('formulas,numberFormat'),
  }));
  const content = blocks.map(({ block, range }) => ({ block, formulas: range.formulas, formats: range.numberFormat }));
  return async (again) => {
    const table = again.workbook.tables.getItem(existing.name);
    const { rows } = table;
    rows.load('count');
    await again.sync();
    const missing = existing.rows.length - rows.count;
    if (missing > 0) rows.add(undefined, Array.from({ length: missing }, () => existing.header.map(() => '')));
    await inRequests(again, content, ({ block, formulas, formats }) => {
      const range = table.getDataBodyRange().getRow(block.first).getResizedRange(block.count - 1, 0);
      range.numberFormat = formats;
      range.formulas = formulas;
    });
  };
}

/** The schema's values at the places that the columns have in this table; '' in columns of the user's. */
function spread(schema: TableSchema, values: readonly CellValue[], position: ReadonlyMap<string, number>, width: number): CellValue[] {
  const cells: CellValue[] = Array.from({ length: width }, () => null);
  schema.columns.forEach((column, at) => {
    const across = position.get(columnKey(column.name));
    if (across !== undefined) cells[across] = values[at] ?? null;
  });
  return cells;
}

/** Excel takes an empty text for an empty cell; null would mean "leave it as it is". */
function cellsOf(values: readonly CellValue[]): (string | number | boolean)[] {
  return values.map((value) => value ?? '');
}
