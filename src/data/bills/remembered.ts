import type { Cell } from '../files/text-table';
import { detached } from './cell-text';

/** More different texts than the columns of most bills have, and few enough to hold. */
const REMEMBERED = 50_000;

/** `read`, which is asked only once for a cell that comes again and again. The memory is emptied when it is full. */
export function remembered<Value>(read: (cell: Cell) => Value): (cell: Cell) => Value {
  const known = new Map<Cell, Value>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = read(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(typeof cell === 'string' ? detached(cell) : cell, value);
    return value;
  };
}
