import type { Cell } from '../../../formats/file/text-table';
import { nameText } from '../../values/cell-text';
import type { Columns } from '../../mapping/column-names';
import { NAMES } from '../../mapping/known-names';
import type { Recognition } from '../../mapping/mapping';
import { cellsOf, type SampleRows } from '../bill-format';
import { isAmount } from './column-tests';

/** What says that some rows stand below others. */
export function levelsIn(table: Columns, sample: SampleRows): Recognition['levels'] | null {
  const level = table.find(...NAMES.level);
  const levels = cellsOf(table, sample, level).map(nameText);
  if (level !== null && levels.every((cell) => /^\d?$/.test(cell)) && new Set(levels.filter(Boolean)).size > 1) {
    return { column: level, by: 'number' };
  }
  const parent = table.find(...NAMES.parent);
  if (parent !== null && areNamesOfRows(table, sample, parent)) {
    return { column: parent, by: 'name' };
  }
  const indented = table.header.find((column) => isIndented(cellsOf(table, sample, column)));
  return indented === undefined ? null : { column: indented, by: 'spaces' };
}

/** Some rows stand below none, and the others below rows whose names are in another column. */
function areNamesOfRows(table: Columns, sample: SampleRows, parent: string): boolean {
  const above = new Set(cellsOf(table, sample, parent).map(nameText));
  const named = [...above].filter(Boolean);
  return (
    above.has('') &&
    named.length > 0 &&
    table.header.some((column) => {
      const names = column === parent ? null : new Set(cellsOf(table, sample, column).map(nameText));
      return names !== null && named.every((name) => names.has(name));
    })
  );
}

/** What stands before a text that is set in: two spaces or a wide one, or a branch of a tree. */
const BEFORE_SET_IN = /^(?: {2}|\u00a0|\u3000|[\u2500-\u257f])/;

/**
 * Texts below one that begins further to the left; one that is there without its spaces, too, has them by chance, and a number may stand behind
 * some for its own sake.
 */
function isIndented(cells: readonly Cell[]): boolean {
  const texts = cells.map(String).filter((cell) => /\p{L}/u.test(cell) && !isAmount(cell));
  return (
    texts[0] !== undefined &&
    !BEFORE_SET_IN.test(texts[0]) &&
    texts.some((text) => BEFORE_SET_IN.test(text) && !texts.includes(text.trim()))
  );
}
