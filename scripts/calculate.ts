import type { ReadCell } from '../src/local/page/automation';
import { columnLabel, parseAddress } from '../src/formats/xlsx/address';
import type { LocalPage } from './local-page';
import { resultOf, type FormulaResult } from './results';

/** Cells far enough apart for most spills; what does not fit is calculated again with a sheet to itself. */
const COLUMNS = ['A', 'I', 'Q'];
const ROWS_APART = 3;
const ROWS = 900;
const SLOTS = COLUMNS.flatMap((column) =>
  Array.from({ length: ROWS / ROWS_APART }, (_, index) => `${column}${1 + index * ROWS_APART}`),
);

/** Calculates formulas, each in a cell of its own, and gives the results in the order of the formulas. */
export async function calculate(local: LocalPage, formulas: readonly string[]): Promise<FormulaResult[]> {
  const results: FormulaResult[] = [];
  for (let start = 0; start < formulas.length; start += SLOTS.length) {
    results.push(...(await calculateOnNewSheet(local, formulas.slice(start, start + SLOTS.length))));
  }
  for (const [index, result] of results.entries()) {
    if (result.error?.code === '#SPILL!') {
      results.splice(index, 1, ...(await calculateOnNewSheet(local, [result.formula])));
    }
  }
  return results;
}

/** A new sheet each time: a used cell keeps the number format that a function gave it. */
async function calculateOnNewSheet(local: LocalPage, formulas: readonly string[]): Promise<FormulaResult[]> {
  const sheet = await local.addSheet();
  const entries = formulas.map((formula, index): [string, string] => [SLOTS[index] ?? '', formula]);
  await local.enter(sheet, entries);
  await local.settle();
  const readings = await local.read(
    sheet,
    entries.map(([cell]) => cell),
  );
  const results: FormulaResult[] = [];
  for (const [index, reading] of readings.entries()) {
    const [cell, formula] = entries[index] ?? ['', ''];
    results.push(resultOf(`${sheet}!${cell}`, formula, reading, await spilledTexts(local, sheet, cell, reading)));
  }
  return results;
}

/** What the cells of a spilled range show. */
async function spilledTexts(
  local: LocalPage,
  sheet: string,
  anchor: string,
  { spill }: ReadCell,
): Promise<string[][] | undefined> {
  const corner = parseAddress(anchor)?.area;
  if (spill === null || corner === undefined) {
    return undefined;
  }
  const { row, column } = corner;
  const addresses = spill.map((line, down) =>
    line.map((_, across) => `${columnLabel(column + across)}${row + down + 1}`),
  );
  const cells = await local.read(sheet, addresses.flat());
  let next = 0;
  return spill.map((line) => line.map(() => cells[next++]?.text ?? ''));
}
