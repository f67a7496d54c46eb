import type { Month } from '../calendar/month';
import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import type { Account } from '../ledger/account';
import type { Book } from '../ledger/book';
import type { BrokenRow, ClientRow } from '../ledger/client-rows';
import { compareText } from '../ledger/name-key';
import type { NotCounted } from '../ledger/what-counts';
import type { SpendGroup } from '../ledger/spend-group';
import { messages } from '../messages/messages';
import { Problem } from '../messages/problem';
import { sourceMessages } from '../messages/source-messages';
import { monthsBetween } from './asked-months';

export interface SourceQuestion {
  readonly client: string;
  readonly period: Period;
  readonly vendor: string;
}

/** What a client's figure in a period rests on: every row, whether it counts or not. */
export interface Sources {
  readonly account: Account;
  /** Null if nothing is on record that a relative period could start from: then all rows are here. */
  readonly period: ResolvedPeriod | null;
  readonly rows: readonly SourceRow[];
  readonly broken: readonly BrokenRow[];
  /** Months on record of the months asked for. */
  readonly onRecord: number;
  readonly asked: number;
  /** Both in words, and whether one of the months is not over. */
  readonly summary: string;
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
  const everyone = book.clients().account(question.client, question.vendor);
  const period = resolvePeriod(question.period, latestOf(everyone, question.period), book.fiscalYearStart);
  const months = period === null ? everyone.months : monthsBetween(everyone, period.from, period.to);
  // Of all clients, claims stay out where own bills count.
  const own = everyone.client === null && months.some((month) => month.groups.some((group) => group.facts()?.onRecord));
  const rows = months.flatMap((month) => month.groups).flatMap((group) => explainGroup(group, own));
  const broken = [...months.flatMap((month) => month.broken), ...everyone.undated];
  if (rows.length + broken.length === 0) {
    const recorded = everyone.months.map((month) => month.month);
    throw new Problem(
      '#N/A',
      messages.nothingOnRecord(everyone.client ?? 'AIClients', period?.label ?? null, recorded),
    );
  }
  const onRecord = months.filter((month) =>
    month.groups.some((group) => (own ? (group.facts()?.onRecord ?? false) : group.onRecord)),
  ).length;
  const asked = period?.months ?? months.length;
  const partial = months.filter((month) => month.partial).map(({ month }) => month);
  return {
    account: everyone,
    period,
    rows: rows.sort(byMonthThenText),
    broken: broken.sort((a, b) => a.row - b.row),
    onRecord,
    asked,
    summary: sourceMessages.recordedOfAsked(onRecord, asked, partial),
  };
}

/** As for a figure, but without refusing broken rows: they are to be shown. */
function latestOf(everyone: Account, asked: Period): Month | null {
  const own = everyone.ownRows();
  const account = everyone.client === null && own.months.some((month) => month.onRecord) ? own : everyone;
  const recorded = account.months.filter((month) => month.onRecord);
  const isMonth = asked.kind === 'relative' && (asked.word === 'month' || asked.word === 'runrate');
  const over = isMonth ? recorded.filter((month) => !month.partial) : [];
  return (over.at(-1) ?? recorded.at(-1))?.month ?? null;
}

/**
 * Whether each row of a group counts, and if not, why not.
 * @param own whether claims stay out, because own bills count beside them
 */
export function explainGroup(group: SpendGroup, own = false): SourceRow[] {
  const decision = (own ? group.facts() : group)?.decision();
  const counted = new Set<ClientRow>(decision?.counted);
  return group.rows.map((row) => ({
    row,
    counted: counted.has(row),
    reason: counted.has(row) ? '' : reasonOf(row, decision?.reasons.get(row), own),
  }));
}

function reasonOf(row: ClientRow, decided: NotCounted | undefined, own: boolean): string {
  if (row.basis === 'superseded') {
    return sourceMessages.superseded;
  }
  if (row.spend === null) {
    return row.more.spend === null
      ? sourceMessages.undisclosed
      : sourceMessages.onlyBounds(messages.bounds(row.more.spend));
  }
  return decided === undefined ? (own ? sourceMessages.ownFirst : '') : sourceMessages[decided];
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
