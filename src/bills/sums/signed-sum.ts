import type { AmountReading } from '../values/amount-text';
import type { BillDecisions } from './decisions';
import { addAmount, addSum, type ExactSum } from './exact-sum';

/** A sum of which it is not yet decided what points and commas mean, nor whether credits have their sign already. */
export interface SignedSum {
  readonly debits: StyledSum;
  readonly credits: StyledSum;
}

interface StyledSum {
  readonly point: ExactSum;
  readonly comma: ExactSum;
}

export function signedSum(): SignedSum {
  return { debits: { point: [], comma: [] }, credits: { point: [], comma: [] } };
}

/** Adds an amount to a sum; `shift`: decimals that it has beyond those written. */
export function addToSigned(
  sum: SignedSum,
  { unscaled, point, comma }: AmountReading,
  isCredit: boolean,
  shift: number,
): void {
  const part = isCredit ? sum.credits : sum.debits;
  addAmount(part.point, unscaled, (point ?? comma ?? 0) + shift);
  addAmount(part.comma, unscaled, (comma ?? point ?? 0) + shift);
}

/** The sum as it is decided to be read. */
export function decidedSum(
  { debits, credits }: SignedSum,
  { numbers, sides }: Pick<BillDecisions, 'numbers' | 'sides'>,
): ExactSum {
  const sum: ExactSum = [];
  addSum(sum, debits[numbers]);
  addSum(sum, sides === 'subtract' ? negated(credits[numbers]) : credits[numbers]);
  return sum;
}

/** What is to be added to take a sum away. */
export function negated(sum: ExactSum): ExactSum {
  return sum.map(({ scale, safe, beyond }) => ({ scale, safe: -safe, beyond: -beyond }));
}
