import { NO_CELLS, type BatchColumn, type Numbers, type RowBatch } from '../../formats/file/row-batch';
import { detached } from '../values/cell-text';
import type { KindColumns } from './bill-columns';
import { pairIds } from './ids';

/** More different cells than a column has that tells a kind, and few enough to hold. */
const MOST_CELLS = 50_000;
/** A longer cell is not held: its rows are read with all that they say. */
const LONGEST_CELL = 1_000;
/** More kinds are not told apart: it would take more memory than it saves time. */
const MOST_KINDS = 500_000;
/** Small numbers are put side by side in a whole number of so many bits, which is quick. */
const WORD_BITS = 30;
const UNKNOWN = 0;
const NO_KIND = -1;

/** A column that tells a kind, and what is known of its cells. */
interface KindColumn {
  readonly place: number;
  /** Small numbers for cells, from 1: one for each different cell, or one for all dates of one month. */
  readonly ofCell: Map<string, number>;
  /** All small numbers fit into so many bits, which stand so far left in their word. */
  bits: number;
  shift: number;
  /** Takes a word and those before it together, if it has no room for the next column. */
  join: ((words: number, word: number) => number) | null;
  /** The cells of the batch at hand, by row. */
  cells: BatchColumn;
  /** Where the file numbers them: the cells by number, the numbers by row, and the small numbers by number. */
  texts: readonly string[] | null;
  numbers: Numbers;
  ofNumber: Int32Array;
}

/**
 * Tells rows apart by all cells but those of their amounts, as small numbers. If the file numbers its cells, no text of a row is looked
 * at.
 */
export class RowKinds {
  private readonly columns: readonly KindColumn[];
  private readonly month: KindColumn | undefined;
  /** Small numbers for months, from 1: the months themselves would take the room of other columns. */
  private readonly ofMonth = new Map<number, number>();
  private rows = 0;
  private kinds = new Int32Array(0);
  private words = new Int32Array(0);

  /** @param forget is called when the numbers of all kinds become others */
  constructor(
    { places, month }: KindColumns,
    private readonly forget: () => void,
  ) {
    this.columns = places.map((place) => ({
      place,
      ofCell: new Map(),
      bits: 1,
      shift: 0,
      join: null,
      cells: NO_CELLS,
      texts: null,
      numbers: new Uint32Array(0),
      ofNumber: new Int32Array(0),
    }));
    this.month = this.columns.find(({ place }) => place === month);
    this.layOut();
  }

  /** Goes on to these rows. */
  begin({ columns, rows }: RowBatch): void {
    this.rows = rows;
    if (this.kinds.length < rows) {
      this.kinds = new Int32Array(rows);
      this.words = new Int32Array(rows);
    }
    for (const column of this.columns) {
      this.open(column, columns[column.place] ?? NO_CELLS);
    }
    this.findKinds();
  }

  /** The kind of a row of the batch; null if it cannot be told, such as for a date whose month has to be learnt. */
  kindOf(row: number): number | null {
    const kind = this.kinds[row] ?? NO_KIND;
    return kind === NO_KIND ? this.kindNow(row) : kind;
  }

  /** Learns of which month a row is: nothing else of its date tells its kind. */
  learnMonth(row: number, month: number): void {
    const { month: column } = this;
    const cell = column?.cells.cellAt(row) ?? '';
    if (column === undefined || !hasRoom(column, cell)) {
      return;
    }
    const own = this.ofMonth.get(month) ?? this.ofMonth.size + 1;
    this.ofMonth.set(month, own);
    column.ofCell.set(detached(cell), own);
    column.ofNumber[column.texts === null ? row : (column.numbers[row] ?? 0)] = own;
    if (this.makeRoom(column, own)) {
      this.findKinds();
    }
  }

  private open(column: KindColumn, cells: BatchColumn): void {
    const numbered = cells.numbered();
    column.cells = cells;
    if (numbered === null) {
      column.texts = null;
      column.numbers = Uint32Array.from({ length: this.rows }, (_, row) => row);
      column.ofNumber = Int32Array.from(column.numbers, (row) => this.numberOf(column, cells.cellAt(row)));
      return;
    }
    column.numbers = numbered.numbers;
    if (numbered.texts !== column.texts) {
      column.texts = numbered.texts;
      column.ofNumber = Int32Array.from(numbered.texts, (text) => this.numberOf(column, text));
    }
  }

  /** Looks a cell up; one that is new is counted on, unless it is a date, whose month has to be learnt. */
  private numberOf(column: KindColumn, text: string): number {
    const { ofCell } = column;
    const known = ofCell.get(text);
    if (known !== undefined || column === this.month || !hasRoom(column, text)) {
      return known ?? UNKNOWN;
    }
    const own = ofCell.size + 1;
    ofCell.set(detached(text), own);
    this.makeRoom(column, own);
    return own;
  }

  private findKinds(): void {
    const { kinds, words, rows } = this;
    kinds.fill(0, 0, rows);
    words.fill(0, 0, rows);
    for (const { numbers, ofNumber, shift, join } of this.columns) {
      for (let row = 0; row < rows; row++) {
        const own = ofNumber[numbers[row] ?? 0] ?? UNKNOWN;
        if (own === UNKNOWN) {
          kinds[row] = NO_KIND;
        }
        words[row] = (words[row] ?? 0) | (own << shift);
      }
      if (join === null) {
        continue;
      }
      for (let row = 0; row < rows; row++) {
        const before = kinds[row] ?? NO_KIND;
        kinds[row] = before === NO_KIND ? NO_KIND : within(join(before, words[row] ?? 0));
        words[row] = 0;
      }
    }
  }

  /** By what was learnt since the batch began. */
  private kindNow(row: number): number | null {
    let kind = 0;
    let word = 0;
    for (const { numbers, ofNumber, ofCell, cells, shift, join } of this.columns) {
      const own = (ofNumber[numbers[row] ?? 0] ?? UNKNOWN) || (ofCell.get(cells.cellAt(row)) ?? UNKNOWN);
      if (own === UNKNOWN) {
        return null;
      }
      word |= own << shift;
      if (join !== null) {
        kind = join(kind, word);
        word = 0;
      }
    }
    return within(kind) === NO_KIND ? null : kind;
  }

  /** Whether a small number needed more room than there was. */
  private makeRoom(column: KindColumn, own: number): boolean {
    const bits = 32 - Math.clz32(own);
    if (bits <= column.bits) {
      return false;
    }
    column.bits = bits;
    this.layOut();
    return true;
  }

  /** Gives each column its place in a word. What was known of kinds is forgotten. */
  private layOut(): void {
    let used = 0;
    for (const [at, column] of this.columns.entries()) {
      column.shift = used;
      used += column.bits;
      const isLast = used + (this.columns[at + 1]?.bits ?? WORD_BITS) > WORD_BITS;
      column.join = isLast ? pairIds() : null;
      used = isLast ? 0 : used;
    }
    this.forget();
  }
}

function hasRoom({ ofCell }: KindColumn, cell: string): boolean {
  return ofCell.size < MOST_CELLS && cell.length <= LONGEST_CELL;
}

function within(kind: number): number {
  return kind < MOST_KINDS ? kind : NO_KIND;
}
