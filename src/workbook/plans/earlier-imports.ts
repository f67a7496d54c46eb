import { nameKey } from '../../domain/ledger/name-key';
import type { RawTable } from '../../domain/ledger/table';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { Decimal } from '../../domain/money/decimal';
import type { Steps } from '../../domain/ledger/steps';
import { mapped } from './steps';
import { billedRows, coveredBy, type ImportedRow } from './billed-rows';
import { loggedImports } from './import-log';

/** What some rows add up to in one currency; exact decimal text. */
export interface CurrencySum {
  readonly currency: string;
  readonly amount: string;
}

/** An import in the log whose rows the bill at hand could count a second time. */
export interface EarlierImport {
  readonly source: string;
  readonly loadedAt: string;
  /** How many of its rows in AIClients would go: those of a client, vendor and month that the bill has too; all if it is this very content. */
  readonly rows: number;
  /** How many of its rows would stay. */
  readonly otherRows: number;
  /** What the rows that would go add up to, and what the bill has for the same clients, vendors and months. */
  readonly before: readonly CurrencySum[];
  readonly after: readonly CurrencySum[];
  /** It is this very content. */
  readonly sameContent: boolean;
  /** And AIClients has the very rows of it that the bill makes, so that loading it again changes nothing. */
  readonly sameRows: boolean;
}

/**
 * The imports that have the content with this hash, or rows for a client, vendor and month that the bill has too: the same
 * bill again, a corrected one, or another part of one, which only the user can tell. Only imports that still have rows.
 *
 * @param refreshed the import of a ledger of which this is the new state: all of its rows are old
 */
export function* earlierImports(
  tables: { readonly clients: RawTable | null; readonly log: RawTable | null },
  sums: readonly BilledSum[],
  sha256: string,
  refreshed: string | null = null,
): Steps<EarlierImport[]> {
  const billed = tables.clients === null ? [] : yield* billedRows(tables.clients);
  if (billed.length === 0) {
    return [];
  }
  const isCovered = yield* coveredBy(sums);
  const found = new Map<string, { all: ImportedRow[]; covered: ImportedRow[] }>();
  for (const row of billed) {
    yield;
    const key = nameKey(row.source);
    const seen = found.get(key) ?? { all: [], covered: [] };
    found.set(key, seen);
    seen.all.push(row);
    if (isCovered(row)) {
      seen.covered.push(row);
    }
  }
  const earlier: EarlierImport[] = [];
  for (const { file, loaded, sha256: logged } of loggedImports(tables.log)) {
    const rows = found.get(nameKey(file));
    const sameContent = sha256 !== '' && logged === sha256;
    const isWhole = sameContent || (refreshed !== null && nameKey(file) === nameKey(refreshed));
    if (rows === undefined || !(isWhole || rows.covered.length > 0)) {
      continue;
    }
    const going = isWhole ? rows.all : rows.covered;
    const isReplaced = yield* coveredBy(
      going.map(({ billedTo, vendor, month }) => ({ client: billedTo, vendor, month: month ?? '' })),
    );
    const replacing: BilledSum[] = [];
    for (const sum of sums) {
      yield;
      if (isReplaced({ billedTo: sum.client, vendor: sum.vendor, month: sum.month })) {
        replacing.push(sum);
      }
    }
    earlier.push({
      source: file,
      loadedAt: loaded,
      rows: going.length,
      otherRows: rows.all.length - going.length,
      before: yield* sumsOf(going.map(spendOf)),
      after: yield* sumsOf(replacing),
      sameContent,
      sameRows: sameContent && (yield* areSame(going, sums)),
    });
  }
  return earlier;
}

/** What amounts add up to in each currency. */
export function* sumsOf(amounts: readonly CurrencySum[]): Steps<CurrencySum[]> {
  const sums = new Map<string, Decimal>();
  for (const { currency, amount } of amounts) {
    yield;
    sums.set(currency, (sums.get(currency) ?? new Decimal(0)).plus(amount));
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: sum.toFixed() }));
}

/** The spend of a row as an amount; none counts as 0. */
export function spendOf({ currency, spend }: Pick<ImportedRow, 'currency' | 'spend'>): CurrencySum {
  return { currency, amount: String(spend ?? 0) };
}

/** Whether these rows say what the bill says, each once: also of which month is not over, and of quantities, models and teams. */
function* areSame(rows: readonly ImportedRow[], sums: readonly BilledSum[]): Steps<boolean> {
  const left = yield* mapped(rows, (row) => told(row, row, row.spend));
  const wanted = yield* mapped(sums, (sum) => told(sum, usageOf(sum), Number(sum.amount)));
  left.sort();
  wanted.sort();
  return left.length === wanted.length && left.every((row, at) => row === wanted[at]);
}

type Told = Pick<ImportedRow, 'client' | 'vendor' | 'service' | 'month' | 'currency'> & {
  readonly isPartial?: boolean;
};
type ToldUsage = Pick<ImportedRow, 'team' | 'model' | 'unit' | 'quantity'>;

/** All that a row says, as one text. */
function told(
  { client, vendor, service, month, currency, isPartial = false }: Told,
  { team, model, unit, quantity }: ToldUsage,
  spend: number | null,
): string {
  const names = [client, vendor, service, team, model, unit].map(nameKey);
  return JSON.stringify([...names, month, currency, isPartial, spend, quantity]);
}

function usageOf({ usage }: BilledSum): ToldUsage {
  const { team = '', model = '', unit = '', quantity = null } = usage ?? {};
  return { team, model, unit, quantity: quantity === null ? null : Number(quantity) };
}
