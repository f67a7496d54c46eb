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

  /** @param names of the columns, in the order of the cells */
  constructor(names: readonly string[]) {
    this.keys = names.map(columnKey);
  }

  /** Whose header a row is; null if it is none. */
  find(cells: readonly Cell[]): 'same' | 'other' | null {
    const texts = cells.map((cell) => (typeof cell === 'string' ? nameText(cell) : String(cell)));
    const filled = texts.filter((text) => text !== '');
    const known = filled.filter((text) => this.isName(text));
    if (known.length < NAMES || known.length * 2 < filled.length) {
      return null;
    }
    const isOther = texts.some((text, place) => text !== '' && this.isName(text) && !this.isOf(text, place));
    return isOther ? 'other' : 'same';
  }

  private isName(text: string): boolean {
    return text.length <= LONGEST && (this.keys.includes(columnKey(text)) || isKnownName(text));
  }

  /** A name of two rows has more than one of them says. */
  private isOf(text: string, place: number): boolean {
    const [key, own] = [columnKey(text), this.keys[place] ?? ''];
    return own.includes(key) || (own !== '' && key.includes(own));
  }
}
