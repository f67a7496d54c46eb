import type { BillRows } from './bill-rows';
import type { DateOrder, NumberStyle } from '../mapping/mapping';

/**
 * What a comma and a point mean in the amounts of the whole file: what most of the amounts that can be read in one way only
 * say; a point is decimal where none says anything.
 */
export function decideNumbers(bill: BillRows, style: NumberStyle): 'point' | 'comma' {
  if (style !== 'auto') {
    return style;
  }
  let point = 0;
  let comma = 0;
  for (const { reads, rows } of bill.groups) {
    if (reads === 'point') {
      point += rows;
    }
    if (reads === 'comma') {
      comma += rows;
    }
  }
  return comma > point ? 'comma' : 'point';
}

/** How day and month stand in the dates of the whole file; `order` is null where no date needs it. */
export interface DateDecision {
  readonly order: 'month-first' | 'day-first' | null;
  readonly datesAmbiguous: boolean;
}

/**
 * What most of the dates that fit one order only say. Where none says anything: the order that the format documents, else the
 * day first where points set them apart (18.09.2023), else the month; the user has to look if it makes a difference.
 */
export function decideDates(
  bill: BillRows,
  wanted: DateOrder,
  documented: 'month-first' | 'day-first' | undefined,
): DateDecision {
  const rows = { monthFirst: 0, dayFirst: 0, ordered: 0, dotted: 0 };
  for (const [id, { monthFirst, dayFirst, order }] of bill.months.entries()) {
    const count = bill.monthRows[id] ?? 0;
    if (order === 'none' || count === 0) {
      continue;
    }
    rows.ordered += count;
    if (dayFirst === null) {
      rows.monthFirst += count;
    } else if (monthFirst === null) {
      rows.dayFirst += count;
    }
    if (order === 'dotted') {
      rows.dotted += count;
    }
  }
  if (rows.ordered === 0) {
    return { order: null, datesAmbiguous: false };
  }
  if (wanted !== 'auto') {
    return { order: wanted, datesAmbiguous: false };
  }
  if (rows.monthFirst !== rows.dayFirst) {
    return { order: rows.monthFirst > rows.dayFirst ? 'month-first' : 'day-first', datesAmbiguous: false };
  }
  const usual = rows.dotted * 2 > rows.ordered ? 'day-first' : 'month-first';
  return { order: documented ?? usual, datesAmbiguous: documented === undefined && differs(bill) };
}

/** Whether the order makes a difference to the months of rows that count; other groups have no month. */
function differs(bill: BillRows): boolean {
  return bill.groups.some(({ month }) => {
    const { monthFirst = null, dayFirst = null } = bill.months[month] ?? {};
    return monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst;
  });
}
