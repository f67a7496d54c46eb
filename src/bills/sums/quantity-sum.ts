import type { AmountReading } from '../values/amount-text';
import { addAmount, type ExactSum } from './exact-sum';

/** A sum of quantities, of which it is not yet decided what points and commas mean. */
export interface QuantitySum {
  readonly point: ExactSum;
  readonly comma: ExactSum;
}

/** Adds quantities; one that can be read in one way only is read so, whatever the others are. */
export function addQuantities({ point, comma }: QuantitySum, quantities: readonly AmountReading[]): void {
  for (const reading of quantities) {
    addAmount(point, reading.unscaled, reading.point ?? reading.comma ?? 0);
    addAmount(comma, reading.unscaled, reading.comma ?? reading.point ?? 0);
  }
}

/** Quantities that take others away. */
export function negatedQuantities(quantities: readonly AmountReading[]): AmountReading[] {
  return quantities.map((reading) => ({ ...reading, unscaled: -reading.unscaled }));
}
