import { daysOf, type Day } from '../calendar/day';
import { messages } from '../messages/messages';
import { priceMessages } from '../messages/price-messages';
import type { Currency } from '../money/currency';
import { Decimal } from '../money/decimal';
import type { Book } from './book';
import { entryOf } from './entry-of';
import { nameKey } from './name-key';
import { perBook } from './per-book';
import { Problem } from '../messages/problem';
import { currencyOfCell, notCurrency, readRows, sortedOut, textOf, type RawRow, type RawTable } from './table';
import { TABLES, type ColumnOf } from './tables';
import { unitOf, type Unit } from './units';

/** One row of AIPrices: the list price of a model, from a day on. */
export interface ListPrice {
  readonly row: number;
  readonly provider: string;
  readonly model: string;
  /** `input`, `output`, `cache read`, ... */
  readonly kind: string;
  /** Null: from as far back as is known. */
  readonly from: Day | null;
  readonly price: Decimal;
  readonly currency: Currency;
  /** How many units the price is for. */
  readonly per: Decimal;
  readonly unit: Unit;
  readonly source: string;
  readonly note: string;
}

/** A row of AIPrices that cannot be used. */
export interface BrokenPrice {
  readonly row: number;
  readonly provider: string;
  readonly model: string;
  readonly kind: string;
  readonly problem: string;
}

/** What is meant if a row names no kind. */
export const INPUT = 'input';

const tableIn = perBook((book) => PriceTable.of(book.table('AIPrices')));

/** AIPrices, checked. */
export class PriceTable {
  private readonly byModel = new Map<string, ListPrice[]>();

  private constructor(
    readonly prices: readonly ListPrice[],
    readonly broken: readonly BrokenPrice[],
  ) {
    for (const price of prices) {
      entryOf(this.byModel, nameKey(price.model), (): ListPrice[] => []).push(price);
    }
  }

  /** The prices of a model, however it is spelt. */
  pricesOf(model: string): readonly ListPrice[] {
    return this.byModel.get(nameKey(model)) ?? [];
  }

  /**
   * The workbook's table.
   * @throws Problem as `of` does
   */
  static in(book: Book): PriceTable {
    return tableIn(book);
  }

  /**
   * @throws Problem `#N/A` if the workbook has no table AIPrices, `#VALUE!` if a column is missing
   */
  static of(table: RawTable | null): PriceTable {
    if (table === null) {
      throw new Problem('#N/A', priceMessages.noTable());
    }
    const { sound, broken } = sortedOut(readRows(table, TABLES.AIPrices), checkPrice);
    return new PriceTable(sound, broken);
  }
}

function checkPrice(raw: RawRow<ColumnOf<'AIPrices'>>): ListPrice | BrokenPrice {
  const provider = textOf(raw.cell('Provider'));
  const model = textOf(raw.cell('Model'));
  const kind = textOf(raw.cell('Kind')) || INPUT;
  const [fromCell, price, per, code] = [raw.cell('From'), raw.cell('Price'), raw.cell('Per'), raw.cell('Currency')];
  const currency = currencyOfCell(code);
  const from = fromCell === null ? null : daysOf(fromCell);
  const broken = (problem: string): BrokenPrice => ({ row: raw.row, provider, model, kind, problem });
  if (model === '') {
    return broken(messages.cellBlank('Model'));
  }
  if (fromCell !== null && from === null) {
    return broken(priceMessages.cellNotDate('From', fromCell));
  }
  if (typeof price !== 'number') {
    return broken(price === null ? messages.cellBlank('Price') : messages.cellNotNumber('Price', price));
  }
  if (typeof per !== 'number' || !(per > 0)) {
    return broken(per === null ? messages.cellBlank('Per') : messages.cellNotPositive('Per', per));
  }
  if (currency === null) {
    return broken(notCurrency(code));
  }
  return {
    row: raw.row,
    provider,
    model,
    kind,
    from: from?.first ?? null,
    price: new Decimal(price),
    currency,
    per: new Decimal(per),
    unit: unitOf(textOf(raw.cell('Unit')) || 'tokens'),
    source: textOf(raw.cell('Source')),
    note: textOf(raw.cell('Note')),
  };
}
