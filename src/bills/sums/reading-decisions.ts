import type { BillRows } from './bill-rows';
import type { CreditStyle, DateOrder, NumberStyle, Recognition } from '../mapping/mapping';
import type { TextTable } from '../../formats/file/text-table';

/** What was decided, and whether the file itself says so; where it does not, the user has to. */
export interface Decision<Value> {
  readonly value: Value;
  readonly isTold: boolean;
}

/**
 * What a comma and a point mean in the amounts of the whole file: what most of the amounts that can be read in one way only
 * say. Where none says anything and it makes a difference (`6.645`), the file does not tell, unless its format does, or a comma
 * divides its cells: whoever writes such files has a decimal point.
 */
export function decideNumbers(
  bill: BillRows,
  style: NumberStyle,
  { notation, delimiter }: Pick<TextTable, 'notation' | 'delimiter'>,
  { documentedPoint }: Pick<Recognition, 'documentedPoint'>,
): Decision<'point' | 'comma'> {
  let point = 0;
  let comma = 0;
  for (const { reads, rows } of bill.groups) {
    if (reads === 'point' || reads === 'own-point') {
      point += rows;
    }
    if (reads === 'comma' || reads === 'own-comma') {
      comma += rows;
    }
  }
  const { points, commas } = bill.grouped;
  const isPointKnown =
    notation === 'exact' || documentedPoint === true || (delimiter === ',' && points === 0) || points + commas === 0;
  const isTold = point !== comma || isPointKnown;
  const likely = commas === 0 && points > 0 && !isTold ? 'comma' : 'point';
  const found = point === comma ? likely : comma > point ? 'comma' : 'point';
  return { value: style === 'auto' ? found : style, isTold };
}

/**
 * Whether amounts of credits are taken away. They are where all are positive; where all are negative, they have their sign
 * already. Both at once, or debits that are negative, tell nothing.
 */
export function decideCredits(bill: BillRows, wanted: CreditStyle | undefined): Decision<CreditStyle> {
  const { positiveCredits, negativeCredits, negativeDebits } = bill.signs;
  const areSigned = positiveCredits === 0 && negativeCredits > 0;
  return {
    value: wanted ?? (areSigned ? 'as-written' : 'subtract'),
    isTold: negativeDebits === 0 && (positiveCredits === 0 || negativeCredits === 0),
  };
}

/**
 * What most of the dates that fit one order only say. Where none says anything: the order that the format documents, else the
 * day first where points set them apart (18.09.2023), else the month; the user has to look if it makes a difference.
 */
export function decideDates(
  bill: BillRows,
  wanted: DateOrder,
  documented: 'month-first' | 'day-first' | undefined,
): Decision<'month-first' | 'day-first' | null> {
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
    return { value: null, isTold: true };
  }
  const isTold = rows.monthFirst !== rows.dayFirst || documented !== undefined || !differs(bill);
  if (wanted !== 'auto') {
    return { value: wanted, isTold };
  }
  if (rows.monthFirst !== rows.dayFirst) {
    return { value: rows.monthFirst > rows.dayFirst ? 'month-first' : 'day-first', isTold };
  }
  const usual = rows.dotted * 2 > rows.ordered ? 'day-first' : 'month-first';
  return { value: documented ?? usual, isTold };
}

/** Whether the order makes a difference to the months of rows that count; other groups have no month. */
function differs(bill: BillRows): boolean {
  return bill.groups.some(({ month }) => {
    const { monthFirst = null, dayFirst = null } = bill.months[month] ?? {};
    return monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst;
  });
}
