import type { Month } from '../../domain/calendar/month';
import { compareText } from '../../domain/ledger/name-key';
import type { BillRows } from './bill-rows';
import type { BillSummary, CurrencyTotal } from './bill-summary';
import type { BillDecisions } from './decisions';
import { monthIn } from '../values/bill-date';
import { addSum, exactText, type ExactSum } from './exact-sum';
import { REASONS, sumAsRead, type RowGroup } from './row-groups';
import { asCounted, negated } from './signed-sum';

/** A group whose amounts and month are decided. */
export interface DecidedGroup {
  readonly group: RowGroup;
  readonly reason: RowGroup['reason'];
  readonly month: Month | null;
  readonly sum: ExactSum;
  /** Taken away where the sum is. */
  readonly quantity: ExactSum;
}

/** The groups as it was decided to read them, and how many rows have no amount then. */
export function decidedGroups(
  bill: BillRows,
  decisions: BillDecisions,
): { decided: DecidedGroup[]; unreadable: number } {
  const { numbers, quantities, dates, sides, netting, fiscal, names } = decisions;
  const misfit = numbers === 'point' ? 'comma' : 'point';
  const decided: DecidedGroup[] = [];
  let { unreadable } = bill;
  for (const group of bill.groups) {
    if (group.reads === misfit) {
      unreadable += group.rows;
      continue;
    }
    if (isEmpty(group) || (group.isOffered && netting === 'leave-out')) {
      continue;
    }
    const reading = bill.months[group.month];
    const month = reading === undefined ? null : monthIn(reading, dates ?? 'month-first', fiscal, names);
    const isTakenAway = group.isCredit && sides === 'subtract';
    const quantity = group.quantity[quantities];
    decided.push({
      group,
      reason: reasonOf(group, month, decisions),
      month,
      sum: asCounted(sumAsRead(group, numbers), decisions, group.isCredit, group.isCr),
      quantity: isTakenAway ? negated(quantity) : quantity,
    });
  }
  return { decided, unreadable };
}

/** A group whose only row was moved among those of totals. One of credits beside debits has no rows of its own, but a sum. */
function isEmpty({ rows, sum }: RowGroup): boolean {
  return rows === 0 && exactText(sum) === '0';
}

function reasonOf(
  group: RowGroup,
  month: Month | null,
  {
    totals,
    months,
    blanks,
    farFrom,
    farUntil,
  }: Pick<BillDecisions, 'totals' | 'months' | 'blanks' | 'farFrom' | 'farUntil'>,
): RowGroup['reason'] {
  if (group.isTotal && totals === 'leave-out') {
    return 'total';
  }
  if (group.reason !== 'kept') {
    return group.reason;
  }
  if (month === null || (group.isFilled && blanks === 'leave-out')) {
    return 'problem';
  }
  const isFar = (farFrom !== null && month >= farFrom) || (farUntil !== null && month <= farUntil);
  return months === 'leave-out' && isFar ? 'far-month' : 'kept';
}

export function rowsIn(decided: readonly DecidedGroup[]): number {
  return decided.reduce((rows, { group }) => rows + group.rows, 0);
}

function sumOf(decided: readonly DecidedGroup[]): ExactSum {
  const total: ExactSum = [];
  for (const { sum } of decided) {
    addSum(total, sum);
  }
  return total;
}

function byCurrency(bill: BillRows, decided: readonly DecidedGroup[]): [currency: string, decided: DecidedGroup[]][] {
  const lists = new Map<string, DecidedGroup[]>();
  for (const one of decided) {
    const currency = bill.currencies[one.group.currency]?.text ?? '';
    const list = lists.get(currency);
    if (list) {
      list.push(one);
    } else {
      lists.set(currency, [one]);
    }
  }
  return [...lists].sort(([a], [b]) => compareText(a, b));
}

export function totalsOf(bill: BillRows, decided: readonly DecidedGroup[]): CurrencyTotal[] {
  return byCurrency(bill, decided).map(([currency, all]) => {
    const kept = all.filter(({ reason }) => reason === 'kept');
    const leftOut = REASONS.flatMap((reason) => {
      const out = reason === 'kept' ? [] : all.filter((one) => one.reason === reason);
      return reason === 'kept' || out.length === 0
        ? []
        : [{ reason, rows: rowsIn(out), amount: exactText(sumOf(out)) }];
    });
    return {
      currency,
      rows: rowsIn(all),
      total: exactText(sumOf(all)),
      keptRows: rowsIn(kept),
      kept: exactText(sumOf(kept)),
      leftOut,
    };
  });
}

export function aiTotals(bill: BillRows, decided: readonly DecidedGroup[]): BillSummary['ai'] {
  const ai = decided.filter(({ group, reason }) => group.isAi && reason !== 'total');
  return byCurrency(bill, ai).map(([currency, all]) => ({
    currency,
    rows: rowsIn(all),
    amount: exactText(sumOf(all)),
  }));
}

/** What is kept, by currency. */
export function keptSums(bill: BillRows, decided: readonly DecidedGroup[]): { currency: string; amount: string }[] {
  const kept = decided.filter(({ reason }) => reason === 'kept');
  return byCurrency(bill, kept).map(([currency, all]) => ({ currency, amount: exactText(sumOf(all)) }));
}
