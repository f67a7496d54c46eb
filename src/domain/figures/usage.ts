import type { Period, ResolvedPeriod } from '../arguments/period';
import type { Account, AccountMonth } from '../ledger/account';
import type { Book } from '../ledger/book';
import { isFact, isLiving, type BrokenRow, type ClientRow, type SpendRow } from '../ledger/client-rows';
import { addSpends } from '../ledger/add-by-currency';
import { ALL, nameKey, spellings } from '../ledger/name-key';
import { nearestName } from '../ledger/nearest-name';
import type { SpendGroup } from '../ledger/spend-group';
import { baseQuantity, isCountedIn, unitOf, type Unit } from '../ledger/units';
import { refuseBroken } from '../messages/broken-row';
import { messages } from '../messages/messages';
import { orProblem, Problem } from '../messages/problem';
import { usageMessages } from '../messages/usage-messages';
import type { Currency } from '../money/currency';
import { divide, ONE, sum, type Decimal } from '../money/decimal';
import type { Money } from '../money/money';
import { askedMonths, marksOf, type AskedMonths, type Marks } from './asked-months';
import { refusePrepaid } from './prepaid-usage';
import { convertMonth, nameOf, soleCurrency, type MonthSpend } from './spend';
import type { UsageMeasure } from './usage-words';

export interface UsageQuestion {
  readonly client: string;
  readonly period: Period;
  readonly measure: UsageMeasure;
  /** Null: that of the rows. */
  readonly unit: string | null;
  readonly currency: Currency | null;
  readonly vendor: string;
  /** Null: every model. */
  readonly model: string | null;
}

/** How much a client used, or what a unit of it cost. */
export interface UsageFigure {
  readonly measure: UsageMeasure;
  readonly account: Account;
  readonly period: ResolvedPeriod;
  readonly months: readonly AccountMonth[];
  /** The rows whose quantities are in it. */
  readonly rows: readonly ClientRow[];
  /** Rows that count, but whose spend is in no unit cost, for they have no quantity of this unit. */
  readonly without: readonly SpendRow[];
  readonly unit: Unit;
  /** In `unit`, times `period.times` if the quantity is asked for. */
  readonly quantity: Decimal;
  /** What the rows with a quantity cost, month by month; none if the quantity is asked for. */
  readonly spends: readonly MonthSpend[];
  readonly spend: Money | null;
  /** Of one unit; null if the quantity is asked for. */
  readonly unitCost: Money | null;
  readonly marks: Marks;
}

/** A row with a quantity. */
type UsedRow = ClientRow & { readonly more: { readonly quantity: number } };

/**
 * How much a client used in a period, or what a unit of it cost. The rows are those that AISPEND counts, and bills that tell a quantity
 * but no amount; the cost of a unit takes only rows that have both.
 *
 * @throws Problem `#N/A` for a name that is not on record, or where no quantity is; `#VALUE!` for quantities of unlike units without one
 *   named, mixed currencies without one named, sources that disagree, a broken row that is needed; `#DIV/0!` for a quantity of 0
 */
export function usage(book: Book, question: UsageQuestion): UsageFigure {
  const everyone = book.clients().account(question.client, question.vendor);
  const wanted = question.unit === null ? null : requireUnit(question.unit);
  const isOfModel = modelFilter(everyone, question.model);
  const isUsed = (row: ClientRow): row is UsedRow =>
    row.more.quantity !== null && isOfModel(row) && (wanted === null || isCountedIn(unitOf(row.more.unit), wanted));
  const ofCost = question.measure === 'unitcost';
  const isIn = (row: ClientRow): row is UsedRow => isUsed(row) && (!ofCost || row.spend !== null);
  const monthsWith = (fits: typeof isUsed): AskedMonths =>
    askedMonths(book, everyone, question.period, (month) => hasQuantity(month, fits));
  const asked = monthsWith(isIn);
  const { account, period, months } = asked;
  const whose = whoseOf(account, question.model);
  if (period === null || months.length === 0) {
    const used = ofCost ? monthsWith(isUsed) : asked;
    throw used.period === null || used.months.length === 0
      ? nothingUsed(account, period, wanted, isOfModel, isUsed)
      : new Problem('#N/A', usageMessages.noQuantityWithSpend(whose, used.period.label));
  }
  months.forEach(({ broken }) => refuseBroken('AIClients', broken.filter(mayCount)));
  const byMonth = months.map((month) => month.groups.flatMap((group) => rowsIn(group, isIn)));
  const rows = byMonth.flat();
  const unit = wanted ?? soleUnit(whose, rows);
  const total = divide(sum(rows.map(({ more }) => baseQuantity(more.quantity, more.unit))), unit.size);
  const marks = marksOf(book, question.period, asked);
  const found = { measure: question.measure, account, period, months, rows, unit };
  if (!ofCost) {
    return { ...found, without: [], quantity: total.times(period.times), ...NO_COST, marks };
  }
  refusePrepaid(
    rows.map((row) => row as UsedRow & SpendRow),
    account.months,
  );
  const cost = costOf(book, question, months, byMonth, total, whose, period);
  const without = withoutQuantity(months, isOfModel, isUsed);
  return { ...found, without, quantity: total, ...cost, marks: { ...marks, times: 1 } };
}

const NO_COST = { spends: [], spend: null, unitCost: null } as const;

function requireUnit(text: string): Unit {
  const unit = unitOf(text);
  if (unit.kind === '') {
    throw new Problem('#VALUE!', usageMessages.badUnit(text));
  }
  return unit;
}

/** @throws Problem for a model that no row names */
function modelFilter(account: Account, model: string | null): (row: ClientRow) => boolean {
  if (model === null || nameKey(model) === ALL) {
    return () => true;
  }
  const rows = account.months.flatMap((month) => month.groups).flatMap((group) => group.rows);
  if (!rows.some((row) => nameKey(row.more.model) === nameKey(model))) {
    const known = spellings(rows.map((row) => row.more.model)).flatMap(([name, key]) => (key === '' ? [] : [name]));
    const nearest = nearestName(model, known);
    throw new Problem(
      '#N/A',
      messages.unknownName('model', model, 'AIClients', nearest),
      nearest === null ? null : { kind: 'use-name', written: model, name: nearest },
    );
  }
  return (row) => nameKey(row.more.model) === nameKey(model);
}

/** Whether a row with a quantity counts in the month, or would if sources agreed or the row were sound. */
function hasQuantity(month: AccountMonth, isUsed: (row: ClientRow) => row is UsedRow): boolean {
  return month.broken.some(mayCount) || month.groups.some((group) => tellsQuantity(group, isUsed));
}

function tellsQuantity(group: SpendGroup, isUsed: (row: ClientRow) => row is UsedRow): boolean {
  if (!group.rows.some((row) => isLiving(row) && isUsed(row))) {
    return false;
  }
  const rows = orProblem(() => rowsIn(group, isUsed));
  return rows instanceof Problem || rows.length > 0;
}

/** Whether a broken row may tell a quantity, or be the bill beside which a claim does not count. */
function mayCount(row: BrokenRow): boolean {
  return row.couldCount || row.hasQuantity;
}

/**
 * The rows that count and tell a quantity.
 * @throws Problem for sources that disagree, or what may be the same money
 */
function rowsIn(group: SpendGroup, isUsed: (row: ClientRow) => row is UsedRow): UsedRow[] {
  return [...group.counted(), ...group.rows.filter((row) => isFact(row) && row.spend === null)].filter(isUsed);
}

function withoutQuantity(
  months: readonly AccountMonth[],
  isOfModel: (row: ClientRow) => boolean,
  isUsed: (row: ClientRow) => boolean,
): SpendRow[] {
  return months
    .flatMap((month) => month.groups)
    .flatMap((group) => group.counted())
    .filter((row) => isOfModel(row) && !isUsed(row));
}

/** The unit that all rows have; if they differ in size only, one of what they count. */
function soleUnit(whose: string, rows: readonly UsedRow[]): Unit {
  const units = rows.map((row) => unitOf(row.more.unit));
  const [first] = units;
  if (first === undefined) {
    throw new Error('soleUnit needs a row');
  }
  if (units.some(({ kind }) => kind !== first.kind)) {
    throw new Problem('#VALUE!', usageMessages.unlikeUnits(whose, unitNames(rows)));
  }
  const [commonest = ''] = spellings(units.map(({ written }) => written)).map(([name]) => name);
  const isOne = units.every(({ size, direction }) => size.eq(first.size) && direction === first.direction);
  return isOne
    ? { ...first, written: commonest }
    : { written: first.kind === '' ? '' : `${first.kind}s`, kind: first.kind, direction: null, size: ONE };
}

/** Each kind of unit once, as it is commonly written. */
function unitNames(rows: readonly ClientRow[]): string[] {
  const byKind = new Map(
    rows.map(({ more: { unit } }) => {
      const { kind, direction } = unitOf(unit);
      return [`${direction ?? ''} ${kind}`, unit];
    }),
  );
  return spellings(byKind.values()).map(([name]) => name);
}

function costOf(
  book: Book,
  question: UsageQuestion,
  months: readonly AccountMonth[],
  byMonth: readonly (readonly UsedRow[])[],
  quantity: Decimal,
  whose: string,
  period: ResolvedPeriod,
): Pick<UsageFigure, 'spends' | 'spend' | 'unitCost'> {
  const amounts = byMonth.map((rows) => addSpends(rows as readonly (UsedRow & SpendRow)[]));
  const currency = question.currency ?? soleCurrency(amounts.flat(), messages.mixedCurrencies);
  const spends = months.map((month, at) => convertMonth(book, month, amounts[at] ?? [], currency));
  if (quantity.isZero()) {
    throw new Problem('#DIV/0!', usageMessages.quantityIsZero(whose, period.label));
  }
  const amount = sum(spends.map(({ converted }) => converted.amount));
  return { spends, spend: { amount, currency }, unitCost: { amount: divide(amount, quantity), currency } };
}

/** Why there is no quantity: none is on record in the period, or only in other units. */
function nothingUsed(
  account: Account,
  period: ResolvedPeriod | null,
  wanted: Unit | null,
  isOfModel: (row: ClientRow) => boolean,
  isUsed: (row: ClientRow) => row is UsedRow,
): Problem {
  const rows = account.months
    .flatMap((month) => month.groups)
    .flatMap((group) => group.rows)
    .filter((row) => row.more.quantity !== null && isLiving(row) && isOfModel(row));
  const whose = nameOf(account);
  if (wanted !== null && rows.length > 0 && !rows.some(isUsed)) {
    return new Problem('#N/A', usageMessages.otherUnits(whose, wanted.written, unitNames(rows)));
  }
  const months = account.months.filter((month) => hasQuantity(month, isUsed)).map(({ month }) => month);
  return new Problem('#N/A', usageMessages.noQuantity(whose, period?.label ?? null, months));
}

function whoseOf(account: Account, model: string | null): string {
  return `${nameOf(account)}${model === null || nameKey(model) === ALL ? '' : `, ${model}`}`;
}
