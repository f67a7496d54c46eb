import { groupThousands, type Money } from '../../src/domain/money/money';

/** `20,000,000 EUR`, `0.0125 USD`: every digit, which no message shows. */
export function formatExactly(money: Money): string {
  return `${groupThousands(money.amount.toFixed())} ${money.currency}`;
}
