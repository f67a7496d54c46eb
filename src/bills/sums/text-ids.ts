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
