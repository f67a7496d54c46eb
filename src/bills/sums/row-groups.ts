import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import { billMessages } from '../messages';
import type { AmountReading } from '../values/amount-text';
import type { LeftOutReason } from './bill-summary';
import type { ExactSum } from './exact-sum';
import { pairIds } from './ids';

/** Rows that agree in everything but the amount. What point, comma, day and month mean is not yet decided. */
export interface RowGroup {
  /** Ids of the bill's rows; for rows that are left out, client, vendor and month are 0. */
  readonly client: number;
  readonly vendor: number;
  readonly service: number;
  readonly month: number;
  readonly currency: number;
  readonly reason: LeftOutReason | 'kept';
  readonly isAi: boolean;
  /** With which meanings of the separators the amounts can be read: both and the same, both and different, or one. */
  readonly reads: AmountKind;
  rows: number;
  /** With a decimal point, unless only the comma fits. */
  readonly sum: ExactSum;
  /** With a decimal comma, where that makes a difference; else empty. */
  readonly commaSum: ExactSum;
}

export type AmountKind = 'same' | 'both' | 'point' | 'comma';
const KINDS: readonly AmountKind[] = ['same', 'both', 'point', 'comma'];
export const REASONS: readonly (LeftOutReason | 'kept')[] = ['kept', 'not-ai', 'filtered', 'not-money', 'problem'];

export function amountKind({ point, comma }: AmountReading): AmountKind {
  if (point === comma) {
    return 'same';
  }
  if (comma === null) {
    return 'point';
  }
  return point === null ? 'comma' : 'both';
}

export type GroupOf = (
  client: number,
  vendor: number,
  service: number,
  month: number,
  currency: number,
  reason: RowGroup['reason'],
  isAi: boolean,
  reads: AmountKind,
) => RowGroup;

/**
 * The groups of a bill, each made when its first row comes.
 *
 * @returns `groupOf`, which throws a FileProblem where there are more groups than can be shown
 */
export function rowGroups(): { readonly groups: readonly RowGroup[]; readonly groupOf: GroupOf } {
  const groups: RowGroup[] = [];
  const withVendor = pairIds();
  const withService = pairIds();
  const withMonth = pairIds();
  const withRest = pairIds();
  const groupOf: GroupOf = (client, vendor, service, month, currency, reason, isAi, reads) => {
    const rest =
      ((currency * REASONS.length + REASONS.indexOf(reason)) * KINDS.length + KINDS.indexOf(reads)) * 2 +
      (isAi ? 1 : 0);
    const id = withRest(withMonth(withService(withVendor(client, vendor), service), month), rest);
    const known = groups[id];
    if (known !== undefined) {
      return known;
    }
    if (id >= LIMITS.groups) {
      throw new FileProblem(billMessages.tooManyGroups(LIMITS.groups));
    }
    const group: RowGroup = {
      client,
      vendor,
      service,
      month,
      currency,
      reason,
      isAi,
      reads,
      rows: 0,
      sum: [],
      commaSum: [],
    };
    groups.push(group);
    return group;
  };
  return { groups, groupOf };
}
