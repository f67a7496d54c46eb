import type { Cell } from '../../formats/file/text-table';
import { columnKey } from '../mapping/column-names';
import { isKnownName } from '../mapping/known-names';
import { nameText } from '../values/cell-text';

/** So many names a row needs to be a header: one may be what somebody is called. */
const NAMES = 2;
/** Longer texts are no names of columns. */
const LONGEST = 60;

/**
 * Finds headers among the rows: that of the table again, as on each page of a report, or of another table that stands below it. Rows of another
 * table say something else in the same places.
 */
export class HeaderRows {
  private readonly keys: readonly string[];
  private readonly own: ReadonlySet<string>;

  /** @param names of the columns, in the order of the cells */
  constructor(names: readonly string[]) {
    this.keys = names.map(columnKey);
    this.own = new Set(this.keys);
  }

  /** Whose header a row is; null if it is none. */
  find(cells: readonly Cell[]): 'same' | 'other' | null {
    const texts = cells.map((cell) => (typeof cell === 'string' ? nameText(cell) : String(cell)));
    const filled = texts.filter((text) => text !== '').length;
    const names = texts.flatMap((text, place) => {
      const key = text === '' || text.length > LONGEST ? null : columnKey(text);
      return key !== null && (this.own.has(key) || isKnownName(key)) ? [{ key, place }] : [];
    });
    if (names.length < NAMES || names.length * 2 < filled) {
      return null;
    }
    return names.every(({ key, place }) => this.isOf(key, place)) ? 'same' : 'other';
  }

  /** A name of two rows has more than one of them says. */
  private isOf(key: string, place: number): boolean {
    const own = this.keys[place] ?? '';
    return own.includes(key) || (own !== '' && key.includes(own));
  }
}
