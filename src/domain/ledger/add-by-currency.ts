import type { Currency } from '../money/currency';
import { sum, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { compareText } from './name-key';

/** Adds amounts, those of each currency by themselves; sorted by currency code. */
export function addByCurrency(amounts: readonly Money[]): Money[] {
  const byCurrency = new Map<Currency, Decimal[]>();
  for (const { amount, currency } of amounts) {
    const known = byCurrency.get(currency);
    if (known) {
      known.push(amount);
    } else {
      byCurrency.set(currency, [amount]);
    }
  }
  return [...byCurrency]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, parts]) => ({ amount: sum(parts), currency }));
}
