import { NO_CELLS, type BatchColumn, type BatchListener, type RowBatch } from '../../formats/file/row-batch';
import type { Cell } from '../../formats/file/text-table';
import { readAmount, type AmountReading } from '../values/amount-text';
import type { KindColumns } from './bill-columns';
import { isBeyond } from './row-amounts';
import { amountKind, decimalKind, type AmountKind, type RowGroup } from './row-groups';
import { RowKinds } from './row-kinds';
import type { Posting } from './total-rows';

/** What another row with the same cells, but for the amount, adds its amount to, if that is read in the same way. */
export interface KnownRow {
  readonly group: RowGroup;
  readonly client: number;
  readonly month: number;
}

/** Some rows that differ in their amounts alone, as whole numbers of one scale. */
export interface KnownRows {
  readonly known: KnownRow;
  readonly rows: number;
  /** How many of the amounts are below 0, and how many above. */
  readonly negative: number;
  readonly positive: number;
  /** What the amounts add up to: below 2^53. */
  readonly unscaled: number;
  readonly scale: number;
}

/** What reads the rows of a bill. */
export interface RowReading {
  /** Whether rows are no more held against each other, nor looked into for what is kept by choice. */
  readonly isSettled: boolean;
  /**
   * Reads a row with all that it says.
   *
   * @returns what other rows add their amounts to that have the same cells, but for the amount, and come once the reading is settled; null
   * if they may say something else
   */
  read(cells: readonly Cell[], line: number): KnownRow | null;
  /** Reads rows of which `read` has told what they add their amounts to; their clients `noteClient` hears of, in the order of the rows. */
  readKnown(rows: KnownRows): void;
  /** The same of a row whose amount may be read with a decimal comma as well. */
  readKnownAmount(known: KnownRow, amount: AmountReading): void;
  /** Hears whose row comes next. */
  noteClient(client: number): void;
  /** Ends a batch with the last row that was read so. */
  endBatch(lastLine: number, lastKnown: { readonly line: number; readonly posting: Posting } | null): void;
}

/** What is known of a kind of rows, by the way in which their amounts are read. */
type KnownKind = Partial<Record<AmountKind, Tally>>;

/** Rows of one kind that are counted, and not yet handed on: a bill has many rows, and few kinds of them. */
class Tally implements KnownRows {
  rows = 0;
  negative = 0;
  positive = 0;
  unscaled = 0;
  scale = 0;

  constructor(readonly known: KnownRow) {}

  /** Whether the amount of a row was counted; if not, what was counted has to be handed on first. */
  count(unscaled: number, scale: number): boolean {
    const sum = this.unscaled + unscaled;
    if ((this.scale !== scale && this.rows > 0) || Math.abs(sum) > Number.MAX_SAFE_INTEGER) {
      return false;
    }
    this.rows++;
    this.scale = scale;
    this.unscaled = sum;
    if (unscaled < 0) {
      this.negative++;
    } else if (unscaled > 0) {
      this.positive++;
    }
    return true;
  }

  handOn(reading: RowReading): void {
    reading.readKnown(this);
    this.rows = 0;
    this.negative = 0;
    this.positive = 0;
    this.unscaled = 0;
  }
}

/**
 * Reads rows in batches with the same result as one by one. Of rows that differ in their amounts alone the first is read with all that it
 * says, and the amounts of the others are added to the same sums.
 *
 * @param columns null: all rows are read with all that they say
 */
export function batchReader(columns: KindColumns | null, reading: RowReading): BatchListener {
  const byKind = columns === null ? null : new KindReader(columns, reading);
  const cells: Cell[] = [];
  return (batch) => {
    const readAlone = (row: number): KnownRow | null => {
      batch.columns.forEach((column, place) => {
        cells[place] = column.cellAt(row);
      });
      return reading.read(cells, batch.firstLine + row);
    };
    let row = 0;
    for (; row < batch.rows && (byKind === null || !reading.isSettled); row++) {
      readAlone(row);
    }
    if (byKind !== null && row < batch.rows) {
      row = byKind.read(batch, row, readAlone);
    }
    for (; row < batch.rows; row++) {
      readAlone(row);
    }
  };
}

class KindReader {
  private readonly kinds: RowKinds;
  private known: KnownKind[] = [];
  /** Those that have counted rows and not handed them on. */
  private readonly counting: Tally[] = [];

  constructor(
    private readonly columns: KindColumns,
    private readonly reading: RowReading,
  ) {
    this.kinds = new RowKinds(columns, () => {
      this.known = [];
    });
  }

  /**
   * Reads the rows from one on, for as long as the reading is settled.
   *
   * @returns the row that comes next
   */
  read(batch: RowBatch, from: number, readAlone: (row: number) => KnownRow | null): number {
    const { kinds, reading } = this;
    const amounts = batch.columns[this.columns.amount] ?? NO_CELLS;
    const decimals = amounts.decimals();
    let lastKnown = -1;
    let last: KnownRow | null = null;
    kinds.begin(batch);
    let row = from;
    for (let isSettled = true; isSettled && row < batch.rows; row++) {
      const unscaled = decimals?.unscaled[row] ?? NaN;
      const scale = decimals?.scales[row] ?? 0;
      const quick = decimalKind(unscaled, scale);
      const amount = quick === null ? soundAmount(amounts.cellAt(row)) : null;
      const reads = amount === null ? quick : amountKind(amount);
      const kind = reads === null ? null : kinds.kindOf(row);
      const tally = kind === null || reads === null ? undefined : this.known[kind]?.[reads];
      if (tally === undefined) {
        // It may state the sum of those above it.
        this.handOn();
        this.learn(row, reads, readAlone(row));
        // Rows of another table may begin here.
        isSettled = reading.isSettled;
        continue;
      }
      lastKnown = row;
      last = tally.known;
      reading.noteClient(last.client);
      if (amount === null) {
        this.count(tally, unscaled, scale);
      } else {
        reading.readKnownAmount(last, amount);
      }
    }
    this.handOn();
    this.end(batch.firstLine, row, amounts, lastKnown, last);
    return row;
  }

  private handOn(): void {
    this.counting.forEach((tally) => tally.handOn(this.reading));
    this.counting.length = 0;
  }

  private count(tally: Tally, unscaled: number, scale: number): void {
    if (tally.rows === 0) {
      this.counting.push(tally);
    }
    if (!tally.count(unscaled, scale)) {
      tally.handOn(this.reading);
      tally.count(unscaled, scale);
    }
  }

  private learn(row: number, reads: AmountKind | null, found: KnownRow | null): void {
    if (reads === null || found === null) {
      return;
    }
    this.kinds.learnMonth(row, found.month);
    const kind = this.kinds.kindOf(row);
    if (kind !== null) {
      (this.known[kind] ??= {})[reads] = new Tally(found);
    }
  }

  /** @param next the row that comes next */
  private end(firstLine: number, next: number, amounts: BatchColumn, lastKnown: number, last: KnownRow | null): void {
    const amount = last === null ? null : soundAmount(amounts.cellAt(lastKnown));
    this.reading.endBatch(
      firstLine + next - 1,
      last === null || amount === null
        ? null
        : {
            line: firstLine + lastKnown,
            posting: { amount, isCredit: false, isOffered: false, group: last.group, quantities: undefined },
          },
    );
  }
}

/** An amount that is neither blank nor a problem, and names no currency, which could be another than the row's, nor what it is counted in. */
function soundAmount(cell: Cell): AmountReading | null {
  const amount = readAmount(cell);
  return amount === null || amount === 'blank' || amount.mark !== '' || amount.word !== undefined || isBeyond(amount)
    ? null
    : amount;
}
