import { nameKey } from '../../domain/ledger/name-key';
import type { RawTable } from '../../domain/ledger/table';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { billedRows } from './billed-rows';
import { loggedImports } from './import-log';

/** An import in the log whose rows the bill at hand could count a second time. */
export interface EarlierImport {
  readonly source: string;
  readonly loadedAt: string;
  /** How many of its rows are in AIClients now. */
  readonly rows: number;
  /** It is this very content. */
  readonly sameContent: boolean;
}

/**
 * The imports that have the content with this hash, or rows for a client, vendor and month that the bill has too: the same
 * bill again, a corrected one, or another part of one, which only the user can tell. Only imports that still have rows.
 */
export function earlierImports(
  tables: { readonly clients: RawTable | null; readonly log: RawTable | null },
  sums: readonly Pick<BilledSum, 'client' | 'vendor' | 'month'>[],
  sha256: string,
): EarlierImport[] {
  if (tables.clients === null) {
    return [];
  }
  const covered = new Set(sums.map(keyOf));
  const found = new Map<string, { rows: number; overlaps: boolean }>();
  for (const row of billedRows(tables.clients)) {
    const key = nameKey(row.source);
    const seen = found.get(key) ?? { rows: 0, overlaps: false };
    found.set(key, {
      rows: seen.rows + 1,
      overlaps: seen.overlaps || (row.month !== null && covered.has(keyOf({ ...row, month: row.month }))),
    });
  }
  return loggedImports(tables.log).flatMap(({ file, loaded, sha256: logged }) => {
    const rows = found.get(nameKey(file));
    const sameContent = sha256 !== '' && logged === sha256;
    return rows !== undefined && (sameContent || rows.overlaps)
      ? [{ source: file, loadedAt: loaded, rows: rows.rows, sameContent }]
      : [];
  });
}

function keyOf({ client, vendor, month }: Pick<BilledSum, 'client' | 'vendor' | 'month'>): string {
  return JSON.stringify([nameKey(client), nameKey(vendor), month]);
}
