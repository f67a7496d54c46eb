import type { Month } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import type { AmountReading } from '../values/amount-text';
import type { DateNotation, MonthReading } from '../values/bill-date';
import { readMonth } from '../values/bill-date';
import { detached } from '../values/cell-text';
import { dayOfMonth } from '../values/day-of-month';
import { addSigned, addToSigned, signedSum, type SignedSum } from './signed-sum';
import type { RowGroup } from './row-groups';

/** So many different stretches of time are told apart; a bill of more is one of moments, not of periods. */
const MOST_STRETCHES = 20_000;

/** An amount of a row, and whose it is. */
interface GroupedAmount {
  readonly amount: AmountReading;
  readonly isCredit: boolean;
  readonly isOffered?: boolean;
  readonly group: RowGroup;
}

/** Rows with the same beginning and end. */
interface Stretch {
  readonly start: Cell;
  readonly end: Cell;
  readonly startMonth: MonthReading;
  readonly endMonth: MonthReading;
  readonly line: number;
  readonly sums: Map<number, SignedSum>;
  rows: number;
}

/** Rows that run over more than a month, by the month in which they begin. */
export interface FoundLongRows {
  readonly rows: number;
  /** Of the first of them. */
  readonly line: number;
  readonly start: Cell;
  readonly end: Cell;
  /** What they add up to, by the ids of currencies. */
  readonly sums: ReadonlyMap<number, SignedSum>;
}

/** Finds rows with a beginning and an end more than a month apart: an amount counts in one month, and is of several. */
export class LongRows {
  private readonly stretches = new Map<string, Stretch>();

  /** @param places of the cells with the beginning and the end */
  constructor(private readonly places: readonly [start: number, end: number]) {}

  /** A row that is kept. */
  note(
    cells: readonly Cell[],
    line: number,
    startMonth: MonthReading,
    postings: readonly GroupedAmount[],
    shift: number,
  ): void {
    const start = cells[this.places[0]] ?? '';
    const end = cells[this.places[1]] ?? '';
    const key = `${dayIn(start)} ${dayIn(end)}`;
    let stretch = this.stretches.get(key);
    if (stretch === undefined) {
      const endMonth = this.stretches.size < MOST_STRETCHES ? readMonth(end) : 'blank';
      if (endMonth === 'blank') {
        return;
      }
      stretch = { start: kept(start), end: kept(end), startMonth, endMonth, line, sums: new Map(), rows: 0 };
      this.stretches.set(detached(key), stretch);
    }
    stretch.rows += 1;
    for (const { amount, isCredit, isOffered, group } of postings) {
      if (isOffered !== true) {
        const sum = stretch.sums.get(group.currency) ?? signedSum();
        stretch.sums.set(group.currency, sum);
        addToSigned(sum, amount, isCredit, shift);
      }
    }
  }

  /**
   * The rows that run over more than a month; null if none does.
   *
   * @param monthOf the month of a date, as it was decided
   */
  found(notation: DateNotation | null, monthOf: (reading: MonthReading) => Month | null): FoundLongRows | null {
    const long = [...this.stretches.values()].filter(({ start, end, startMonth, endMonth }) => {
      const [first, last] = [monthOf(startMonth), monthOf(endMonth)];
      return (
        first !== null &&
        last !== null &&
        isLong(last - first, dayOfMonth(dayIn(start), notation), dayOfMonth(dayIn(end), notation))
      );
    });
    const [first] = long.sort((a, b) => a.line - b.line);
    if (first === undefined) {
      return null;
    }
    const sums = new Map<number, SignedSum>();
    for (const stretch of long) {
      for (const [currency, sum] of stretch.sums) {
        const all = sums.get(currency) ?? signedSum();
        sums.set(currency, all);
        addSigned(all, sum);
      }
    }
    const { line, start, end } = first;
    return { rows: long.reduce((rows, stretch) => rows + stretch.rows, 0), line, start, end, sums };
  }
}

/** A month from any day to the one before it, or to the same if the end is not within, is no more than one. */
function isLong(months: number, firstDay: number | null, lastDay: number | null): boolean {
  return months > 1 || (months === 1 && (firstDay === null || lastDay === null || lastDay > firstDay));
}

/** The day of a moment, and a number of days without its fraction. */
function dayIn(cell: Cell): Cell {
  return typeof cell === 'number' ? Math.floor(cell) : /^\d{4}-\d\d-\d\d[T ]/.test(cell) ? cell.slice(0, 10) : cell;
}

function kept(cell: Cell): Cell {
  return typeof cell === 'string' ? detached(cell) : cell;
}
