import type { CellValue } from '../../domain/ledger/table';

type Rows = readonly (readonly CellValue[])[];

/** Where two reads of a table's rows first differ; null if they do not. Rows that are the very same are not looked at. */
export function firstChange(before: Rows, after: Rows): { readonly row: number; readonly column: number } | null {
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const [old, now] = [before[row], after[row]];
    if (old === now) {
      continue;
    }
    const column = (now ?? []).findIndex((cell, at) => cell !== old?.[at]);
    if (column >= 0 || old?.length !== now?.length) {
      return { row, column: Math.max(column, 0) };
    }
  }
  return null;
}

export function sameCells(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}
