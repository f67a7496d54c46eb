import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE_SHEET, FIGURE_CELLS, FIRST_FORMULA, REPORT_SHEET } from '../scripts/example-sheets';
import { MADE_UP } from '../scripts/made-up-ledger';
import { EXAMPLE_FILE, projectRoot } from '../scripts/project';
import { referenceTables } from '../src/bills/reference/reference-tables';
import type { CellValue } from '../src/domain/ledger/table';
import { TABLES, type TableName } from '../src/domain/ledger/tables';
import { evaluate } from '../src/functions/call/evaluate';
import { isNumber, type CellOutput } from '../src/functions/call/cell-output';
import { shownAs } from '../src/functions/explain/cell-text';
import { declarationOf, fetchLateCode } from '../src/functions/explain/outside-cells';
import { FAMILY } from '../src/functions/family/family';
import { fromXlsx } from '../src/local/files/xlsx/xlsx-file';
import { parseAddress } from '../src/formats/xlsx/address';
import type { CellContent, SheetContent } from '../src/local/values/content';
import { parseCall } from './golden/formula-call';
import { bookOfFile } from './golden/workbook-file';

/*
 * The example workbook: made up, and telling so wherever one comes upon it.
 */
let sheets: readonly SheetContent[];

beforeAll(async () => {
  await fetchLateCode();
  const bytes = new Uint8Array(readFileSync(path.join(projectRoot, EXAMPLE_FILE)));
  sheets = (
    await fromXlsx(
      bytes,
      FAMILY.map(({ name }) => name),
    )
  ).sheets;
});

function sheet(name: string): SheetContent {
  const found = sheets.find((it) => it.name === name);
  if (found === undefined) {
    throw new Error(`The example has no sheet "${name}".`);
  }
  return found;
}

/** The cells of a table, its header first. */
function tableOf(name: TableName): CellValue[][] {
  const { cells, tables } = sheet(TABLES[name].sheet);
  const { rowCount = 0, columnCount = 0 } = tables[0]?.area ?? {};
  const values = new Map(cells.map(({ row, column, value }) => [`${row}/${column}`, value]));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => (values.get(`${row}/${column}`) ?? null) as CellValue),
  );
}

/** The different values of a column of a table. */
function valuesIn(name: TableName, heading: string): CellValue[] {
  const [header = [], ...rows] = tableOf(name);
  return [...new Set(rows.map((row) => row[header.indexOf(heading)] ?? null))];
}

function cellAt(address: string): CellContent | undefined {
  const area = parseAddress(address)?.area;
  return sheet(EXAMPLE_SHEET).cells.find(({ row, column }) => row === area?.row && column === area.column);
}

/** What a formula gives over the workbook's tables. */
function answer(formula: string): CellOutput | undefined {
  const { name, args } = parseCall(formula);
  const book = bookOfFile({
    AIClients: tableOf('AIClients'),
    AIBudgets: tableOf('AIBudgets'),
    AIRates: tableOf('AIRates'),
  });
  return evaluate(declarationOf(name), args, book)[0]?.[0];
}

function numberOf(output: CellOutput | undefined): number {
  return output !== undefined && isNumber(output) ? Number(output.value) : Number.NaN;
}

it('has three vendors and two years of months, all of it said to be made up', () => {
  expect(valuesIn('AIClients', 'Vendor')).toHaveLength(3);
  expect(valuesIn('AIClients', 'Month')).toHaveLength(24);
  expect(valuesIn('AIClients', 'Source')).toEqual([MADE_UP]);
  expect(valuesIn('AIBudgets', 'Note')).toEqual([MADE_UP]);
  for (const client of valuesIn('AIClients', 'Client')) {
    expect(client).toMatch(/^Example /);
  }
});

it('says nothing of a vendor or client of whom the reference data has published figures', () => {
  const published = referenceTables().find(({ name }) => name === 'AIClients')?.rows ?? [];
  const [clients, vendors] = [0, 1].map((at) => new Set(published.map((row) => row[at])));
  expect(valuesIn('AIClients', 'Client').filter((name) => clients?.has(name))).toEqual([]);
  expect(valuesIn('AIClients', 'Vendor').filter((name) => vendors?.has(name))).toEqual([]);
});

it('opens on the sheet that says so, with its report behind it', () => {
  expect(sheets.slice(0, 2).map(({ name }) => name)).toEqual([EXAMPLE_SHEET, REPORT_SHEET]);
  expect(sheets.slice(0, 2).map(({ charts = [] }) => charts.length > 0)).toEqual([true, true]);
  const titles = [EXAMPLE_SHEET, REPORT_SHEET, String(cellAt('A1')?.value)];
  expect(titles.filter((title) => !title.startsWith('Made-up'))).toEqual([]);
});

it('asks for a first formula that shows what it says', () => {
  const step = sheet(EXAMPLE_SHEET).cells.find(({ value }) => String(value).startsWith('2.  '))?.value;
  expect(step).toContain(`${FIRST_FORMULA.formula} and press Enter. It shows ${FIRST_FORMULA.shown}:`);
  const output = answer(FIRST_FORMULA.formula);
  expect(output && shownAs(output)).toBe(FIRST_FORMULA.shown);
  expect(cellAt(FIRST_FORMULA.address)?.style.fill).not.toBe('');
});

it('has been saved with the figures that its formulas give today', () => {
  const saved = FIGURE_CELLS.map((address) => cellAt(address));
  expect(saved.map((cell) => cell?.value)).toEqual(saved.map((cell) => numberOf(answer(cell?.formula ?? ''))));
});
