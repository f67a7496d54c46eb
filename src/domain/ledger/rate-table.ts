import { EUR, type Currency } from '../money/currency';
import { Decimal, divide, ONE } from '../money/decimal';
import { brokenRow } from '../messages/broken-row';
import { messages } from '../messages/messages';
import type { Month } from '../calendar/month';
import { Problem } from '../messages/problem';
import {
  currencyOfCell,
  monthOfCell,
  notCurrency,
  notMonth,
  readRows,
  sortedOut,
  textOf,
  type RawRow,
  type RawTable,
} from './table';
import { TABLES, type ColumnOf } from './tables';

/** One row of AIRates: units of a currency per euro, the mean of a month. */
export interface Rate {
  readonly row: number;
  readonly month: Month;
  readonly currency: Currency;
  readonly perEur: Decimal;
  readonly source: string;
}

/** The rate from one currency to another in a month, crossed through the euro, and what it is made of. */
export interface CrossRate {
  readonly month: Month;
  readonly from: Currency;
  readonly to: Currency;
  /** Units of `to` for one unit of `from`, 34 significant digits. */
  readonly rate: Decimal;
  /** The rows it rests on; EUR has none, for it is 1. */
  readonly basedOn: readonly Rate[];
}

export interface BrokenRate {
  readonly row: number;
  readonly month: Month | null;
  readonly currency: Currency | null;
  readonly problem: string;
}

/** AIRates, checked and indexed. */
export class RateTable {
  private readonly sound = new Map<string, Rate[]>();
  private readonly crossed = new Map<string, CrossRate>();
  private readonly latest = new Map<string, Month>();

  private constructor(
    readonly rates: readonly Rate[],
    readonly broken: readonly BrokenRate[],
  ) {
    for (const rate of rates) {
      const key = rateKey(rate.currency, rate.month);
      const known = this.sound.get(key);
      if (known) {
        known.push(rate);
      } else {
        this.sound.set(key, [rate]);
      }
    }
  }

  /**
   * @throws Problem `#N/A` if the workbook has no table AIRates, `#VALUE!` if a column is missing
   */
  static of(table: RawTable | null): RateTable {
    if (table === null) {
      throw new Problem('#N/A', messages.noTable('AIRates'), { kind: 'load-reference-data' });
    }
    const { sound, broken } = sortedOut(readRows(table, TABLES.AIRates), checkRate);
    return new RateTable(sound, broken);
  }

  /**
   * Units of `to` for one unit of `from` at the month's mean rates, crossing through the euro.
   * @throws Problem `#N/A` if a rate is missing, `#VALUE!` if two rows disagree or a needed row is broken
   */
  cross(from: Currency, to: Currency, month: Month): CrossRate {
    const key = `${from}${to}${month}`;
    const known = this.crossed.get(key);
    if (known) {
      return known;
    }
    const fromRate = from === EUR ? null : this.require(from, month);
    const toRate = to === EUR ? null : this.require(to, month);
    const cross: CrossRate = {
      month,
      from,
      to,
      rate: divide(toRate?.perEur ?? ONE, fromRate?.perEur ?? ONE),
      basedOn: [fromRate, toRate].filter((rate) => rate !== null),
    };
    this.crossed.set(key, cross);
    return cross;
  }

  /**
   * The latest month for which both currencies have a rate. EUR has one in every month of the table.
   * @throws Problem `#N/A` if there is none; `#VALUE!` if a broken row could be a later one
   */
  latestMonthWith(from: Currency, to: Currency): Month {
    const known = this.latest.get(`${from}${to}`);
    if (known !== undefined) {
      return known;
    }
    const month = this.findLatestMonthWith(from, to);
    this.latest.set(`${from}${to}`, month);
    return month;
  }

  private findLatestMonthWith(from: Currency, to: Currency): Month {
    const monthsOf = (currency: Currency) =>
      new Set(this.rates.filter((rate) => currency === EUR || rate.currency === currency).map((rate) => rate.month));
    const ofTo = monthsOf(to);
    const both = [...monthsOf(from)].filter((month) => ofTo.has(month)).sort((a, b) => b - a);
    const latest = both[0] ?? null;
    const later = this.broken.find(
      (row) =>
        (row.currency === null || row.currency === from || row.currency === to) &&
        (row.month === null || latest === null || row.month > latest),
    );
    if (later) {
      throw brokenRow('AIRates', later);
    }
    if (latest === null) {
      throw new Problem('#N/A', messages.noCommonRate(from, to));
    }
    return latest;
  }

  private require(currency: Currency, month: Month): Rate {
    const rates = this.sound.get(rateKey(currency, month)) ?? [];
    const [first, ...others] = rates;
    const certainly = (row: BrokenRate) => row.currency === currency && row.month === month;
    const possibly = (row: BrokenRate) => (row.currency ?? currency) === currency && (row.month ?? month) === month;
    const broken = this.broken.find(first === undefined ? possibly : certainly);
    if (broken) {
      throw brokenRow('AIRates', broken);
    }
    if (first === undefined) {
      throw new Problem('#N/A', messages.noRate(currency, month));
    }
    if (others.some((rate) => !rate.perEur.eq(first.perEur))) {
      const claims = rates
        .map((rate) => ({ perEur: rate.perEur.toFixed(), row: rate.row }))
        .sort((a, b) => a.row - b.row);
      throw new Problem('#VALUE!', messages.ratesDisagree(currency, month, claims));
    }
    return first;
  }
}

function rateKey(currency: Currency, month: Month): string {
  return `${currency}${month}`;
}

function checkRate(raw: RawRow<ColumnOf<'AIRates'>>): Rate | BrokenRate {
  const monthCell = raw.cell('Month');
  const currencyCell = raw.cell('Currency');
  const rateCell = raw.cell('Units per EUR');
  const month = monthOfCell(monthCell);
  const currency = currencyOfCell(currencyCell);
  const broken = (problem: string): BrokenRate => ({ row: raw.row, month, currency, problem });
  if (month === null) {
    return broken(notMonth('Month', monthCell));
  }
  if (currency === null) {
    return broken(notCurrency(currencyCell));
  }
  if (typeof rateCell !== 'number' || !(rateCell > 0)) {
    return broken(
      rateCell === null ? messages.cellBlank('Units per EUR') : messages.cellNotPositive('Units per EUR', rateCell),
    );
  }
  return { row: raw.row, month, currency, perEur: new Decimal(rateCell), source: textOf(raw.cell('Source')) };
}
