import type { RowBounds } from './row-scanner';

const SPACE = 32;

/** Whether all cells of a row, from a position on, have nothing but spaces and control characters in them. */
export function areBlank(bytes: Uint8Array, { cells, starts, ends }: RowBounds, position: number): boolean {
  if (cells > starts.length) {
    return false;
  }
  for (let cell = position; cell < cells; cell += 1) {
    for (let at = starts[cell] as number; at < (ends[cell] as number); at += 1) {
      if ((bytes[at] as number) > SPACE) {
        return false;
      }
    }
  }
  return true;
}
