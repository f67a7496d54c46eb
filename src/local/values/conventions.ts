/**
 * How numbers, dates and formulas are written in a language: what Excel takes from the settings of the machine, and this page from
 * the browser's language.
 */
import type { FormulaMarks } from '../../formats/formula/local-formula';

/** In which order the parts of a date stand. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The conventions of a language. */
export interface Conventions {
  /** Such as `de-DE`. */
  readonly language: string;
  readonly decimal: '.' | ',';
  /** Between thousands: `.` in German, a narrow no-break space in French, `’` in Swiss German. */
  readonly group: string;
  readonly dateOrder: DateOrder;
  /** What stands between the parts of a date, without blanks. */
  readonly dateMark: string;
  /** The number format of a date as the language writes it: `dd\.mm\.yyyy`. */
  readonly shortDate: string;
  /** Between arguments and in array constants. */
  readonly formula: FormulaMarks;
}

/** Day, month and year have different numbers of two digits, so that each is found. */
const SAMPLE = new Date(Date.UTC(2025, 2, 4));
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/**
 * The conventions of a language, as `Intl` has them, in Western digits and the Gregorian calendar. Whether the decimal mark is a
 * comma decides how formulas are written, as in Excel: `;` between arguments then, and `.` between the columns of an array.
 */
export function conventionsOf(language: string): Conventions {
  const number = new Intl.NumberFormat(language, { numberingSystem: 'latn', useGrouping: true }).formatToParts(
    1234567.8,
  );
  const part = (type: Intl.NumberFormatPartTypes): string => number.find((each) => each.type === type)?.value ?? '';
  const decimal = part('decimal') === ',' ? ',' : '.';
  return {
    language,
    decimal,
    group: part('group') || (decimal === ',' ? '.' : ','),
    ...datesOf(language),
    formula:
      decimal === ','
        ? { decimal, list: ';', arrayColumn: '.', arrayRow: ';' }
        : { decimal, list: ',', arrayColumn: ',', arrayRow: ';' },
  };
}

function datesOf(language: string): Pick<Conventions, 'dateOrder' | 'dateMark' | 'shortDate'> {
  const parts = new Intl.DateTimeFormat(language, {
    numberingSystem: 'latn',
    calendar: 'gregory',
    timeZone: 'UTC',
    dateStyle: 'short',
  }).formatToParts(SAMPLE);
  const letters = parts.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type[0]] : []));
  const dateOrder = ORDERS.find((order) => order === letters.join(''));
  if (dateOrder === undefined) {
    return { dateOrder: 'ymd', dateMark: '-', shortDate: 'yyyy-mm-dd' };
  }
  const shown = parts.map(({ type, value }) => {
    switch (type) {
      case 'day':
        return 'd'.repeat(value.length);
      case 'month':
        return 'm'.repeat(value.length);
      case 'year':
        return 'yyyy';
      case 'literal':
        return escaped(value);
      default:
        return '';
    }
  });
  const dateMark = parts.find(({ type }) => type === 'literal')?.value.trim() ?? '-';
  return { dateOrder, dateMark, shortDate: shown.join('') };
}

/** What is no part of a date stands for itself in a number format. */
function escaped(literal: string): string {
  return literal.replace(/[^\s/-]/g, '\\$&');
}

/** How Excel writes if English of the United States is spoken, and how files and the Excel API have it. */
export const EN_US: Conventions = conventionsOf('en-US');

/** Whether nothing is to be translated. */
export function isEnglish({ decimal, group, dateOrder }: Conventions): boolean {
  return decimal === EN_US.decimal && group === EN_US.group && dateOrder === EN_US.dateOrder;
}
