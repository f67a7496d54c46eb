import { AccountMonth, type Account } from './account';
import { checkClientRows, type BrokenRow, type CheckedRows, type ClientRow } from './client-rows';
import { messages } from '../messages/messages';
import type { Month } from '../calendar/month';
import { compareText, nameKey, spellings } from './name-key';
import { nearestName } from './nearest-name';
import { Problem } from '../messages/problem';
import { SpendGroup } from './spend-group';
import type { RawTable } from './table';

/** Stands for all clients, or all vendors, where a name is expected. */
export const ALL = '*';

/** AIClients, checked and indexed: built in one pass, then asked as often as cells like. */
export class ClientLedger {
  private readonly clients = new Map<string, Entries>();
  private readonly vendorNames = new Map<string, string>();
  private readonly accounts = new Map<string, Account>();
  /** Broken rows without a client: they could be any client's. */
  private readonly anonymous: BrokenRow[] = [];

  private constructor(readonly rows: CheckedRows) {
    const all = [...rows.sound, ...rows.broken];
    for (const [name, key] of spellings(all.flatMap((row) => row.client ?? []))) {
      this.clients.set(key, new Entries(name));
    }
    for (const [name, key] of spellings(all.map((row) => row.vendor))) {
      this.vendorNames.set(key, name);
    }
    for (const row of rows.sound) {
      this.clients.get(nameKey(row.client))?.add(row);
    }
    for (const row of rows.broken) {
      if (row.client === null) {
        this.anonymous.push(row);
      } else {
        this.clients.get(nameKey(row.client))?.broken.push(row);
      }
    }
  }

  /**
   * @throws Problem `#N/A` where the workbook has no table AIClients, `#VALUE!` where a column is missing
   */
  static of(table: RawTable | null): ClientLedger {
    if (table === null) {
      throw new Problem('#N/A', messages.noTable('AIClients'), { kind: 'load-reference-data' });
    }
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
    const key = `${nameKey(client)}\n${nameKey(vendor)}`;
    const known = this.accounts.get(key);
    if (known) {
      return known;
    }
    const account = this.buildAccount(client, vendor);
    this.accounts.set(key, account);
    return account;
  }

  private buildAccount(client: string, vendor: string): Account {
    if (this.rows.sound.length + this.rows.broken.length === 0) {
      throw new Problem('#N/A', messages.noRows('AIClients'), { kind: 'load-reference-data' });
    }
    const one = nameKey(client) === ALL ? null : this.requireClient(client);
    const vendorName = nameKey(vendor) === ALL ? null : this.requireVendor(vendor);
    const entries = one === null ? [...this.clients.values()] : [one];
    const ofVendor = (name: string): boolean => vendorName === null || nameKey(name) === nameKey(vendor);

    const groups = entries.flatMap((entry) =>
      [...entry.groups.values()]
        .filter(([row]) => ofVendor(row.vendor))
        .map((rows) => new SpendGroup(rows, entry.name, this.spellVendor(rows[0].vendor))),
    );
    const broken = [...entries.flatMap((entry) => entry.broken), ...(one === null ? this.anonymous : [])].filter(
      (row) => row.vendor === '' || ofVendor(row.vendor),
    );
    const vendors = new Set([...groups, ...broken].map((row) => this.spellVendor(row.vendor)));
    return {
      client: one?.name ?? null,
      vendor: vendorName,
      months: byMonth(groups, broken),
      undated: broken.filter((row) => row.month === null),
      vendors: [...vendors].filter((name) => name !== '').sort(compareText),
    };
  }

  private spellVendor(vendor: string): string {
    return this.vendorNames.get(nameKey(vendor)) ?? vendor;
  }

  private requireClient(written: string): Entries {
    const entries = this.clients.get(nameKey(written));
    if (entries) {
      return entries;
    }
    throw unknown('client', written, this.clientNames());
  }

  private requireVendor(written: string): string {
    const name = this.vendorNames.get(nameKey(written));
    if (name !== undefined && name !== '') {
      return name;
    }
    throw unknown(
      'vendor',
      written,
      [...this.vendorNames.values()].filter((vendor) => vendor !== ''),
    );
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

/** One client's rows. */
class Entries {
  /** By vendor, service and month. */
  readonly groups = new Map<string, [ClientRow, ...ClientRow[]]>();
  readonly broken: BrokenRow[] = [];

  constructor(readonly name: string) {}

  add(row: ClientRow): void {
    const key = `${nameKey(row.vendor)}\n${nameKey(row.service)}\n${row.month}`;
    const group = this.groups.get(key);
    if (group) {
      group.push(row);
    } else {
      this.groups.set(key, [row]);
    }
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
