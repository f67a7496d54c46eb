/** What must not compile: `npm run types` fails if one of these lines does. Nothing here is run. */
import { EUR, type Currency } from '../../src/domain/money/currency';
import type { Decimal } from '../../src/domain/money/decimal';
import { addUp, type Money } from '../../src/domain/money/money';

export function amountsAddUpInOneCurrency(
  euros: Money<Currency<'EUR'>>,
  dollars: Money<Currency<'USD'>>,
  amount: Decimal,
): void {
  addUp(EUR, [euros, euros]) satisfies Money<Currency<'EUR'>>;
  // @ts-expect-error -- dollars are not added to euros
  addUp(EUR, [euros, dollars]);
  // @ts-expect-error -- dollars are not a sum in euros
  addUp(EUR, [dollars]);
  // @ts-expect-error -- nor is a sum of euros one of dollars
  addUp(EUR, [euros]) satisfies Money<Currency<'USD'>>;
  // @ts-expect-error -- an amount without a currency is not money
  addUp(EUR, [amount]);
}

export function currenciesAreCodesThatWereChecked(): void {
  // @ts-expect-error -- a text becomes a currency by parseCurrency
  'EUR' satisfies Currency;
}
