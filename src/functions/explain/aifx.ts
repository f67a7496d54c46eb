import type { Exchange } from '../../domain/figures/exchange';
import { formatAmount } from '../../domain/money/money';
import { explainedConversion, NO_BASIS, numberText, type Basis } from './basis';

export function explainExchange({ amount, rate, converted }: Exchange): Basis {
  return {
    ...NO_BASIS,
    conversions: rate === null ? [] : [explainedConversion(amount, rate, converted)],
    steps: [rate === null ? formatAmount(amount) : `${formatAmount(amount)} x ${numberText(rate.rate)}`],
  };
}
