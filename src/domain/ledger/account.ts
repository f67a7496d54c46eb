import type { Month } from '../calendar/month';
import type { Money } from '../money/money';
import { refuseBroken } from '../messages/broken-row';
import { addSpends } from './add-by-currency';
import { isLiving, type BrokenRow } from './client-rows';
import { compareText } from './name-key';
import type { SpendGroup } from './spend-group';

/** Whose account it is, as AIClients spells it; null for all. */
export interface AccountNames {
  readonly client: string | null;
  readonly vendor: string | null;
  readonly service: string | null;
}

/** What is on record for one client or all, with one vendor or all, for one service or all. */
export class Account implements AccountNames {
  readonly client: string | null;
  readonly vendor: string | null;
  readonly service: string | null;
  /** Every month that has a row, earliest first. */
  readonly months: readonly AccountMonth[];
  /** Broken rows whose month cannot be read: they could belong to any month. */
  readonly undated: readonly BrokenRow[];
  private own: Account | null = null;
  private knownVendors: readonly string[] | null = null;

  constructor(
    names: AccountNames,
    private readonly groups: readonly SpendGroup[],
    private readonly broken: readonly BrokenRow[],
  ) {
    this.client = names.client;
    this.vendor = names.vendor;
    this.service = names.service;
    this.months = byMonth(groups, broken);
    this.undated = broken.filter((row) => row.month === null);
  }

  /** Every vendor with a row in this account that is not superseded, in the order of the alphabet. */
  get vendors(): readonly string[] {
    this.knownVendors ??= this.livingVendors();
    return this.knownVendors;
  }

  private livingVendors(): readonly string[] {
    const living = this.groups.filter((group) => group.rows.some(isLiving));
    const names = [...living, ...this.broken.filter(isLiving)].map(({ vendor }) => vendor);
    return [...new Set(names)].filter((name) => name !== '').sort(compareText);
  }

  /** Bills and accepted claims alone: what the owner of the workbook has of its own, beside the claims of the market. */
  ownRows(): Account {
    this.own ??= new Account(
      this,
      this.groups.flatMap((group) => group.facts() ?? []),
      this.broken.filter((row) => row.basis !== 'reported'),
    );
    return this.own;
  }
}

/** One month of an account. */
export class AccountMonth {
  /** Whether the month has a spend, or a broken row that may have one. */
  readonly onRecord: boolean;
  private known: readonly Money[] | null = null;
  private knownPartial: boolean | null = null;
  private knownQuiet: readonly string[] | null = null;
  private knownClaimants: readonly string[] | null = null;

  constructor(
    readonly month: Month,
    readonly groups: readonly SpendGroup[],
    readonly broken: readonly BrokenRow[],
  ) {
    this.onRecord = groups.some((group) => group.onRecord) || broken.some((row) => row.couldCount);
  }

  /** Whether a row of it says that the month is not over. */
  get partial(): boolean {
    this.knownPartial ??= this.groups.some((group) => group.partial);
    return this.knownPartial;
  }

  /** The clients that have rows in the month, none of which tells an amount; in the order of the alphabet. */
  get quiet(): readonly string[] {
    this.knownQuiet ??= this.clientsOf((group) => !group.onRecord && group.rows.some(isLiving)).filter(
      (client) => !this.groups.some((group) => group.client === client && group.onRecord),
    );
    return this.knownQuiet;
  }

  /** The clients of whom somebody claims something in the month; in the order of the alphabet. */
  get claimants(): readonly string[] {
    this.knownClaimants ??= this.clientsOf((group) => group.rows.some((row) => row.basis === 'reported'));
    return this.knownClaimants;
  }

  private clientsOf(fits: (group: SpendGroup) => boolean): string[] {
    return [...new Set(this.groups.filter(fits).map((group) => group.client))].sort(compareText);
  }

  /**
   * What counts in the month, by currency. Worked out once: many cells ask for the same month.
   * @throws Problem for what stands in the way: a broken row, sources that disagree, what may be the same money
   */
  amounts(): readonly Money[] {
    if (this.known === null) {
      refuse(this.broken);
      this.known = addSpends(this.groups.flatMap((group) => group.counted()));
    }
    return this.known;
  }
}

/** @throws Problem for the first broken row that could have counted as a spend, by its place on the sheet */
export function refuse(rows: readonly BrokenRow[]): void {
  if (rows.length > 0) {
    refuseBroken(
      'AIClients',
      rows.filter((row) => row.couldCount),
    );
  }
}

function byMonth(groups: readonly SpendGroup[], broken: readonly BrokenRow[]): AccountMonth[] {
  const months = new Map<Month, { groups: SpendGroup[]; broken: BrokenRow[] }>();
  const at = (month: Month) => {
    const known = months.get(month);
    if (known) {
      return known;
    }
    const fresh = { groups: [], broken: [] };
    months.set(month, fresh);
    return fresh;
  };
  for (const group of groups) {
    at(group.month).groups.push(group);
  }
  for (const row of broken) {
    if (row.month !== null) {
      at(row.month).broken.push(row);
    }
  }
  return [...months]
    .sort(([a], [b]) => a - b)
    .map(([month, content]) => new AccountMonth(month, content.groups, content.broken));
}
