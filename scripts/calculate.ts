import type { LocalPage } from './local-page';
import { resultOf, type FormulaResult } from './results';

/** Cells far enough apart for most spills; what does not fit is calculated again with the sheet to itself. */
const COLUMNS = ['A', 'I', 'Q'];
const ROWS_APART = 3;
const ROWS = 900;
const SLOTS = COLUMNS.flatMap((column) =>
  Array.from({ length: ROWS / ROWS_APART }, (_, index) => `${column}${1 + index * ROWS_APART}`),
);

/** Calculates formulas, each in a cell of its own, in the order given. */
export async function calculate(local: LocalPage, formulas: readonly string[]): Promise<FormulaResult[]> {
  const sheet = await local.addSheet();
  const results: FormulaResult[] = [];
  for (let start = 0; start < formulas.length; start += SLOTS.length) {
    results.push(...(await calculateTogether(local, sheet, formulas.slice(start, start + SLOTS.length))));
  }
  for (const [index, result] of results.entries()) {
    if (result.error?.code === '#SPILL!') {
      results.splice(index, 1, ...(await calculateTogether(local, sheet, [result.formula])));
    }
  }
  return results;
}

/** Leaves the sheet empty again. */
async function calculateTogether(
  local: LocalPage,
  sheet: string,
  formulas: readonly string[],
): Promise<FormulaResult[]> {
  const cells = SLOTS.slice(0, formulas.length);
  await local.enter(sheet, cells.map((cell, index) => [cell, formulas[index] ?? '']));
  await local.settle();
  const readings = await local.read(sheet, cells);
  await local.enter(sheet, cells.map((cell) => [cell, '']));
  await local.settle();
  return readings.map((reading, index) => resultOf(`${sheet}!${cells[index]}`, formulas[index] ?? '', reading));
}
