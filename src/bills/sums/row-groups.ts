import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import { billMessages } from '../messages';
import type { AmountReading } from '../values/amount-text';
import type { LeftOutReason } from './bill-summary';
import type { ExactSum } from './exact-sum';
import { pairIds } from './ids';
import type { QuantitySum } from './quantity-sum';

/** Rows that agree in everything but the amount. What point, comma, day and month mean is not yet decided. */
export interface RowGroup {
  /** Its position in the list of groups. */
  readonly id: number;
  /** Ids of the bill's rows; for rows that are left out, client, vendor and month are 0. */
  readonly client: number;
  readonly vendor: number;
  readonly service: number;
  readonly month: number;
  readonly currency: number;
  readonly reason: LeftOutReason | 'kept';
  readonly isAi: boolean;
  /** The amounts are of credits, written without or with their sign: which of the two is decided for the whole file. */
  readonly isCredit: boolean;
  /** The amounts are of a column of credits beside the amounts: whether they count at all is decided for the whole file. */
  readonly isOffered: boolean;
  /** The client is blank in the rows, and taken from the row above: whether it may be is decided for the whole file. */
  readonly isFilled: boolean;
  /** `Cr` stands behind the amounts: whether that is credit or crore is decided for the whole file. */
  readonly isCr: boolean;
  /** The rows state the sum of others: whether they count is decided for the whole file. */
  readonly isTotal: boolean;
  /**
   * With which meanings of the separators the amounts can be read: both and the same, both and different, or one; `own-`: one, and the
   * amount names its currency (`145,00 lei`), so that it is written as that currency is, whatever the others are.
   */
  readonly reads: AmountKind;
  rows: number;
  /** With a decimal point, unless only the comma fits. */
  readonly sum: ExactSum;
  /** With a decimal comma, if that makes a difference; else empty. */
  readonly commaSum: ExactSum;
  /** What the rows tell of team, model and unit, if that is kept; 0 for nothing. */
  readonly usage: number;
  readonly quantity: QuantitySum;
}

export type AmountKind = 'same' | 'both' | 'point' | 'comma' | 'own-point' | 'own-comma';
const KINDS: readonly AmountKind[] = ['same', 'both', 'point', 'comma', 'own-point', 'own-comma'];
export const REASONS: readonly (LeftOutReason | 'kept')[] = [
  'kept',
  'total',
  'not-ai',
  'filtered',
  'not-money',
  'far-month',
  'problem',
];

/** What a row is beside its names, its month and its amount: these together, added. */
export const TRAITS = { ai: 1, credit: 2, total: 4, offered: 8, filled: 16, cr: 32 } as const;
const ALL_TRAITS = 64;

export function amountKind({ point, comma, mark }: AmountReading): AmountKind {
  if (point === comma) {
    return 'same';
  }
  if (comma === null) {
    return mark === '' ? 'point' : 'own-point';
  }
  return point !== null ? 'both' : mark === '' ? 'comma' : 'own-comma';
}

/**
 * The kind of a whole number below 2^53 of a scale, without its text; null if only the text tells, which is that of a number of three
 * decimals: a comma reading could take its point for one that sets thousands apart.
 */
export function decimalKind(unscaled: number, scale: number): 'same' | 'point' | null {
  if (Number.isNaN(unscaled)) {
    return null;
  }
  if (scale > 3 && unscaled !== 0 && !isMultiple(unscaled, scale - 3)) {
    return 'point';
  }
  if (scale === 0 || unscaled === 0 || isMultiple(unscaled, scale)) {
    return 'same';
  }
  return scale < 3 || isMultiple(unscaled, scale - 2) ? 'point' : null;
}

/** Whether a whole number ends in so many zeros. */
function isMultiple(unscaled: number, zeros: number): boolean {
  const power = POWERS[zeros] ?? Infinity;
  return Math.round(unscaled / power) * power === unscaled;
}

const POWERS = Array.from({ length: 23 }, (_, zeros) => 10 ** zeros);

/** What the amounts of a group add up to with a decimal point or comma; if only one of the two fits, with that one. */
export function sumAsRead({ reads, sum, commaSum }: RowGroup, numbers: 'point' | 'comma'): ExactSum {
  return reads === 'both' && numbers === 'comma' ? commaSum : sum;
}

export type GroupOf = (
  client: number,
  vendor: number,
  service: number,
  month: number,
  currency: number,
  reason: RowGroup['reason'],
  traits: number,
  reads: AmountKind,
  usage?: number,
) => RowGroup;

/**
 * The groups of a bill, each made when its first row comes.
 *
 * @param keepsUsage whether rows are told apart by what they tell of teams, models and units
 * @returns `groupOf`, which throws a FileProblem if there are more groups than can be shown
 */
export function rowGroups(keepsUsage = false): { readonly groups: readonly RowGroup[]; readonly groupOf: GroupOf } {
  const groups: RowGroup[] = [];
  const withVendor = pairIds();
  const withService = pairIds();
  const withMonth = pairIds();
  const withRest = pairIds();
  const withUsage = keepsUsage ? pairIds() : (id: number) => id;
  const groupOf: GroupOf = (client, vendor, service, month, currency, reason, traits, reads, usage = 0) => {
    const rest =
      ((currency * REASONS.length + REASONS.indexOf(reason)) * KINDS.length + KINDS.indexOf(reads)) * ALL_TRAITS +
      traits;
    const id = withUsage(withRest(withMonth(withService(withVendor(client, vendor), service), month), rest), usage);
    const known = groups[id];
    if (known !== undefined) {
      return known;
    }
    if (id >= LIMITS.groups) {
      throw new FileProblem(billMessages.tooManyGroups(LIMITS.groups));
    }
    const group: RowGroup = {
      id,
      client,
      vendor,
      service,
      month,
      currency,
      reason,
      isAi: (traits & TRAITS.ai) > 0,
      isCredit: (traits & TRAITS.credit) > 0,
      isOffered: (traits & TRAITS.offered) > 0,
      isFilled: (traits & TRAITS.filled) > 0,
      isTotal: (traits & TRAITS.total) > 0,
      isCr: (traits & TRAITS.cr) > 0,
      reads,
      rows: 0,
      sum: [],
      commaSum: [],
      usage,
      quantity: { point: [], comma: [] },
    };
    groups.push(group);
    return group;
  };
  return { groups, groupOf };
}
