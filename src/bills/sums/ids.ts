import type { Cell } from '../../formats/file/text-table';
import { detached, nameText } from '../values/cell-text';

/** Small numbers for the different names of a column: 0 for blank, then 1, 2, 3 in the order in which they come. */
export interface TextIds {
  idOf(cell: Cell): number;
  textOf(id: number): string;
}

export function textIds(): TextIds {
  const texts = [''];
  const ofText = new Map<string, number>([['', 0]]);
  const ofCell = new Map<Cell, number>();

  const learn = (cell: Cell): number => {
    const text = detached(nameText(cell));
    let id = ofText.get(text);
    if (id === undefined) {
      id = texts.push(text) - 1;
      ofText.set(text, id);
    }
    ofCell.set(typeof cell === 'string' ? detached(cell) : cell, id);
    return id;
  };

  let lastCell: Cell = '';
  let lastId = 0;
  return {
    idOf(cell) {
      if (cell === lastCell) {
        return lastId;
      }
      lastCell = cell;
      lastId = ofCell.get(cell) ?? learn(cell);
      return lastId;
    },
    textOf: (id) => texts[id] ?? '',
  };
}

/** Small numbers for different values, in the order in which they come. */
export function distinctValues<Value>(keyOf: (value: Value) => string): {
  idOf(value: Value): number;
  readonly values: readonly Value[];
} {
  const values: Value[] = [];
  const ids = new Map<string, number>();
  return {
    values,
    idOf(value) {
      const key = keyOf(value);
      const known = ids.get(key);
      if (known !== undefined) {
        return known;
      }
      ids.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

/**
 * Small numbers for pairs of small numbers, in the order in which they come. Pairs of pairs make the key of a group out of
 * five columns without joining texts for every row; half a million of them need a few megabytes.
 */
export function pairIds(): (first: number, second: number) => number {
  let mask = 1023;
  /** Three numbers a slot: first, second, and the id plus 1; 0 is a free slot. */
  let slots = new Int32Array((mask + 1) * 3);
  let count = 0;

  /** Where the pair stands, or the free slot where it belongs. */
  const placeOf = (first: number, second: number): number => {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slot * 3;
      if (slots[place + 2] === 0 || (slots[place] === first && slots[place + 1] === second)) {
        return place;
      }
    }
  };

  const grow = () => {
    const before = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 3);
    for (let place = 0; place < before.length; place += 3) {
      if (before[place + 2] !== 0) {
        const to = placeOf(before[place] ?? 0, before[place + 1] ?? 0);
        slots[to] = before[place] ?? 0;
        slots[to + 1] = before[place + 1] ?? 0;
        slots[to + 2] = before[place + 2] ?? 0;
      }
    }
  };

  return (first, second) => {
    let place = placeOf(first, second);
    const known = slots[place + 2] ?? 0;
    if (known !== 0) {
      return known - 1;
    }
    if (count * 2 > mask) {
      grow();
      place = placeOf(first, second);
    }
    slots[place] = first;
    slots[place + 1] = second;
    slots[place + 2] = ++count;
    return count - 1;
  };
}
