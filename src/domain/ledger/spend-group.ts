import { addSpends } from './add-by-currency';
import { isFact, isLiving, tellsOfSpend, type ClientRow, type SpendRow } from './client-rows';
import type { Money } from '../money/money';
import type { Month } from '../calendar/month';
import { decide, type Decision } from './what-counts';

/** The rows for one client, vendor and month: the unit in which it is decided what counts. */
export class SpendGroup {
  readonly month: Month;
  private decided: Decision | null = null;

  constructor(
    readonly rows: readonly [ClientRow, ...ClientRow[]],
    /** As messages spell them. */
    readonly client: string,
    readonly vendor: string,
  ) {
    this.month = rows[0].month;
  }

  /** A month is on record where it has a spend that counts, or would if sources agreed. */
  get onRecord(): boolean {
    if (!this.rows.some(hasSpend)) {
      return false;
    }
    // A claim gives way to a bill, and where of that only bounds are known, nothing may be left that counts.
    return !this.rows.some(hasBounds) || this.decision().problem !== null || this.decision().counted.length > 0;
  }

  /**
   * Whether a row that the spend rests on says that the month is not over, also a claim that agrees with the one that counts; if none
   * counts, any that tells of a spend.
   */
  get partial(): boolean {
    if (this.rows.every((row) => row.more.complete)) {
      return false;
    }
    const { counted, reasons } = this.decision();
    const telling = this.rows.filter(tellsOfSpend);
    const repeated = telling.filter((row) => reasons.get(row) === 'same-claim');
    const restsOn = [...counted, ...repeated, ...telling.filter((row) => isFact(row) && hasBounds(row))];
    return (counted.length > 0 ? restsOn : telling).some((row) => !row.more.complete);
  }

  /** What counts, and why the rest does not. */
  decision(): Decision {
    this.decided ??= decide(this.rows, this);
    return this.decided;
  }

  /**
   * The rows whose spend counts.
   * @throws Problem `#VALUE!` if claims disagree or may be the same money, naming them
   */
  counted(): readonly SpendRow[] {
    if (this.rows.every((row) => row.basis === 'billed' && row.spend !== null)) {
      return this.rows as readonly SpendRow[];
    }
    const { counted, problem } = this.decision();
    if (problem !== null) {
      throw problem;
    }
    return counted;
  }

  /** The sum of what counts, by currency. */
  amounts(): Money[] {
    return addSpends(this.counted());
  }

  /** The rows among these that `fits` picks, as a group of their own; null if it picks none. */
  only(fits: (row: ClientRow) => boolean): SpendGroup | null {
    if (this.rows.every(fits)) {
      return this;
    }
    const [first, ...others] = this.rows.filter(fits);
    return first === undefined ? null : new SpendGroup([first, ...others], this.client, this.vendor);
  }

  /** Bills and accepted claims alone. */
  facts(): SpendGroup | null {
    return this.only(isFact);
  }
}

function hasSpend(row: ClientRow): boolean {
  return row.spend !== null && isLiving(row);
}

function hasBounds(row: ClientRow): boolean {
  return row.more.spend !== null;
}
