import { Decimal, sum } from '../../domain/money/decimal';
import type { ExactAmount } from '../../bills/sums/bill-summary';

/** An exact amount with its thousands apart, no digit lost: `-1,234.5600000001`. */
export function grouped(amount: ExactAmount): string {
  const [whole = '', fraction] = amount.split('.');
  const thousands = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** The exact sum, without exponent. */
export function exactSum(amounts: readonly ExactAmount[]): ExactAmount {
  return sum(amounts.map((amount) => new Decimal(amount))).toFixed();
}
