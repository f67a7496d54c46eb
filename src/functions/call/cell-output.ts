import { serialOf, type Month } from '../../domain/calendar/month';
import { Decimal, toDouble } from '../../domain/money/decimal';
import { amountFormat, type Money } from '../../domain/money/money';
import type { Marks } from '../../domain/figures/asked-months';
import { Problem } from '../../domain/messages/problem';
import { CellError, isHostError } from './cell-input';
import { markText } from './mark-text';

/** What a function puts into one cell. */
export type CellOutput = NumberCell | string | Problem | CellError;

export interface NumberCell {
  readonly value: Decimal;
  /** Excel's number format, for example `#,##0.00 [$EUR]`. */
  readonly format: string;
}

export const MONTH_FORMAT = 'yyyy-mm';
export const PERCENT_FORMAT = '0.0%';
export const RATIO_FORMAT = '0.00';
export const PLAIN_AMOUNT_FORMAT = '#,##0.00';

/** An amount; its number format also says what a reader would otherwise miss, such as `/yr` or `(7/12)`. */
export function amountCell(money: Money, marks: Partial<Marks> = {}): NumberCell {
  return { value: money.amount, format: marked(amountFormat(money.currency), marks) };
}

function marked(format: string, marks: Partial<Marks>): string {
  const text = markText(marks);
  return text === '' ? format : `${format}"${text}"`;
}

export function isNumber(output: CellOutput): output is NumberCell {
  return typeof output === 'object' && 'format' in output;
}

/** A month as a date that Excel can compute with. */
export function monthCell(month: Month): NumberCell {
  return { value: new Decimal(serialOf(month)), format: MONTH_FORMAT };
}

/** A fraction; its number format also says what a reader would otherwise miss. */
export function percentCell(value: Decimal, marks: Partial<Marks> = {}): NumberCell {
  return { value, format: marked(PERCENT_FORMAT, marks) };
}

/**
 * A cell as the custom-functions runtime takes it.
 *
 * @param formats whether the host shows the number format of a result
 */
export function hostCell(output: CellOutput, formats: boolean): unknown {
  if (typeof output === 'string') {
    return output;
  }
  if (output instanceof Problem || output instanceof CellError) {
    return hostErrorOf(output);
  }
  const basicValue = toDouble(output.value);
  if (!Number.isFinite(basicValue)) {
    return hostErrorOf(new Problem('#NUM!', 'The figure is too large for a cell.'));
  }
  return formats ? { type: 'FormattedNumber', basicValue, numberFormat: output.format } : basicValue;
}

/**
 * The host's error for a problem of ours, or the very error that was passed in. The runtime takes only errors of its own
 * class: an error that came as a data type (a picture is one, too) becomes one with its code.
 */
export function hostErrorOf(output: Problem | CellError): unknown {
  if (output instanceof CellError) {
    const { original, code } = output;
    return isHostError(original) ? original : new CustomFunctions.Error(code as CustomFunctions.ErrorCode);
  }
  return new CustomFunctions.Error(output.code as CustomFunctions.ErrorCode, output.message);
}
