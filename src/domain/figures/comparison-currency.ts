import { EUR, type Currency } from '../money/currency';
import type { Money } from '../money/money';

/** The currency to compare amounts in: theirs if they have but one, else the euro, through which all rates cross. */
export function comparisonCurrency(amounts: readonly Money[]): Currency {
  const currencies = new Set(amounts.map((amount) => amount.currency));
  const [only = EUR] = currencies;
  return currencies.size === 1 ? only : EUR;
}
