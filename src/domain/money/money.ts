import { decimalsOf, type Currency } from './currency';
import { Decimal, sum } from './decimal';

/** An amount in one currency. Amounts in different currencies are never added. */
export interface Money<C extends Currency = Currency> {
  readonly amount: Decimal;
  readonly currency: C;
}

/**
 * The exact sum of amounts that are all in `currency`; 0 for none. Currencies that are known before run time must be one to
 * compile; of others, which a workbook names, the caller has made sure.
 */
export function addUp<C extends Currency>(currency: C, amounts: readonly Money<NoInfer<C>>[]): Money<C> {
  return { amount: sum(amounts.map(({ amount }) => amount)), currency };
}

/** Excel's number format for amounts in `currency`: `#,##0.00 [$EUR]`, with the currency's own number of decimals. */
export function amountFormat(currency: Currency): string {
  const decimals = decimalsOf(currency);
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''} [$${currency}]`;
}

/** `20,000,000.00 EUR`: rounded to the currency's minor unit (half up, as a cell's number format does), as the cell shows it. */
export function formatAmount(money: Money): string {
  const rounded = money.amount.toFixed(decimalsOf(money.currency), Decimal.ROUND_HALF_UP);
  return `${groupThousands(rounded)} ${money.currency}`;
}

/** `1234567.5` -> `1,234,567.5`. */
export function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) {
    groups.push(digits.slice(at, at + 3));
  }
  const grouped = sign + groups.join(',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
