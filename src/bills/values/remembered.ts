import type { Cell } from '../../formats/file/text-table';
import { detached } from './cell-text';

/** More different texts than the columns of most bills have, and few enough to hold. */
const REMEMBERED = 50_000;

/**
 * `read`, which is asked only once for a cell that comes again and again. The memory is emptied when it is full. Rows of a bill
 * often repeat what stands above them, and to compare with that is quicker than to look it up.
 */
export function remembered<Value>(read: (cell: Cell) => Value): (cell: Cell) => Value {
  const known = new Map<Cell, Value>();
  let lastCell: Cell | undefined;
  let lastValue: Value | undefined;
  return (cell) => {
    if (cell === lastCell && lastValue !== undefined) {
      return lastValue;
    }
    let value = known.get(cell);
    if (value === undefined) {
      value = read(cell);
      if (known.size >= REMEMBERED) {
        known.clear();
      }
      known.set(typeof cell === 'string' ? detached(cell) : cell, value);
    }
    lastCell = cell;
    lastValue = value;
    return value;
  };
}
