import type { Cell } from '../../formats/file/text-table';
import { readMonth } from './bill-date';
import { nameText } from './cell-text';
import { decimalDigits } from './decimal-digits';

/** `2025`, `FY2025`, `FY25`, `CY 2025`, `2025年`, `2025 г.` */
const YEAR = /^(FY|CY)? ?(\d{4}|\d{2})(?:年|년| ?г\.?)?$/i;
/** The eras of Japan and the years of the Republic of China, as `date-spelling` knows them. */
const ERA = /^(令和|平成|昭和|中華民國|民國|民国) ?(元|\d{1,3})年?$/u;
const ERA_BY_LETTER = /^[RHS]\d{1,2}$/i;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const MONTH_SIGN = /^(0?[1-9]|1[0-2]) ?(?:月|월)份?$/u;
/** Three digits are a period, too. */
const PERIOD = /^(?:(?:P|Per\.?|Period|Periode|Periodo) ?0?|0)(\d{2})$|^(?:P|Per\.?|Period|Periode|Periodo) ?(\d)$/i;
const MONTH_WORD = /^(?:M|Month|Monat|Mois|Mes) ?(\d{1,2})$/i;

/** Longer than any of these. */
const LONGEST = 30;

/** Names of columns whose years, or parts of years, are those of a business and need not begin in January. */
export function isFiscalName(column: string): boolean {
  return /\bfy\b|fiscal|fiskal|finan[cz]|ge(?:sch|ch)(?:ä|ae)ftsjahr|wirtschaftsjahr|exercice|ejercicio|esercizio|boekjaar|regnskab|r(?:ä|ae)kenskap|period/i.test(
    column.slice(0, 100),
  );
}

/** Whether a cell is a year and nothing else. */
export function isYearAlone(cell: Cell): boolean {
  const text = plainText(cell);
  const [, prefix, digits] = YEAR.exec(text) ?? [];
  return isYear(prefix, digits) || ERA.test(text) || ERA_BY_LETTER.test(text);
}

function isYear(prefix: string | undefined, digits: string | undefined): boolean {
  const year = Number(digits);
  return digits !== undefined && (digits.length === 2 ? prefix !== undefined : year >= 1990 && year <= 2642);
}

/**
 * A year and a month that stand in two cells as one date, written as `readMonth` reads it: `2025` and `3`, `March`, `3月` or `M03` are a month;
 * `FY25` and `3` or `P03`, and any year and `P03`, are a period of a fiscal year; `FY25` and `March` that month of it.
 *
 * @param isFiscal whether the names of the columns say that they are of fiscal years
 * @returns null if the first cell is no year alone, or the second is blank or a date by itself
 */
export function yearAndMonth(yearCell: Cell, monthCell: Cell, isFiscal: boolean): string | null {
  const month = plainText(monthCell);
  if (month === '' || !isYearAlone(yearCell) || hasYear(monthCell)) {
    return null;
  }
  const year = plainText(yearCell);
  const [, prefix = '', digits = ''] = YEAR.exec(year) ?? [];
  const [, twoDigits, oneDigit] = PERIOD.exec(month) ?? [];
  const period = twoDigits ?? oneDigit;
  const number = MONTH_NUMBER.exec(month)?.[0] ?? MONTH_SIGN.exec(month)?.[1] ?? MONTH_WORD.exec(month)?.[1];
  if (digits === '') {
    const era = ERA.exec(year);
    const isLetter = era === null;
    return number === undefined
      ? `${month} ${year}`
      : isLetter
        ? `${year}.${number}`
        : `${era[1]}${era[2]}年${number}月`;
  }
  const isOfFiscalYear = prefix.toUpperCase() === 'FY' || (isFiscal && prefix === '');
  if (period !== undefined || (isOfFiscalYear && MONTH_NUMBER.test(month))) {
    return `P${Number(period ?? month)} FY${digits}`;
  }
  const whole = digits.length === 2 ? `20${digits}` : digits;
  if (number !== undefined) {
    return isOfFiscalYear ? `P${Number(number)} FY${digits}` : `${whole}-${number.padStart(2, '0')}`;
  }
  const vietnamese = /^tháng \d{1,2}$/iu.test(month);
  return isOfFiscalYear ? `${month} FY${whole}` : `${month}${vietnamese ? '/' : ' '}${whole}`;
}

/** Whether a cell is a date or a month without another's help. */
function hasYear(cell: Cell): boolean {
  const reading = readMonth(cell);
  return (
    reading === 'blank' || reading.fiscal !== null || Object.values(reading.months).some((month) => month !== null)
  );
}

function plainText(cell: Cell): string {
  const text = nameText(cell);
  return text.length > LONGEST ? text : decimalDigits(text.normalize('NFKC')).replace(/\s+/g, ' ').normalize('NFC');
}
