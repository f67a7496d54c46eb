import type { Cell } from '../../../formats/file/text-table';
import { DATE_NOTATIONS, readMonth } from '../../values/bill-date';
import { nameText } from '../../values/cell-text';
import type { Columns } from '../../mapping/column-names';
import { NAMES } from '../../mapping/known-names';
import { isFiscalName, isYearAlone, yearAndMonth } from '../../values/year-and-month';
import type { Recognition } from '../../mapping/mapping';
import { cellsOf, type SampleRows } from '../bill-format';
import { columnTests, guesses, isDate, isOtherPeriod, isPlainlyDate } from './column-tests';

/** The columns of dates, the likeliest first; where none is, those that count seconds, or have other periods. Or two that are the month together. */
export function monthsIn(table: Columns, sample: SampleRows) {
  const { mostAre, allAre } = columnTests(table, sample);
  const dates = datesIn(table, mostAre(isDate), allAre(isPlainlyDate, isOfAnotherTime));
  const together = yearWithMonth(table, sample, dates);
  if (dates.length > 0 || together !== null) {
    return { months: dates, together, unixTimeColumns: [] };
  }
  const unixTimeColumns = table.header.filter(allAre(isUnixTime, isNoNameOfTime));
  const others = table.all(...NAMES.month).filter(allAre(isOtherPeriod));
  return { months: unixTimeColumns.length > 0 ? unixTimeColumns : others, together, unixTimeColumns };
}

/** Names of dates on which something was written or sent, mostly after the month that it is of. */
function isOfInvoice(column: string): boolean {
  return /invoice|rechnung|billing ?date|booking|buchung|beleg|posting|document|doc date|issue|factur|fattur|fakt/i.test(
    column,
  );
}

/** The date on which something was written gives the months, and another date has others in some rows. */
export function otherDates(
  table: Columns,
  sample: SampleRows,
  [column, ...others]: readonly string[],
): Recognition['otherDates'] {
  if (column === undefined || !isOfInvoice(column)) {
    return undefined;
  }
  const months = (name: string) => cellsOf(table, sample, name).map((cell) => readMonth(cell));
  const own = months(column);
  const other = others.find((name) => months(name).some((month, row) => areApart(own[row] ?? 'blank', month)));
  return other === undefined ? undefined : { column, other };
}

/** Whether two dates are of different months in whatever notation both can be read. */
function areApart(a: ReturnType<typeof readMonth>, b: ReturnType<typeof readMonth>): boolean {
  const both = DATE_NOTATIONS.flatMap((notation) => {
    const [one, other] = [a, b].map((date) => (date === 'blank' ? null : date.months[notation]));
    return one === null || other === null ? [] : [one === other];
  });
  return both.length > 0 && !both.includes(true);
}

/**
 * A column of years and one of months that are a month together, if no column of dates says it: an invoice is mostly written after the month
 * that it is of.
 */
function yearWithMonth(table: Columns, sample: SampleRows, dates: readonly string[]): readonly string[] | null {
  if (dates[0] !== undefined && !isOfInvoice(dates[0])) {
    return null;
  }
  const { allAre } = columnTests(table, sample);
  const year = table.all(...NAMES.year).find(allAre(isYearAlone));
  if (year === undefined) {
    return null;
  }
  const years = cellsOf(table, sample, year);
  const month = table.all(...NAMES.part).find((column) => {
    const isFiscal = isFiscalName(year) || isFiscalName(column);
    const months = cellsOf(table, sample, column);
    const joined = months.map((cell, row) => yearAndMonth(years[row] ?? '', cell, isFiscal));
    const told = joined.filter((text) => text !== null && isDate(text)).length;
    return column !== year && told > 0 && told * 2 >= months.filter((cell) => nameText(cell) !== '').length;
  });
  return month === undefined ? null : [year, month];
}

/**
 * Names of dates on which a bill is to be paid, or was, something is renewed, or the file was made: they say nothing of when the service was
 * used.
 */
function isOfAnotherTime(column: string): boolean {
  return /\bdue\b|paid|payment|f(?:ä|ae)llig|bezahlt|zahlung|[ée]ch[ée]ance|vencimiento|vencimento|scadenza|vervaldatum|expir|valid|renew|contract|vertrag|export|print|download|generated|modified|updated|changed|ge(?:ä|ae)ndert/i.test(
    column,
  );
}

function datesIn(
  table: Columns,
  allowed: (column: string) => boolean,
  convincing: (column: string) => boolean,
): string[] {
  const called = table.all(...NAMES.month);
  return guesses(table, NAMES.month, allowed, convincing).filter(
    (column) => called.includes(column) || !isOfEnd(column),
  );
}

/** The years 2004 to 2042, in seconds or milliseconds since 1970. */
function isUnixTime(cell: Cell): boolean {
  const text = nameText(cell);
  const seconds = Number(text) / (text.length === 13 ? 1000 : 1);
  return /^(?:\d{10}(?:\.\d{1,6})?|\d{13})$/.test(text) && seconds > 1.1e9 && seconds < 2.3e9;
}

/** Digits alone may be anything, unless their column is called a time, and not that of an end or of a payment. */
function isNoNameOfTime(column: string): boolean {
  return (
    !/date|time|created|datum|epoch|(?:^|[\s_])(?:at|on|start)$/i.test(column) ||
    isOfAnotherTime(column) ||
    isOfEnd(column)
  );
}

/** Names of days on which a period ends, which may be the first of the next. Beside its beginning it is not known whether one month holds both. */
function isOfEnd(column: string): boolean {
  return /(?:^|[\s_])(?:end|ende|until|bis|to|fin)(?:$|[\s_])|(?<=[a-z])End/.test(
    column.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  );
}
