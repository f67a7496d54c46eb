import { formatMonth, monthOfSerial } from '../../domain/calendar/month';
import { Decimal } from '../../domain/money/decimal';
import { groupThousands } from '../../domain/money/money';
import { Problem } from '../../domain/messages/problem';
import { CellError } from '../call/cell-input';
import { MONTH_FORMAT, type CellOutput } from '../call/cell-output';

/** What a cell shows: the value in its number format, rounded half away from zero as Excel does; the code of an error. */
export function shownAs(output: CellOutput): string {
  if (typeof output === 'string') {
    return output;
  }
  if (output instanceof Problem || output instanceof CellError) {
    return output.code;
  }
  return numberShown(output.value, output.format);
}

function numberShown(value: Decimal, format: string): string {
  if (format === MONTH_FORMAT) {
    const month = monthOfSerial(value.toNumber());
    return month === null ? value.toFixed() : formatMonth(month);
  }
  // Marks are text: what stands in them is no part of the number's format.
  const plain = format.replace(/"[^"]*"/g, '');
  const isPercent = plain.includes('%');
  const [, fraction = ''] = /\.(0+)/.exec(plain) ?? [];
  const rounded = (isPercent ? value.times(100) : value).toFixed(fraction.length, Decimal.ROUND_HALF_UP);
  const digits = format.startsWith('#,') ? groupThousands(rounded) : rounded;
  const [, currency] = /\[\$([A-Z]{3})\]/.exec(format) ?? [];
  const [, marks = ''] = /"([^"]*)"$/.exec(format) ?? [];
  return `${digits}${isPercent ? '%' : ''}${currency === undefined ? '' : ` ${currency}`}${marks}`;
}
