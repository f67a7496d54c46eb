import { daysOf } from '../calendar/day';
import { formatMonth, type Month } from '../calendar/month';
import type { Book } from '../ledger/book';
import { isFact, moneyOf, type ClientRow, type SpendRow } from '../ledger/client-rows';
import { ALL, compareText, nameKey } from '../ledger/name-key';
import { PriceTable } from '../ledger/prices-table';
import type { TokenDirection } from '../ledger/token-direction';
import { TOKEN, unitOf } from '../ledger/units';
import { checkMessages } from '../messages/check-messages';
import { orProblem, Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { divide, ONE, ZERO, type Decimal } from '../money/decimal';
import { price } from './price';

/** What the tokens of one model were billed at, beside what they would cost at list prices. */
export interface CheckedModel {
  readonly model: string;
  readonly currency: Currency;
  /** The rows that are compared. */
  readonly rows: number;
  /** As the bills have it: it is never worked out from a price. */
  readonly billed: Decimal;
  readonly atList: Decimal;
}

/** Rows that are not compared, and why. */
export interface UncheckedRows {
  readonly model: string;
  readonly reason: string;
  readonly rows: number;
}

export interface PriceCheck {
  /** In the order of models, then of currencies. */
  readonly models: readonly CheckedModel[];
  readonly unchecked: readonly UncheckedRows[];
}

/** A row of a bill with a model, a quantity and a spend. */
type UsedRow = SpendRow & { readonly more: { readonly quantity: number } };

/** What a token costs by the list, in the currency of the row. */
type TokenPrice = Decimal | { readonly reason: string };

/**
 * Compares what bills ask for tokens with the list prices of their month, model by model. A row is compared if its unit says which
 * way its tokens go, and one list price holds for its whole month; the others are told with the reason.
 *
 * @throws Problem if there is no table AIClients, or none AIPrices
 */
export function checkPrices(book: Book): PriceCheck {
  const table = PriceTable.in(book);
  const priceOf = tokenPrices(book, table);
  const models = new Map<string, CheckedModel>();
  const unchecked = new Map<string, UncheckedRows>();
  for (const row of usedRows(book)) {
    const checked = checkRow(row, priceOf);
    const { model } = row.more;
    if ('reason' in checked) {
      const key = JSON.stringify([nameKey(model), checked.reason]);
      const known = unchecked.get(key);
      unchecked.set(key, { model: known?.model ?? model, reason: checked.reason, rows: (known?.rows ?? 0) + 1 });
      continue;
    }
    const { amount, currency } = moneyOf(row);
    const key = JSON.stringify([nameKey(model), currency]);
    const known = models.get(key) ?? { model, currency, rows: 0, billed: ZERO, atList: ZERO };
    models.set(key, {
      ...known,
      rows: known.rows + 1,
      billed: known.billed.plus(amount),
      atList: known.atList.plus(checked.atList),
    });
  }
  return {
    models: [...models.values()].sort((a, b) => compareText(a.model, b.model) || compareText(a.currency, b.currency)),
    unchecked: [...unchecked.values()].sort((a, b) => compareText(a.model, b.model) || b.rows - a.rows),
  };
}

function usedRows(book: Book): UsedRow[] {
  return book
    .clients()
    .account(ALL, ALL)
    .months.flatMap(({ groups }) => groups)
    .flatMap(({ rows }) => rows)
    .filter(isUsed);
}

function isUsed(row: ClientRow): row is UsedRow {
  return isFact(row) && row.spend !== null && row.more.quantity !== null && nameKey(row.more.model) !== '';
}

function checkRow(row: UsedRow, priceOf: ReturnType<typeof tokenPrices>): { atList: Decimal } | { reason: string } {
  const { quantity, unit } = row.more;
  const { kind, direction, size } = unitOf(unit);
  if (kind !== TOKEN) {
    return { reason: checkMessages.notTokens(unit) };
  }
  if (direction === null) {
    return { reason: checkMessages.noDirection() };
  }
  if (row.spend.amount === 0 && quantity !== 0) {
    return { reason: checkMessages.billedAtNothing() };
  }
  const found = priceOf(row, direction);
  return 'reason' in found ? found : { atList: found.times(quantity).times(size) };
}

/** Looks prices up once for each model, vendor, direction, month and currency. */
function tokenPrices(book: Book, table: PriceTable): (row: UsedRow, direction: TokenDirection) => TokenPrice {
  const known = new Map<string, TokenPrice>();
  return (row, direction) => {
    const { vendor, month, spend, more } = row;
    const key = JSON.stringify([nameKey(vendor), nameKey(more.model), direction, month, spend.currency]);
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const found = tokenPrice(book, table, { vendor, model: more.model, direction, month, currency: spend.currency });
    known.set(key, found);
    return found;
  };
}

interface Asked {
  readonly vendor: string;
  readonly model: string;
  readonly direction: TokenDirection;
  readonly month: Month;
  readonly currency: Currency;
}

/** The vendor is the provider if the list has it as one; else all providers of the model have to agree. */
function tokenPrice(book: Book, table: PriceTable, { vendor, model, direction, month, currency }: Asked): TokenPrice {
  const isProvider = table.pricesOf(model).some(({ provider }) => nameKey(provider) === nameKey(vendor));
  const found = orProblem((): TokenPrice => {
    const date = daysOf(formatMonth(month));
    const asked = { model, kind: direction, date, currency: null, provider: isProvider ? vendor : null };
    const { listed } = price(book, asked);
    if (listed.unit.kind !== TOKEN) {
      return { reason: checkMessages.priceOfOther(listed.row, listed.unit.written) };
    }
    const rate = listed.currency === currency ? ONE : book.rates().cross(listed.currency, currency, month).rate;
    return divide(listed.price.times(rate), listed.per.times(listed.unit.size));
  });
  return found instanceof Problem ? { reason: found.message } : found;
}
