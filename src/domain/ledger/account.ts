import type { Month } from '../calendar/month';
import { messages } from '../messages/messages';
import type { Money } from '../money/money';
import { Problem } from '../messages/problem';
import type { BrokenRow } from './client-rows';
import { addByCurrency, type SpendGroup } from './spend-group';

/** What is on record for one client or all, with one vendor or all. */
export interface Account {
  /** As AIClients spells it; null for all. */
  readonly client: string | null;
  /** As AIClients spells it; null for all. */
  readonly vendor: string | null;
  /** Every month that has a row, earliest first. */
  readonly months: readonly AccountMonth[];
  /** Broken rows whose month cannot be read: they could belong to any month. */
  readonly undated: readonly BrokenRow[];
  /** Every vendor with a row in this account, in the order of the alphabet. */
  readonly vendors: readonly string[];
}

/** One month of an account. */
export class AccountMonth {
  /** Whether the month has a spend, or a broken row that may have one. */
  readonly onRecord: boolean;
  private known: readonly Money[] | null = null;

  constructor(
    readonly month: Month,
    readonly groups: readonly SpendGroup[],
    readonly broken: readonly BrokenRow[],
  ) {
    this.onRecord = groups.some((group) => group.onRecord) || broken.some((row) => row.couldCount);
  }

  /**
   * What counts in the month, by currency. Worked out once: many cells ask for the same month.
   * @throws Problem for what stands in the way: a broken row, sources that disagree
   */
  amounts(): readonly Money[] {
    if (this.known === null) {
      refuse(this.broken);
      const amounts = this.groups.flatMap((group) => group.amounts());
      this.known = amounts.length > 1 ? addByCurrency(amounts) : amounts;
    }
    return this.known;
  }
}

/** @throws Problem for the first broken row that could have counted, by its place on the sheet */
export function refuse(rows: readonly BrokenRow[]): void {
  if (rows.length === 0) {
    return;
  }
  const [first] = rows.filter((row) => row.couldCount).sort((a, b) => a.row - b.row);
  if (first === undefined) {
    return;
  }
  throw new Problem('#VALUE!', messages.brokenRow('AIClients', first.row, first.problem), {
    kind: 'go-to-row',
    table: 'AIClients',
    row: first.row,
  });
}
