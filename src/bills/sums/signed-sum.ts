import { AMOUNT_UNITS } from '../mapping/amount-unit';
import type { AmountReading } from '../values/amount-text';
import type { BillDecisions } from './decisions';
import { addAmount, addSum, type ExactSum } from './exact-sum';

/**
 * A sum of which it is not yet decided what points and commas mean, nor whether credits have their sign already, nor whether `Cr` behind an
 * amount is credit or crore.
 */
export type SignedSum = Readonly<Record<SumPart, StyledSum>>;

const SUM_PARTS = ['debits', 'credits', 'crDebits', 'crCredits'] as const;
export type SumPart = (typeof SUM_PARTS)[number];

interface StyledSum {
  readonly point: ExactSum;
  readonly comma: ExactSum;
}

export function signedSum(): SignedSum {
  const none = (): StyledSum => ({ point: [], comma: [] });
  return { debits: none(), credits: none(), crDebits: none(), crCredits: none() };
}

/** The part of a sum that amounts belong to. */
export function partOf(isCredit: boolean, isCr: boolean): SumPart {
  return isCr ? (isCredit ? 'crCredits' : 'crDebits') : isCredit ? 'credits' : 'debits';
}

/** Adds all of another sum. */
export function addSigned(sum: SignedSum, other: SignedSum): void {
  for (const part of SUM_PARTS) {
    for (const style of ['point', 'comma'] as const) {
      addSum(sum[part][style], other[part][style]);
    }
  }
}

/** What one sum has more than another. */
export function signedDifference(a: SignedSum, b: SignedSum): SignedSum {
  const result = signedSum();
  for (const part of SUM_PARTS) {
    for (const style of ['point', 'comma'] as const) {
      addSum(result[part][style], a[part][style]);
      addSum(result[part][style], negated(b[part][style]));
    }
  }
  return result;
}

/** Adds an amount to a sum; `shift`: decimals that it has beyond those written. */
export function addToSigned(
  sum: SignedSum,
  { unscaled, point, comma, word }: AmountReading,
  isCredit: boolean,
  shift: number,
): void {
  const part = sum[partOf(isCredit, word === 'cr')];
  addAmount(part.point, unscaled, (point ?? comma ?? 0) + shift);
  addAmount(part.comma, unscaled, (comma ?? point ?? 0) + shift);
}

/** What is decided of the amounts of a whole bill. */
type AmountDecisions = Pick<BillDecisions, 'numbers' | 'sides' | 'negatives' | 'units' | 'cr'>;

/** The sum as it is decided to be read. */
export function decidedSum(signed: SignedSum, decisions: AmountDecisions): ExactSum {
  const sum: ExactSum = [];
  for (const part of SUM_PARTS) {
    const isCredit = part === 'credits' || part === 'crCredits';
    const isCr = part === 'crDebits' || part === 'crCredits';
    addSum(sum, asCounted(signed[part][decisions.numbers], decisions, isCredit, isCr));
  }
  return sum;
}

/** What a sum of amounts, or of credits, counts as: in ones, and with the sign that spend has. */
export function asCounted(
  amounts: ExactSum,
  { sides, negatives, units, cr }: Omit<AmountDecisions, 'numbers'>,
  isCredit: boolean,
  isCr = false,
): ExactSum {
  // Such an amount was read as a credit, which is taken away.
  const sum = isCr && cr === 'crore' ? scaled(negated(amounts), AMOUNT_UNITS.crores) : amounts;
  const inOnes = units === 'ones' ? sum : scaled(sum, AMOUNT_UNITS[units]);
  return isCredit && sides === 'subtract' ? negated(inOnes) : negatives === 'spend' ? negated(inOnes) : inOnes;
}

function scaled(sum: ExactSum, power: number): ExactSum {
  return sum.map((part) => ({ ...part, scale: part.scale - power }));
}

/** What is to be added to take a sum away. */
export function negated(sum: ExactSum): ExactSum {
  return sum.map(({ scale, safe, beyond }) => ({ scale, safe: -safe, beyond: -beyond }));
}
