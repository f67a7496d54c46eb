import { Account } from './account';
import { checkClientRows, type BrokenRow, type CheckedRows, type ClientRow } from './client-rows';
import { messages } from '../messages/messages';
import type { Month } from '../calendar/month';
import { ALL, compareText, nameKey, spellings, spellingsInSteps } from './name-key';
import { NameIndex } from './nearest-name';
import { Problem } from '../messages/problem';
import { SpendGroup } from './spend-group';
import { atOnce, forEach, type Steps } from './steps';
import type { RawTable } from './table';

/** What is on record with one vendor, whoever pays. */
export interface VendorMonths {
  readonly latest: Month;
  /** The months of which a bill is on record that does not end before they do. */
  readonly billed: ReadonlySet<Month>;
}

/** More rows than these, changed at once, are rather indexed with all others. */
const MOST_RENEWED = 100;

/** More months than there are until the year 9999. */
const MOST_MONTHS = 1_000_000;

/** The rows by the names in them. */
interface RowIndex {
  readonly clients: ReadonlyMap<string, Entries>;
  readonly vendorNames: ReadonlyMap<string, string>;
  /** Broken rows without a client: they could be any client's. */
  readonly anonymous: readonly BrokenRow[];
}

/**
 * AIClients, checked and indexed: built in one pass, then asked as often as cells like. After an edit of some rows it is built from
 * the one before, as far as that can be: `test/properties/renewed-ledger.test.ts` holds it against one that is built anew.
 */
export class ClientLedger {
  private readonly accounts = new Map<string, Account>();
  private indexes = new Map<Kind, NameIndex>();
  private serviceNames: ReadonlyMap<string, string> | null = null;
  private ofVendors: ReadonlyMap<string, VendorMonths> | null = null;

  private constructor(
    private readonly table: RawTable,
    readonly rows: CheckedRows,
    private readonly index: RowIndex,
  ) {}

  /**
   * To index a large table takes long: the others may have their turns. Nobody sees the ledger before it is whole.
   *
   * @param before the ledger before the table changed, if there is one
   * @throws Problem `#N/A` if the workbook has no table AIClients, `#VALUE!` if a column is missing
   */
  static *inSteps(table: RawTable | null, before: ClientLedger | null = null): Steps<ClientLedger> {
    if (table === null) {
      throw new Problem('#N/A', messages.noTable('AIClients'), { kind: 'load-reference-data' });
    }
    const renewed = before?.renewed(table) ?? null;
    if (renewed !== null) {
      return renewed;
    }
    const rows = yield* checkClientRows(table);
    return new ClientLedger(table, rows, yield* indexOf(rows));
  }

  /**
   * This ledger as it is after an edit of the table; null if rows have come, gone or moved, very many have changed, or one has
   * changed in that by which it is found (its names, its month, whether it is sound).
   */
  private renewed(table: RawTable): ClientLedger | null {
    const changes = this.changesIn(table);
    if (changes === null) {
      return null;
    }
    const sound = [...this.rows.sound];
    const clients = new Map(this.index.clients);
    const touched = new Set<string>();
    for (const { at, was, now } of changes) {
      const key = nameKey(now.client);
      const entries = clients.get(key);
      if (entries !== undefined) {
        clients.set(key, entries.with(was, now));
      }
      touched.add(key);
      sound[at] = now;
    }
    const ledger = new ClientLedger(table, { sound, broken: this.rows.broken }, { ...this.index, clients });
    ledger.indexes = this.indexes;
    ledger.serviceNames = this.serviceNames;
    for (const [key, account] of this.accounts) {
      const client = key.slice(0, key.indexOf('\n'));
      if (client !== ALL && !touched.has(client)) {
        ledger.accounts.set(key, account);
      }
    }
    return ledger;
  }

  /** The rows that have changed, each with its place among the sound ones; null if they are not all found as before. */
  private changesIn(table: RawTable): RowChange[] | null {
    const { firstRow, header, rows } = this.table;
    const isSameFrame =
      firstRow === table.firstRow &&
      rows.length === table.rows.length &&
      header.length === table.header.length &&
      header.every((cell, at) => cell === table.header[at]);
    if (!isSameFrame) {
      return null;
    }
    const changes: RowChange[] = [];
    for (const [index, cells] of table.rows.entries()) {
      if (cells === rows[index]) {
        continue;
      }
      const at = placeOf(this.rows.sound, firstRow + index);
      const was = this.rows.sound[at];
      const [now] = atOnce(checkClientRows({ ...table, firstRow: firstRow + index, rows: [cells] })).sound;
      if (changes.length === MOST_RENEWED || was === undefined || now === undefined || !isFoundAs(was, now)) {
        return null;
      }
      changes.push({ at, was, now });
    }
    return changes;
  }

  /** Every client's name, in the order of the alphabet. */
  clientNames(): string[] {
    return [...this.index.clients.values()].map((entries) => entries.name).sort(compareText);
  }

  /** Whether a row names the vendor, in any spelling. */
  hasVendor(vendor: string): boolean {
    return nameKey(vendor) !== '' && this.index.vendorNames.has(nameKey(vendor));
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

  /** What is on record with a vendor, whoever pays; null if none of its months has a spend. */
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
    const entries = one === null ? [...this.index.clients.values()] : [one];
    const ofVendor = (name: string): boolean => vendorName === null || nameKey(name) === nameKey(vendor);
    const ofService = (row: { readonly service: string }): boolean => nameKey(row.service) === nameKey(service);

    const groups: SpendGroup[] = [];
    for (const entry of entries) {
      for (const rows of entry.groups.values()) {
        const { vendor: written } = rows[0];
        const group = ofVendor(written) ? new SpendGroup(rows, entry.name, this.spellVendor(written)) : null;
        const asked = serviceName === null ? group : group?.only(ofService);
        if (asked) {
          groups.push(asked);
        }
      }
    }
    const broken = [...entries.flatMap((entry) => entry.broken), ...(one === null ? this.index.anonymous : [])].filter(
      (row) => (row.vendor === '' || ofVendor(row.vendor)) && (serviceName === null || ofService(row)),
    );
    return new Account({ client: one?.name ?? null, vendor: vendorName, service: serviceName }, groups, broken);
  }

  private spellVendor(vendor: string): string {
    return this.index.vendorNames.get(nameKey(vendor)) ?? vendor;
  }

  private requireClient(written: string): Entries {
    const entries = this.index.clients.get(nameKey(written));
    if (entries) {
      return entries;
    }
    throw this.unknown('client', written, () => this.clientNames());
  }

  private requireVendor(written: string): string {
    return this.requireName('vendor', written, this.index.vendorNames);
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

/** A sound row that is another now. */
interface RowChange {
  readonly at: number;
  readonly was: ClientRow;
  readonly now: ClientRow;
}

/** Where a row of the sheet stands among the sound ones, which are in the sheet's order; -1 if it is none. */
function placeOf(sound: readonly ClientRow[], row: number): number {
  let [low, high] = [0, sound.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sound[middle]?.row ?? Infinity) < row) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sound[low]?.row === row ? low : -1;
}

function isFoundAs(was: ClientRow, now: ClientRow): boolean {
  return (
    was.client === now.client && was.vendor === now.vendor && was.service === now.service && was.month === now.month
  );
}

function* indexOf(rows: CheckedRows): Steps<RowIndex> {
  const clients = new Map<string, Entries>();
  const vendorNames = new Map<string, string>();
  const anonymous: BrokenRow[] = [];
  const written = rows.sound.map((row) => row.client).concat(rows.broken.flatMap((row) => row.client ?? []));
  const vendors = rows.sound.map((row) => row.vendor).concat(rows.broken.map((row) => row.vendor));
  const vendorNumbers = new Map<string, number>();
  yield* forEach(yield* spellingsInSteps(vendors), ([name, key]) => {
    vendorNumbers.set(key, vendorNumbers.size);
    vendorNames.set(key, name);
  });
  yield* forEach(yield* spellingsInSteps(written), ([name, key]) => {
    clients.set(key, new Entries(name, vendorNumbers));
  });
  yield* forEach(rows.sound, (row) => clients.get(nameKey(row.client))?.add(row));
  for (const row of rows.broken) {
    if (row.client === null) {
      anonymous.push(row);
    } else {
      clients.get(nameKey(row.client))?.broken.push(row);
    }
  }
  return { clients, vendorNames, anonymous };
}

/** One client's rows. */
class Entries {
  constructor(
    readonly name: string,
    private readonly vendorNumbers: ReadonlyMap<string, number>,
    /** By vendor and month. */
    readonly groups = new Map<number, [ClientRow, ...ClientRow[]]>(),
    readonly broken: BrokenRow[] = [],
  ) {}

  /** These, with another row in the place of one of the same vendor and month. */
  with(was: ClientRow, now: ClientRow): Entries {
    const key = this.groupKey(was);
    const [first, ...others] = this.groups.get(key) ?? [was];
    const renewed = (row: ClientRow): ClientRow => (row === was ? now : row);
    const groups = new Map(this.groups).set(key, [renewed(first), ...others.map(renewed)]);
    return new Entries(this.name, this.vendorNumbers, groups, this.broken);
  }

  add(row: ClientRow): void {
    const key = this.groupKey(row);
    const group = this.groups.get(key);
    if (group) {
      group.push(row);
    } else {
      this.groups.set(key, [row]);
    }
  }

  /** A number: of a text for each row of a large ledger more time would go into the texts than into the rows. */
  private groupKey({ vendor, month }: ClientRow): number {
    return (this.vendorNumbers.get(nameKey(vendor)) ?? -1) * MOST_MONTHS + month;
  }
}

function monthsOfVendors(rows: readonly ClientRow[]): Map<string, VendorMonths> {
  const vendors = new Map<string, { latest: Month; billed: Set<Month> }>();
  for (const { vendor, month, spend, basis, more } of rows) {
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
    if (basis === 'billed' && more.complete) {
      months.billed.add(month);
    }
  }
  return vendors;
}
