import type { Book } from '../ledger/book';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import { ALL } from '../ledger/client-ledger';
import type { ClientRow } from '../ledger/client-rows';
import { Decimal, divide, sum } from '../money/decimal';
import { messages } from '../messages/messages';
import type { Money } from '../money/money';
import type { Month } from '../calendar/month';
import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { Problem } from '../messages/problem';
import {
  comparisonCurrency,
  convertMonth,
  latestOnRecord,
  monthsBetween,
  monthsOnRecord,
  nothingToCount,
  type MonthSpend,
} from './spend';
import { compareText } from '../ledger/name-key';
import type { SpendGroup } from '../ledger/spend-group';

export interface ShareQuestion {
  readonly client: string;
  /** Null: the client's only vendor. */
  readonly vendor: string | null;
  readonly period: Period;
}

/** The client's share of the vendor's AI revenue, and what it rests on. */
export type ShareFigure = StatedShare | ComputedShare;

/** A share that a source states. */
export interface StatedShare {
  readonly kind: 'stated';
  readonly account: Account;
  readonly period: ResolvedPeriod;
  readonly month: Month;
  /** The rows that state it; where there are several, they agree. */
  readonly rows: readonly StatingRow[];
  readonly share: Decimal;
}

/** A share worked out from spends, compared in one currency. */
export interface ComputedShare {
  readonly kind: 'computed';
  readonly account: Account;
  readonly everyone: Account;
  readonly period: ResolvedPeriod;
  readonly clientMonths: readonly MonthSpend[];
  readonly allMonths: readonly MonthSpend[];
  readonly spend: Money;
  readonly revenue: Money;
  readonly share: Decimal;
}

/** A row that states a share. */
export type StatingRow = ClientRow & { readonly share: Decimal };

/**
 * A client's share of a vendor's AI revenue: the share stated for the latest month of the period for which a source
 * states one; where none is stated, the client's spend over that of all clients of the vendor.
 *
 * @throws Problem as `spend` does; `#VALUE!` where the client has several vendors and none is named, or sources disagree
 */
export function share(book: Book, question: ShareQuestion): ShareFigure {
  const ledger = book.clients();
  const asked = ledger.account(question.client, question.vendor ?? ALL);
  const vendor = asked.vendor ?? soleVendor(asked);
  // Rows without a vendor are in no vendor's total, so they do not count as the client's part of it either.
  const account = ledger.account(question.client, vendor);
  const latestSpend = latestOnRecord(account);
  const statedMonths = account.client === null ? [] : account.months.filter((month) => stating(month).length > 0);
  const latestStated = statedMonths.at(-1)?.month ?? null;
  const latest = latestStated === null ? latestSpend : (Math.max(latestStated, latestSpend ?? latestStated) as Month);
  const period = resolvePeriod(question.period, latest, book.fiscalYearStart);
  if (period === null) {
    throw nothingToCount(account, period);
  }

  const stated = statedMonths.filter(({ month }) => month >= period.from && month <= period.to).at(-1);
  if (stated !== undefined) {
    // A broken row of a later month may state a later share.
    refuse(monthsBetween(account, stated.month, period.to).flatMap((month) => month.broken));
    const rows = agreedShare(stated, account.client ?? question.client, vendor);
    return { kind: 'stated', account, period, month: stated.month, rows, share: rows[0].share };
  }
  return computed(book, account, ledger.account(ALL, vendor), period);
}

function soleVendor(account: Account): string {
  const [only, ...more] = account.vendors;
  const client = account.client ?? `"${ALL}"`;
  if (only === undefined) {
    throw new Problem('#VALUE!', messages.noVendorOnRecord(client));
  }
  if (more.length > 0) {
    throw new Problem('#VALUE!', messages.nameAVendor(client, account.vendors));
  }
  return only;
}

/** The rows of a month that state a share, or try to. */
function stating(month: AccountMonth): ClientRow[] {
  return month.groups.flatMap(statingRows);
}

/** The rows of a group whose share counts: billed before reported, superseded never. */
function statingRows(group: SpendGroup): ClientRow[] {
  const stated = group.rows.filter((row) => row.share !== null && row.basis !== 'superseded');
  const billed = stated.filter((row) => row.basis === 'billed');
  return billed.length > 0 ? billed : stated;
}

function agreedShare(month: AccountMonth, client: string, vendor: string): readonly [StatingRow, ...StatingRow[]] {
  const [first, ...others] = requireAgreement(stating(month).map(requireShare), client, vendor);
  if (first === undefined) {
    throw new Error('agreedShare needs a month that states a share');
  }
  return [first, ...others];
}

/**
 * Rows that state one client's share in one month, in an order that does not depend on that of the table.
 * @throws Problem where they state different shares, naming them
 */
export function requireAgreement<Row extends StatingRow>(rows: readonly Row[], client: string, vendor: string): Row[] {
  const sorted = [...rows].sort(
    (a, b) => b.share.comparedTo(a.share) || compareText(a.source, b.source) || a.row - b.row,
  );
  const rivals = sorted.filter((row, index) => !row.share.eq(sorted[index - 1]?.share ?? -1));
  const [first] = rivals;
  if (first === undefined || rivals.length === 1) {
    return sorted;
  }
  const claims = rivals.map((row) => ({ share: `${row.share.times(100).toFixed()}%`, source: row.source }));
  throw new Problem('#VALUE!', messages.sharesDisagree(client, vendor, first.month, claims));
}

/** @throws Problem where the row's Share is not a fraction */
export function requireShare(row: ClientRow): StatingRow {
  if (row.share instanceof Decimal) {
    return row as StatingRow;
  }
  throw new Problem('#VALUE!', messages.brokenRow('AIClients', row.row, String(row.share)), {
    kind: 'go-to-row',
    table: 'AIClients',
    row: row.row,
  });
}

function computed(book: Book, account: Account, everyone: Account, period: ResolvedPeriod): ComputedShare {
  const clientMonths = monthsOnRecord(account, period);
  if (clientMonths.length === 0) {
    throw nothingToCount(account, period);
  }
  latestOnRecord(everyone);
  const allMonths = monthsBetween(everyone, period.from, period.to);
  const clientAmounts = clientMonths.map((month) => month.amounts());
  const allAmounts = allMonths.map((month) => month.amounts());
  const currency = comparisonCurrency([...clientAmounts.flat(), ...allAmounts.flat()]);
  const convert = (months: AccountMonth[], amounts: (readonly Money[])[]) =>
    months.map((source, index) => convertMonth(book, source, amounts[index] ?? [], currency));
  const clientSpends = convert(clientMonths, clientAmounts);
  const allSpends = convert(allMonths, allAmounts);
  const spend = sum(clientSpends.map((month) => month.converted.amount));
  const revenue = sum(allSpends.map((month) => month.converted.amount));
  if (revenue.isZero()) {
    throw new Problem('#DIV/0!', messages.revenueIsZero(everyone.vendor ?? ''));
  }
  return {
    kind: 'computed',
    account,
    everyone,
    period,
    clientMonths: clientSpends,
    allMonths: allSpends,
    spend: { amount: spend, currency },
    revenue: { amount: revenue, currency },
    share: divide(spend, revenue),
  };
}

/**
 * The quotient of two amounts, as `REVSHARE(spend, revenue)`.
 * @throws Problem `#DIV/0!` where the revenue is 0
 */
export function quotient(spend: Decimal, revenue: Decimal): Decimal {
  if (revenue.isZero()) {
    throw new Problem('#DIV/0!', messages.revenueArgumentIsZero());
  }
  return divide(spend, revenue);
}
