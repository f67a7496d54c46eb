import type { Currency } from '../money/currency';
import { sum, sumOfCells, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import type { SpendRow } from './client-rows';
import { compareText } from './name-key';

/** Adds amounts, those of each currency by themselves; sorted by currency code. */
export function addByCurrency(amounts: readonly Money[]): Money[] {
  return addEach(amounts, sum);
}

/** Adds what rows tell of spend, exact, as `addByCurrency` does. */
export function addSpends(rows: readonly SpendRow[]): Money[] {
  return addEach(
    rows.map(({ spend }) => spend),
    sumOfCells,
  );
}

function addEach<Amount>(
  amounts: readonly { readonly amount: Amount; readonly currency: Currency }[],
  add: (amounts: readonly Amount[]) => Decimal,
): Money[] {
  const byCurrency = new Map<Currency, Amount[]>();
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
    .map(([currency, parts]) => ({ amount: add(parts), currency }));
}
