import { Account } from './account';
import { checkClientRows, type BrokenRow, type CheckedRows, type ClientRow } from './client-rows';
import { messages } from '../messages/messages';
import type { Month } from '../calendar/month';
import { ALL, compareText, nameKey, spellings } from './name-key';
import { NameIndex } from './nearest-name';
import { Problem } from '../messages/problem';
import { SpendGroup } from './spend-group';
import type { RawTable } from './table';

/** What is on record with one vendor, whoever pays. */
export interface VendorMonths {
  readonly latest: Month;
  /** The months of which a bill is on record. */
  readonly billed: ReadonlySet<Month>;
}

/** AIClients, checked and indexed: built in one pass, then asked as often as cells like. */
export class ClientLedger {
  private readonly clients = new Map<string, Entries>();
  private readonly vendorNames = new Map<string, string>();
  private readonly accounts = new Map<string, Account>();
  /** Broken rows without a client: they could be any client's. */
  private readonly anonymous: BrokenRow[] = [];
  private readonly indexes = new Map<Kind, NameIndex>();
  private serviceNames: ReadonlyMap<string, string> | null = null;
  private ofVendors: ReadonlyMap<string, VendorMonths> | null = null;

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

  /** Whether a row names the vendor, in any spelling. */
  hasVendor(vendor: string): boolean {
    return nameKey(vendor) !== '' && this.vendorNames.has(nameKey(vendor));
  }

  /**
   * What is on record for a client, a vendor and a service; `ALL` for every one.
   * @throws Problem `#N/A` for a name that AIClients does not have, with the nearest one it has
   */
  account(client: string, vendor: string, service: string = ALL): Account {
    const key = `${nameKey(client)}\n${nameKey(vendor)}\n${nameKey(service)}`;
    const known = this.accounts.get(key);
    if (known) {
      return known;
    }
    const account = this.buildAccount(client, vendor, service);
    this.accounts.set(key, account);
    return account;
  }

  /** What is on record with a vendor, whoever pays; null where none of its months has a spend. */
  vendorMonths(vendor: string): VendorMonths | null {
    this.ofVendors ??= monthsOfVendors(this.rows.sound);
    return this.ofVendors.get(nameKey(vendor)) ?? null;
  }

  private buildAccount(client: string, vendor: string, service: string): Account {
    if (this.rows.sound.length + this.rows.broken.length === 0) {
      throw new Problem('#N/A', messages.noRows('AIClients'), { kind: 'load-reference-data' });
    }
    const one = nameKey(client) === ALL ? null : this.requireClient(client);
    const vendorName = nameKey(vendor) === ALL ? null : this.requireVendor(vendor);
    const serviceName = nameKey(service) === ALL ? null : this.requireService(service);
    const entries = one === null ? [...this.clients.values()] : [one];
    const ofVendor = (name: string): boolean => vendorName === null || nameKey(name) === nameKey(vendor);
    const ofService = (row: { readonly service: string }): boolean => nameKey(row.service) === nameKey(service);

    const groups = entries
      .flatMap((entry) =>
        [...entry.groups.values()]
          .filter(([row]) => ofVendor(row.vendor))
          .map((rows) => new SpendGroup(rows, entry.name, this.spellVendor(rows[0].vendor))),
      )
      .flatMap((group) => (serviceName === null ? group : (group.only(ofService) ?? [])));
    const broken = [...entries.flatMap((entry) => entry.broken), ...(one === null ? this.anonymous : [])].filter(
      (row) => (row.vendor === '' || ofVendor(row.vendor)) && (serviceName === null || ofService(row)),
    );
    return new Account({ client: one?.name ?? null, vendor: vendorName, service: serviceName }, groups, broken);
  }

  private spellVendor(vendor: string): string {
    return this.vendorNames.get(nameKey(vendor)) ?? vendor;
  }

  private requireClient(written: string): Entries {
    const entries = this.clients.get(nameKey(written));
    if (entries) {
      return entries;
    }
    throw this.unknown('client', written, () => this.clientNames());
  }

  private requireVendor(written: string): string {
    return this.requireName('vendor', written, this.vendorNames);
  }

  private requireService(written: string): string {
    this.serviceNames ??= new Map(
      spellings([...this.rows.sound, ...this.rows.broken].map((row) => row.service)).map(([name, key]) => [key, name]),
    );
    return this.requireName('service', written, this.serviceNames);
  }

  private requireName(kind: Kind, written: string, names: ReadonlyMap<string, string>): string {
    const name = names.get(nameKey(written));
    if (name !== undefined && name !== '') {
      return name;
    }
    throw this.unknown(kind, written, () => [...names.values()].filter((known) => known !== ''));
  }

  private unknown(kind: Kind, written: string, names: () => readonly string[]): Problem {
    const index = this.indexes.get(kind) ?? new NameIndex(names());
    this.indexes.set(kind, index);
    const nearest = index.nearest(written);
    return new Problem(
      '#N/A',
      messages.unknownName(kind, written, 'AIClients', nearest),
      nearest === null ? null : { kind: 'use-name', written, name: nearest },
    );
  }
}

type Kind = 'client' | 'vendor' | 'service';

/** One client's rows. */
class Entries {
  /** By vendor and month. */
  readonly groups = new Map<string, [ClientRow, ...ClientRow[]]>();
  readonly broken: BrokenRow[] = [];

  constructor(readonly name: string) {}

  add(row: ClientRow): void {
    const key = `${nameKey(row.vendor)}\n${row.month}`;
    const group = this.groups.get(key);
    if (group) {
      group.push(row);
    } else {
      this.groups.set(key, [row]);
    }
  }
}

function monthsOfVendors(rows: readonly ClientRow[]): Map<string, VendorMonths> {
  const vendors = new Map<string, { latest: Month; billed: Set<Month> }>();
  for (const { vendor, month, spend, basis } of rows) {
    if (spend === null || basis === 'superseded') {
      continue;
    }
    const key = nameKey(vendor);
    const known = vendors.get(key);
    const months = known ?? { latest: month, billed: new Set<Month>() };
    if (known === undefined) {
      vendors.set(key, months);
    }
    if (month > months.latest) {
      months.latest = month;
    }
    if (basis === 'billed') {
      months.billed.add(month);
    }
  }
  return vendors;
}
