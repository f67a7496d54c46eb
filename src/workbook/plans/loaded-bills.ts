import { addMonths, formatMonth, parseMonth } from '../../domain/calendar/month';
import { compareText, nameKey } from '../../domain/ledger/name-key';
import type { RawTable } from '../../domain/ledger/table';
import type { Steps } from '../../domain/ledger/steps';
import { billedRows, planBilledRows, type ImportedRow } from './billed-rows';
import { spendOf, sumsOf, type CurrencySum } from './earlier-imports';
import { loggedImports, planLog } from './import-log';
import type { SteppedPlanner } from './table-plan';

/** A bill that was imported, and what AIClients has of it now. */
export interface LoadedBill {
  /** As the Source column has it. */
  readonly source: string;
  /** In UTC: `2024-11-18 14:05`. */
  readonly loadedAt: string;
  readonly format: string;
  /** How many rows AIClients has of it; 0: all have been replaced or deleted. */
  readonly rows: number;
  /** The number of the first of them, as the sheet shows it; null for none. */
  readonly firstRow: number | null;
  /** Such as 2024-11; null for none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly clients: readonly string[];
  readonly sums: readonly CurrencySum[];
  /** It came from a ledger in an engine, which can be asked again. */
  readonly canRefresh: boolean;
}

/** What there is of a vendor in a month: bills, bills that say that the month is not over, none though there was one before, or none yet. */
export type Coverage = 'loaded' | 'partial' | 'missing' | 'before';

/** Which vendor has bills of which of the last months. */
export interface VendorMonths {
  readonly months: readonly string[];
  readonly vendors: readonly { readonly vendor: string; readonly coverage: readonly Coverage[] }[];
}

/** All that imports have brought in. */
export interface LoadedBills {
  /** The latest first. */
  readonly bills: readonly LoadedBill[];
  readonly coverage: VendorMonths;
}

/** So many months are looked back. */
const MONTHS_SHOWN = 6;

/**
 * The imports in the log with what AIClients holds of each, and which vendor lacks a month that lies after its first one.
 *
 * @throws LoadRefused if a table lacks a column that is needed, or has one twice
 */
export function* loadedBills({ clients, log }: { clients: RawTable | null; log: RawTable | null }): Steps<LoadedBills> {
  const logged = loggedImports(log);
  const rows = clients === null ? [] : yield* billedRows(clients);
  const bySource = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    yield;
    const key = nameKey(row.source);
    const known = bySource.get(key);
    if (known === undefined) {
      bySource.set(key, [row]);
    } else {
      known.push(row);
    }
  }
  const bills: LoadedBill[] = [];
  for (const { file, loaded, format, statement } of logged) {
    const own = bySource.get(nameKey(file)) ?? [];
    const months = monthsOf(own);
    bills.push({
      source: file,
      loadedAt: loaded,
      format,
      rows: own.length,
      firstRow: clients === null || own[0] === undefined ? null : clients.firstRow + own[0].row,
      from: months[0] ?? null,
      to: months[months.length - 1] ?? null,
      clients: yield* distinct(own.map(({ client }) => client)),
      sums: yield* sumsOf(own.map(spendOf)),
      canRefresh: statement !== '',
    });
  }
  return { bills: bills.reverse(), coverage: yield* coverageOf(rows) };
}

function monthsOf(rows: readonly ImportedRow[]): string[] {
  return [...new Set(rows.flatMap(({ month }) => month ?? []))].sort();
}

/** Each in its first spelling. */
function* distinct(names: readonly string[]): Steps<string[]> {
  const spelt = new Map<string, string>();
  for (const name of names) {
    yield;
    const key = nameKey(name);
    spelt.set(key, spelt.get(key) ?? name);
  }
  return [...spelt.values()].sort(compareText);
}

/** The last months up to the latest that any bill has. */
function* coverageOf(rows: readonly ImportedRow[]): Steps<VendorMonths> {
  const last = parseMonth(monthsOf(rows).at(-1) ?? '');
  if (last === null) {
    return { months: [], vendors: [] };
  }
  const months = Array.from({ length: MONTHS_SHOWN }, (_, at) => formatMonth(addMonths(last, at + 1 - MONTHS_SHOWN)));
  const vendors = yield* distinct(rows.map(({ vendor }) => vendor));
  return {
    months,
    vendors: vendors.map((vendor) => {
      const own = rows.filter((row) => nameKey(row.vendor) === nameKey(vendor));
      const loaded = new Set(monthsOf(own));
      const partial = new Set(monthsOf(own.filter(({ isPartial }) => isPartial)));
      const first = [...loaded].sort()[0] ?? '';
      const at = (month: string): Coverage =>
        partial.has(month) ? 'partial' : loaded.has(month) ? 'loaded' : month < first ? 'before' : 'missing';
      return { vendor, coverage: months.map(at) };
    }),
  };
}

/** Takes the rows of an import out of AIClients and its record out of AIImports; every other row stays. */
export function removalOfBill(source: string): SteppedPlanner[] {
  return [
    {
      name: 'AIClients',
      *steps(existing) {
        return existing === null
          ? { replaced: [], removed: [], added: [], kept: 0 }
          : yield* planBilledRows(existing, [], source, [source], '');
      },
    },
    {
      name: 'AIImports',
      *steps(existing) {
        yield;
        return planLog(existing, [], [source]);
      },
    },
  ];
}
