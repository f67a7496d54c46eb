import { addMonths, serialOf, type Month } from '../../domain/calendar/month';
import type { Cell } from '../../formats/file/text-table';
import type { DateNotation, MonthReading } from '../values/bill-date';
import { detached } from '../values/cell-text';
import { dayOfMonth } from '../values/day-of-month';

/** So many different dates are noted; a bill with more tells moments, of which the day alone is noted. */
export const DATES_NOTED = 20_000;

/** Fewer days say nothing of how often the bill has rows. */
const FEWEST_DAYS = 5;
/** A bill that has rows on so many of the days up to its last one has them day by day. */
const DAILY = 0.8;

/** The last month of a bill that has rows day by day, and ends before that month does. */
export interface EarlyEnd {
  readonly month: Month;
  /** The last day that it has. */
  readonly day: number;
}

/** Notes which dates a bill has, to tell at the end whether it ends before its last month does, and whether some were exchanged. */
export class LastDays {
  private readonly dates = new Map<Cell, MonthReading>();
  private areTooMany = false;

  note(cell: Cell, reading: MonthReading): void {
    if (this.areTooMany) {
      return;
    }
    const date = typeof cell === 'number' ? Math.floor(cell) : dayIn(cell);
    if (!this.dates.has(date)) {
      this.areTooMany = this.dates.size === DATES_NOTED;
      this.dates.set(typeof date === 'string' ? detached(date) : date, reading);
    }
  }

  /**
   * Two dates that show that a spreadsheet which expected the month first may have exchanged day and month of some: all with the year first have
   * a day that could be a month, and all others one that could not. Null if the dates do not look so.
   */
  exchanged(): { readonly known: string; readonly unknown: string } | null {
    let known: string | null = null;
    let unknown: string | null = null;
    for (const [cell, { months, order }] of this.areTooMany ? [] : this.dates) {
      const [, month = '', day = ''] = typeof cell === 'string' ? (YEAR_FIRST.exec(cell) ?? []) : [];
      if (Number(day) > MONTHS || (order !== 'none' && months['month-first'] !== null)) {
        return null;
      }
      known = day !== '' && day !== month ? String(cell) : known;
      unknown = order !== 'none' && months['day-first'] !== null ? String(cell) : unknown;
    }
    return known === null || unknown === null ? null : { known, unknown };
  }

  /**
   * `2024.1`, which is January, or October if a spreadsheet took `2024.10` for a number. Null if there is none, or if others show that no zero was lost.
   */
  lostZero(): string | null {
    const cells = [...this.dates.keys()].map(String);
    const isSound = cells.some((cell) => /^\d{4}\.(?:10|[2-9])$/.test(cell));
    return isSound || this.areTooMany ? null : (cells.find((cell) => /^\d{4}\.1$/.test(cell)) ?? null);
  }

  /**
   * Where the bill ends early; null if it does not, or does not tell.
   *
   * @param last the last month of the rows that are kept
   * @param monthOf the month of a date, as it was decided
   */
  earlyEnd(
    last: Month,
    notation: DateNotation | null,
    monthOf: (reading: MonthReading) => Month | null,
  ): EarlyEnd | null {
    if (this.areTooMany) {
      return null;
    }
    const days = new Set<number>();
    for (const [cell, reading] of this.dates) {
      const day = monthOf(reading) === last ? dayOfMonth(cell, notation) : null;
      if (day !== null) {
        days.add(day);
      }
    }
    const lastDay = Math.max(0, ...days);
    const daysInMonth = serialOf(addMonths(last, 1)) - serialOf(last);
    const isDaily = days.size >= FEWEST_DAYS && days.size >= lastDay * DAILY;
    return isDaily && lastDay < daysInMonth ? { month: last, day: lastDay } : null;
  }
}

/** A date with the year first, as a spreadsheet writes one that it knows. */
const YEAR_FIRST = /^\d{4}-(\d\d)-(\d\d)(?!\d)/;
const MONTHS = 12;

/** `2024-11-18T05:00:00Z` is of the same day as others that begin with it. */
function dayIn(text: string): string {
  return /^\d{4}-\d\d-\d\d[T ]/.test(text) ? text.slice(0, 10) : text;
}
