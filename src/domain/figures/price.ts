import type { Day, Days } from '../calendar/day';
import { formatDay } from '../calendar/day-text';
import { monthOfSerial } from '../calendar/month';
import type { Book } from '../ledger/book';
import { compareText, nameKey, spellings } from '../ledger/name-key';
import { nearestName } from '../ledger/nearest-name';
import { INPUT, PriceTable, type ListPrice } from '../ledger/prices-table';
import { TOKEN } from '../ledger/units';
import { refuseBroken } from '../messages/broken-row';
import { priceMessages } from '../messages/price-messages';
import { Problem } from '../messages/problem';
import type { Currency } from '../money/currency';
import { Decimal, divide } from '../money/decimal';
import { groupThousands, type Money } from '../money/money';
import { exchange, type Exchange } from './exchange';

export interface PriceQuestion {
  readonly model: string;
  /** Null: `input`. */
  readonly kind: string | null;
  /** Null: the latest price on record. */
  readonly date: Days | null;
  /** Null: that of the row. */
  readonly currency: Currency | null;
  /** Null: the only provider, or all if they ask the same. */
  readonly provider: string | null;
}

/** A model's list price on a day, and the row it stands in. */
export interface PriceFigure {
  readonly listed: ListPrice;
  /** As the row has it, but for a million of what it counts in tokens. */
  readonly price: Money;
  /** What the price is for: `1M tokens`, `1,000 requests`. */
  readonly per: string;
  /** The price in the currency asked for. */
  readonly converted: Money;
  /** Null if none was needed. */
  readonly exchange: Exchange | null;
}

type KindQuestion = PriceQuestion & { readonly kind: string };

const MILLION = new Decimal(1_000_000);

/**
 * The list price of a model on record: for a million tokens, or for as many of another unit as its row says.
 *
 * @throws Problem `#N/A` for a model, kind or provider that AIPrices does not have, a date before its first price, a missing rate;
 *   `#VALUE!` for rows that disagree, a month in which the price changes, a broken row that is needed
 */
export function price(book: Book, asked: PriceQuestion): PriceFigure {
  const question = { ...asked, kind: asked.kind ?? INPUT };
  const table = PriceTable.in(book);
  refuseUnusable(table, question);
  const rows = rowsOf(table, question);
  const found = question.date === null ? latest(rows) : pricesOn(rows, question.date.first);
  const [first] = found;
  if (first === undefined) {
    throw tooEarly(rows, question.date?.first ?? null);
  }
  refuseChange(rows, question.date, found);
  if (found.some((other) => !isSame(other, first))) {
    throw disagreement(found, question.date);
  }
  const { per, amount } = forMillion(first);
  const listed = { amount, currency: first.currency };
  const month = question.date === null ? null : monthOfSerial(question.date.last);
  const changed =
    question.currency === null || question.currency === first.currency
      ? null
      : exchange(book, { amount, from: first.currency, to: question.currency, month });
  return { listed: first, price: listed, per, converted: changed?.converted ?? listed, exchange: changed };
}

/** @throws Problem for a model, provider or kind that no row names, be it a broken one */
function rowsOf(table: PriceTable, { model, kind, provider }: KindQuestion): readonly ListPrice[] {
  if (table.prices.length + table.broken.length === 0) {
    throw new Problem('#N/A', priceMessages.noRows());
  }
  const sound = table.pricesOf(model);
  const ofModel = [...sound, ...table.broken.filter((row) => nameKey(row.model) === nameKey(model))];
  const [first] = ofModel;
  if (first === undefined) {
    throw unknown('model', model, '', spellings(table.prices.map((row) => row.model)));
  }
  const isOfProvider = (row: { readonly provider: string }): boolean =>
    provider === null || nameKey(row.provider) === nameKey(provider);
  const ofProvider = ofModel.filter(isOfProvider);
  if (ofProvider.length === 0 && provider !== null) {
    throw unknown('provider', provider, `of ${model}`, spellings(ofModel.map((row) => row.provider)));
  }
  const ofKind = sound.filter((row) => isOfProvider(row) && nameKey(row.kind) === nameKey(kind));
  if (ofKind.length === 0) {
    const kinds = spellings(ofProvider.map((row) => row.kind)).map(([name]) => name);
    throw new Problem('#N/A', priceMessages.noKind(first.model, kind, kinds));
  }
  return ofKind;
}

function unknown(what: string, written: string, known: string, names: readonly (readonly [string, string])[]): Problem {
  const nearest = nearestName(
    written,
    names.map(([name]) => name),
  );
  return new Problem(
    '#N/A',
    priceMessages.unknownName(what, written, known, nearest),
    nearest === null ? null : { kind: 'use-name', written, name: nearest },
  );
}

/** @throws Problem for a broken row of the model that may be what is asked for */
function refuseUnusable(table: PriceTable, { model, kind, provider }: KindQuestion): void {
  const unusable = table.broken.filter(
    (row) =>
      nameKey(row.model) === nameKey(model) &&
      nameKey(row.kind) === nameKey(kind) &&
      (provider === null || row.provider === '' || nameKey(row.provider) === nameKey(provider)),
  );
  refuseBroken('AIPrices', unusable);
}

/** The prices that hold on a day: of each provider those that began last. */
function pricesOn(rows: readonly ListPrice[], day: Day): ListPrice[] {
  return latest(rows.filter((row) => row.from === null || row.from <= day));
}

function latest(rows: readonly ListPrice[]): ListPrice[] {
  const last = new Map<string, number>();
  for (const row of rows) {
    last.set(nameKey(row.provider), Math.max(last.get(nameKey(row.provider)) ?? 0, row.from ?? 0));
  }
  return rows
    .filter((row) => (row.from ?? 0) === last.get(nameKey(row.provider)))
    .sort((a, b) => compareText(a.provider, b.provider) || a.row - b.row);
}

function tooEarly(rows: readonly ListPrice[], day: Day | null): Problem {
  const [first] = [...rows].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const told = (date: Day | null): string => (date === null ? '' : formatDay(date));
  return new Problem(
    '#N/A',
    priceMessages.notYet(first?.model ?? '', first?.kind ?? '', told(day), told(first?.from ?? null)),
  );
}

/** @throws Problem if a month was given in which the price changes */
function refuseChange(rows: readonly ListPrice[], date: Days | null, onFirst: readonly ListPrice[]): void {
  if (date === null || date.first === date.last) {
    return;
  }
  const [first] = onFirst;
  const changed = rows
    .filter((row) => row.from !== null && row.from > date.first && row.from <= date.last)
    .filter((row) => first !== undefined && !isSame(row, first))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0))[0];
  const month = monthOfSerial(date.first);
  if (changed !== undefined && changed.from !== null && month !== null) {
    throw new Problem(
      '#VALUE!',
      priceMessages.changesInMonth(changed.model, changed.kind, month, formatDay(changed.from)),
    );
  }
}

function disagreement(found: readonly ListPrice[], date: Days | null): Problem {
  const [first] = found;
  const told = found.map((row) => ({
    price: `${groupThousands(forMillion(row).amount.toFixed())} ${row.currency}`,
    provider: row.provider,
    note: row.note,
    row: row.row,
  }));
  const day = date === null ? null : formatDay(date.first);
  return new Problem('#VALUE!', priceMessages.pricesDisagree(first?.model ?? '', first?.kind ?? '', day, told));
}

/** Whether two rows ask the same, however many units they state it for. */
function isSame(a: ListPrice, b: ListPrice): boolean {
  return (
    a.unit.kind === b.unit.kind &&
    a.currency === b.currency &&
    a.price.times(b.per).times(b.unit.size).eq(b.price.times(a.per).times(a.unit.size))
  );
}

/** Tokens are told by the million, whatever the row says; other units as it says. */
function forMillion({ price: amount, per, unit }: ListPrice): { readonly amount: Decimal; readonly per: string } {
  if (unit.kind === TOKEN) {
    return { amount: divide(amount.times(MILLION), per.times(unit.size)), per: '1M tokens' };
  }
  return { amount, per: per.eq(1) ? unit.written : `${groupThousands(per.toFixed())} ${unit.written}` };
}
