import { moneyOf, type ClientRow, type SpendRow } from './client-rows';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { sum } from '../money/decimal';
import { messages } from '../messages/messages';
import type { Money } from '../money/money';
import type { Month } from '../calendar/month';
import { compareText } from './name-key';
import { Problem } from '../messages/problem';

/**
 * The rows for one client, vendor, service and month: the unit in which it is decided what counts.
 * Billed rows add up; reported rows are rival claims, of which one counts where they agree; billed goes before reported.
 */
export class SpendGroup {
  readonly month: Month;

  constructor(
    readonly rows: readonly [ClientRow, ...ClientRow[]],
    /** As messages spell them. */
    readonly client: string,
    readonly vendor: string,
  ) {
    this.month = rows[0].month;
  }

  /** A month is on record where it has a spend that is not superseded. */
  get onRecord(): boolean {
    return this.rows.some((row) => row.spend !== null && row.basis !== 'superseded');
  }

  /**
   * The rows whose spend counts.
   * @throws Problem `#VALUE!` where reported rows disagree, naming them
   */
  counted(): readonly SpendRow[] {
    const billed = this.rows.filter((row): row is SpendRow => row.basis === 'billed' && row.spend !== null);
    return billed.length > 0 ? billed : agreed(this.reported(), this.client, this.month);
  }

  /** The claims on the spend, rivals or not. */
  reported(): readonly SpendRow[] {
    return this.rows.filter((row): row is SpendRow => row.basis === 'reported' && row.spend !== null);
  }

  /** The sum of what counts, by currency. */
  amounts(): Money[] {
    const amounts = this.counted().map(moneyOf);
    return amounts.length > 1 ? addByCurrency(amounts) : amounts;
  }
}

/**
 * The one of several reported rows that counts: the first by source, so that the order of rows does not matter.
 * @throws Problem where two of them name different amounts
 */
export function agreed(reported: readonly SpendRow[], client: string, month: Month): readonly SpendRow[] {
  const [first, ...others] = reported;
  if (first === undefined || others.length === 0) {
    return reported;
  }
  const rivals = distinctClaims(reported);
  if (rivals.length > 1) {
    const claims = rivals.map((row) => ({ money: moneyOf(row), source: row.source }));
    throw new Problem('#VALUE!', messages.sourcesDisagree(client, month, claims));
  }
  return rivals;
}

/** One row for each different amount, the largest first, and among equals the first by source. */
function distinctClaims(rows: readonly SpendRow[]): SpendRow[] {
  const sorted = [...rows].sort(
    (a, b) =>
      b.spend.amount - a.spend.amount ||
      compareText(a.spend.currency, b.spend.currency) ||
      compareText(a.source, b.source) ||
      a.row - b.row,
  );
  return sorted.filter((row, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined || before.spend.currency !== row.spend.currency || before.spend.amount !== row.spend.amount
    );
  });
}

/** Adds amounts of one currency each; sorted by currency code. */
export function addByCurrency(amounts: readonly Money[]): Money[] {
  const byCurrency = new Map<Currency, Decimal[]>();
  for (const { amount, currency } of amounts) {
    const known = byCurrency.get(currency);
    if (known) {
      known.push(amount);
    } else {
      byCurrency.set(currency, [amount]);
    }
  }
  return [...byCurrency]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, parts]) => ({ amount: sum(parts), currency }));
}
