import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import { parseCurrency, type Currency } from '../money/currency';

/** As `parseCurrency`, for an argument: anything else is a Problem that says what to write. */
export function requireCurrency(value: string | number | boolean): Currency {
  const currency = typeof value === 'string' ? parseCurrency(value) : null;
  if (currency === null) {
    throw new Problem('#VALUE!', messages.badCurrency(value));
  }
  return currency;
}
