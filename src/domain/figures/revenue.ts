import type { Book } from '../ledger/book';
import { refuse, type Account, type AccountMonth } from '../ledger/account';
import { ALL } from '../ledger/client-ledger';
import { moneyOf, type SpendRow } from '../ledger/client-rows';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { divide, sum } from '../money/decimal';
import { messages } from '../messages/messages';
import type { Money } from '../money/money';
import { resolvePeriod, type Period, type ResolvedPeriod } from '../arguments/period';
import { Problem } from '../messages/problem';
import { requireAgreement, requireShare, type StatingRow } from './share';
import { convertMonth, soleCurrency, type MonthSpend } from './spend';
import { addByCurrency, agreed, type SpendGroup } from '../ledger/spend-group';

export interface RevenueQuestion {
  readonly vendor: string;
  readonly period: Period;
  /** Null: that of the rows. */
  readonly currency: Currency | null;
}

/** The vendor's AI revenue that stated shares imply, and what it rests on. */
export interface RevenueFigure {
  readonly account: Account;
  readonly period: ResolvedPeriod;
  /** The rows with both a spend and a share that count, of the latest month that has any. */
  readonly rows: readonly ImplyingRow[];
  readonly spend: MonthSpend;
  readonly shares: Decimal;
  /** Spend over shares, times `period.times`. */
  readonly revenue: Money;
}

/** A row with both a spend and a share: together they imply the vendor's revenue. */
export type ImplyingRow = SpendRow & StatingRow;

/**
 * A vendor's AI revenue: in the latest month of the period that has rows with both spend and share, the sum of those
 * spends over the sum of those shares.
 *
 * @throws Problem `#N/A` for an unknown vendor or where no row of the period has both; `#VALUE!` for sources that
 *   disagree, mixed currencies without one named, a broken row that is needed; `#DIV/0!` where the shares add up to 0
 */
export function revenue(book: Book, question: RevenueQuestion): RevenueFigure {
  const account = book.clients().account(ALL, question.vendor);
  const vendor = account.vendor;
  if (vendor === null) {
    throw new Problem('#VALUE!', messages.oneVendor('AIREVENUE'));
  }
  refuse(account.undated);
  const implying = account.months.filter(impliesRevenue);
  const period = resolvePeriod(question.period, implying.at(-1)?.month ?? null, book.fiscalYearStart);
  const month =
    period === null ? undefined : implying.filter((m) => m.month >= period.from && m.month <= period.to).at(-1);
  if (period === null || month === undefined) {
    throw new Problem('#N/A', messages.noRevenueImplied(vendor, period?.label ?? null));
  }

  refuse(month.broken);
  const rows = month.groups.flatMap(countedImplying);
  const amounts = addByCurrency(rows.map(moneyOf));
  const currency = question.currency ?? soleCurrency(amounts, messages.mixedCurrencies);
  const spend = convertMonth(book, month, amounts, currency);
  const shares = sum(rows.map((row) => row.share));
  if (shares.isZero()) {
    throw new Problem('#DIV/0!', messages.sharesAreZero(vendor));
  }
  // The run rate is taken before the division, so that only one step is rounded.
  const amount = divide(spend.converted.amount.times(period.times), shares);
  return { account, period, rows, spend, shares, revenue: { amount, currency } };
}

function impliesRevenue(month: AccountMonth): boolean {
  return month.groups.some((group) => candidates(group).length > 0) || month.broken.some((row) => row.couldCount);
}

/** The rows of a group that have both, or have a spend and a share that cannot be read. */
function candidates(group: SpendGroup): SpendRow[] {
  return group.rows.filter(
    (row): row is SpendRow => row.spend !== null && row.share !== null && row.basis !== 'superseded',
  );
}

/**
 * Of a group's rows with both, those that count: billed before reported, and of agreeing reports one.
 * A report without a share is a rival claim on the spend all the same.
 */
function countedImplying(group: SpendGroup): ImplyingRow[] {
  const rows = candidates(group).map((row) => ({ ...row, ...requireShare(row), spend: row.spend }));
  const billed = rows.filter((row) => row.basis === 'billed');
  if (billed.length > 0 || rows.length === 0) {
    return billed;
  }
  agreed(group.reported(), group.client, group.month);
  return requireAgreement(rows, group.client, group.vendor).slice(0, 1);
}
