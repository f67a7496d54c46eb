import { checkClientRows, type BrokenRow, type CheckedRows, type ClientRow } from './client-rows';
import { messages } from './messages';
import type { Month } from './month';
import { nameKey } from './name-key';
import { nearestName } from './nearest-name';
import { Problem } from './problem';
import { compareText, SpendGroup } from './spend-group';
import type { RawTable } from './table';

/** Stands for all clients, or all vendors, where a name is expected. */
export const ALL = '*';

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

export interface AccountMonth {
  readonly month: Month;
  readonly groups: readonly SpendGroup[];
  readonly broken: readonly BrokenRow[];
}

/** AIClients, checked and indexed: built in one pass, then asked as often as cells like. */
export class ClientLedger {
  private readonly clients = new Map<string, Entries>();
  private readonly vendorNames = new Map<string, string>();
  private readonly accounts = new Map<string, Account>();
  /** Broken rows without a client: they could be any client's. */
  private readonly anonymous: BrokenRow[] = [];

  private constructor(readonly rows: CheckedRows) {
    for (const row of rows.sound) {
      const entries = this.entriesOf(row.client);
      entries.spell(row.client);
      const key = `${nameKey(row.vendor)}\n${nameKey(row.service)}\n${row.month}`;
      const group = entries.groups.get(key);
      if (group) group.push(row);
      else entries.groups.set(key, [row]);
      this.spellVendor(row.vendor);
    }
    for (const row of rows.broken) {
      if (row.client === null) this.anonymous.push(row);
      else {
        const entries = this.entriesOf(row.client);
        entries.spell(row.client);
        entries.broken.push(row);
      }
      this.spellVendor(row.vendor);
    }
  }

  /**
   * @throws Problem `#N/A` where the workbook has no table AIClients, `#VALUE!` where a column is missing
   */
  static of(table: RawTable | null): ClientLedger {
    if (table === null) throw new Problem('#N/A', messages.noTable('AIClients'), { kind: 'load-reference-data' });
    return new ClientLedger(checkClientRows(table));
  }

  /** Every client's name, in the order of the alphabet. */
  clientNames(): string[] {
    return [...this.clients.values()].map((entries) => entries.name).sort(compareText);
  }

  /**
   * What is on record for a client and a vendor; `ALL` for every one.
   * @throws Problem `#N/A` for a name that AIClients does not have, with the nearest one it has
   */
  account(client: string, vendor: string): Account {
    const key = `${client}\n${vendor}`;
    const known = this.accounts.get(key);
    if (known) return known;
    const account = this.buildAccount(client.trim(), vendor.trim());
    this.accounts.set(key, account);
    return account;
  }

  private buildAccount(client: string, vendor: string): Account {
    const one = client === ALL ? null : this.requireClient(client);
    const vendorName = vendor === ALL ? null : this.requireVendor(vendor);
    const entries = one === null ? [...this.clients.values()] : [one];
    const ofVendor = (name: string): boolean => vendorName === null || nameKey(name) === nameKey(vendorName);

    const groups = entries.flatMap((entry) => [...entry.groups.values()]).filter(([first]) => ofVendor(first.vendor));
    const broken = [...entries.flatMap((entry) => entry.broken), ...(one === null ? this.anonymous : [])].filter(
      (row) => row.vendor === '' || ofVendor(row.vendor),
    );
    const vendors = new Set(groups.map(([first]) => this.vendorNames.get(nameKey(first.vendor)) ?? first.vendor));
    return {
      client: one?.name ?? null,
      vendor: vendorName,
      months: byMonth(groups, broken),
      undated: broken.filter((row) => row.month === null),
      vendors: [...vendors].filter((name) => name !== '').sort(compareText),
    };
  }

  private entriesOf(client: string): Entries {
    const key = nameKey(client);
    const known = this.clients.get(key);
    if (known) return known;
    const entries = new Entries(client);
    this.clients.set(key, entries);
    return entries;
  }

  private spellVendor(vendor: string): void {
    const key = nameKey(vendor);
    const known = this.vendorNames.get(key);
    if (known === undefined || vendor < known) this.vendorNames.set(key, vendor);
  }

  private requireClient(written: string): Entries {
    const entries = this.clients.get(nameKey(written));
    if (entries) return entries;
    if (this.clients.size === 0) throw new Problem('#N/A', messages.noRows('AIClients'), { kind: 'load-reference-data' });
    throw unknown('client', written, this.clientNames());
  }

  private requireVendor(written: string): string {
    const name = this.vendorNames.get(nameKey(written));
    if (name !== undefined && name !== '') return name;
    throw unknown('vendor', written, [...this.vendorNames.values()].filter((vendor) => vendor !== ''));
  }
}

function unknown(kind: 'client' | 'vendor', written: string, names: readonly string[]): Problem {
  const nearest = nearestName(written, names);
  return new Problem(
    '#N/A',
    messages.unknownName(kind, written, 'AIClients', nearest),
    nearest === null ? null : { kind: 'use-name', written, name: nearest },
  );
}

/** One client's rows while the ledger is built. */
class Entries {
  readonly groups = new Map<string, [ClientRow, ...ClientRow[]]>();
  readonly broken: BrokenRow[] = [];

  constructor(public name: string) {}

  /** Of several spellings the first in code unit order is shown, so that the order of rows does not matter. */
  spell(name: string): void {
    if (name < this.name) this.name = name;
  }
}

function byMonth(groups: readonly [ClientRow, ...ClientRow[]][], broken: readonly BrokenRow[]): AccountMonth[] {
  const months = new Map<Month, { groups: SpendGroup[]; broken: BrokenRow[] }>();
  const at = (month: Month) => {
    const known = months.get(month);
    if (known) return known;
    const fresh = { groups: [], broken: [] };
    months.set(month, fresh);
    return fresh;
  };
  for (const rows of groups) at(rows[0].month).groups.push(new SpendGroup(rows));
  for (const row of broken) if (row.month !== null) at(row.month).broken.push(row);
  return [...months].sort(([a], [b]) => a - b).map(([month, content]) => ({ month, ...content }));
}
