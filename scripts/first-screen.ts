import { EXAMPLE_SHEET, FIGURE_CELLS, FIRST_FORMULA } from './example-sheets';
import type { LocalPage } from './local-page';
import { resultOf, type FormulaResult } from './results';

/** Where the keyboard rests afterwards. */
const TOP = 'A1';

/**
 * Does on the first screen what its steps ask for: types the first formula into its cell. Gives the figures that are then to be seen on
 * it, the first formula's before the others.
 */
export async function firstScreen(local: LocalPage): Promise<FormulaResult[]> {
  await local.pane.getByRole('tab', { name: 'Clients' }).waitFor();
  await local.type(EXAMPLE_SHEET, FIRST_FORMULA.address, FIRST_FORMULA.formula);
  await local.settle();
  await local.click(EXAMPLE_SHEET, TOP);
  const cells = [FIRST_FORMULA.address, ...FIGURE_CELLS];
  const readings = await local.read(EXAMPLE_SHEET, cells);
  return readings.map((reading, at) => resultOf(cells[at] ?? '', reading.formula, reading));
}
