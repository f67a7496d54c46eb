import type { Month } from '../calendar/month';
import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import type { BrokenRow, ClientRow } from '../ledger/client-rows';
import { compareText } from '../ledger/name-key';
import type { SpendGroup } from '../ledger/spend-group';
import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import { monthsBetween } from './spend';

export interface SourceQuestion {
  readonly client: string;
  readonly period: Period;
  readonly vendor: string;
}

/** What a client's figure in a period rests on: every row, whether it counts or not. */
export interface Sources {
  readonly account: Account;
  /** Null where nothing is on record that a relative period could start from: then all rows are here. */
  readonly period: ResolvedPeriod | null;
  readonly rows: readonly SourceRow[];
  readonly broken: readonly BrokenRow[];
  /** Months on record of the months asked for. */
  readonly onRecord: number;
  readonly asked: number;
}

export interface SourceRow {
  readonly row: ClientRow;
  readonly counted: boolean;
  /** Why a row does not count; empty for one that does. */
  readonly reason: string;
}

/**
 * Every row of a client in a period, and whether it counts. Sources that disagree do not stop it: it is there to show them.
 * @throws Problem `#N/A` for a name that is not on record, or where no row lies in the period
 */
export function sources(book: Book, question: SourceQuestion): Sources {
  const account = book.clients().account(question.client, question.vendor);
  const latest = latestWithSpend(account);
  const period = resolvePeriod(question.period, latest, book.fiscalYearStart);
  const months = period === null ? account.months : monthsBetween(account, period.from, period.to);
  const rows = months.flatMap((month) => month.groups).flatMap(explainGroup);
  const broken = [...months.flatMap((month) => month.broken), ...account.undated];
  if (rows.length + broken.length === 0) {
    const recorded = account.months.map((month) => month.month);
    throw new Problem('#N/A', messages.nothingOnRecord(account.client ?? 'AIClients', period?.label ?? null, recorded));
  }
  return {
    account,
    period,
    rows: rows.sort(byMonthThenText),
    broken: broken.sort((a, b) => a.row - b.row),
    onRecord: months.filter((month) => month.groups.some((group) => group.onRecord)).length,
    asked: period?.months ?? months.length,
  };
}

/** As for a figure, but without refusing broken rows: they are to be shown. */
function latestWithSpend(account: Account): Month | null {
  const recorded = account.months.filter((month) => month.groups.some((group) => group.onRecord));
  return recorded.at(-1)?.month ?? null;
}

/** Whether each row of a group counts, and if not, why not. */
export function explainGroup(group: SpendGroup): SourceRow[] {
  const counted = new Set<ClientRow>(countedOrNone(group));
  const billed = group.rows.some((row) => row.basis === 'billed' && row.spend !== null);
  return group.rows.map((row) => ({
    row,
    counted: counted.has(row),
    reason: counted.has(row) ? '' : reasonOf(row, billed, counted.size > 0),
  }));
}

function countedOrNone(group: SpendGroup): readonly ClientRow[] {
  try {
    return group.counted();
  } catch (problem) {
    if (problem instanceof Problem) {
      return [];
    }
    throw problem;
  }
}

function reasonOf(row: ClientRow, billed: boolean, agreed: boolean): string {
  if (row.basis === 'superseded') {
    return messages.notCountedSuperseded;
  }
  if (row.spend === null) {
    return messages.notCountedUndisclosed;
  }
  if (billed) {
    return messages.notCountedBilledFirst;
  }
  return agreed ? messages.notCountedSameClaim : messages.notCountedRival;
}

function byMonthThenText(a: SourceRow, b: SourceRow): number {
  return (
    a.row.month - b.row.month ||
    compareText(a.row.client, b.row.client) ||
    compareText(a.row.vendor, b.row.vendor) ||
    compareText(a.row.service, b.row.service) ||
    compareText(a.row.basis, b.row.basis) ||
    compareText(a.row.source, b.row.source) ||
    a.row.row - b.row.row
  );
}
