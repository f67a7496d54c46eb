import { AMOUNT_UNITS } from '../mapping/amount-unit';
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

/** What is decided of the amounts of a whole bill. */
type AmountDecisions = Pick<BillDecisions, 'numbers' | 'sides' | 'negatives' | 'units'>;

/** The sum as it is decided to be read. */
export function decidedSum({ debits, credits }: SignedSum, decisions: AmountDecisions): ExactSum {
  const sum: ExactSum = [];
  addSum(sum, asCounted(debits[decisions.numbers], decisions, false));
  addSum(sum, asCounted(credits[decisions.numbers], decisions, true));
  return sum;
}

/** What a sum of amounts, or of credits, counts as: in ones, and with the sign that spend has. */
export function asCounted(
  sum: ExactSum,
  { sides, negatives, units }: Omit<AmountDecisions, 'numbers'>,
  isCredit: boolean,
): ExactSum {
  const inOnes = units === 'ones' ? sum : sum.map((part) => ({ ...part, scale: part.scale - AMOUNT_UNITS[units] }));
  return isCredit && sides === 'subtract' ? negated(inOnes) : negatives === 'spend' ? negated(inOnes) : inOnes;
}

/** What is to be added to take a sum away. */
export function negated(sum: ExactSum): ExactSum {
  return sum.map(({ scale, safe, beyond }) => ({ scale, safe: -safe, beyond: -beyond }));
}
