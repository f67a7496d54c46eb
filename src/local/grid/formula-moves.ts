/**
 * What becomes of the formulas of a sheet when something is done to its cells.
 */

/** What is done to cells, by row and column; null takes all out of one. */
export type CellPatches = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

/** The cells that have formulas, by row and column. */
type KnownFormulas = Readonly<Record<number, Readonly<Record<number, unknown>> | undefined>>;

/** Whether what is done to cells may bring a formula to one, or touches the formula that one has. */
export function mayMoveFormulas(patches: CellPatches, known: KnownFormulas | undefined): boolean {
  for (const row of Object.keys(patches)) {
    const formulas = known?.[Number(row)];
    const cells = patches[row] ?? {};
    for (const column of Object.keys(cells)) {
      const patch = cells[column];
      const { f, si } = (patch ?? {}) as { f?: unknown; si?: unknown };
      const isOfFormula = formulas?.[Number(column)] !== undefined && (!patch || f !== undefined || si !== undefined);
      if (isOfFormula || (f ?? null) !== null || (si ?? null) !== null) {
        return true;
      }
    }
  }
  return false;
}
