import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { nameKey } from '../../domain/ledger/name-key';
import { columnKey, isBlank, locateColumns, textOf, type RawTable } from '../../domain/ledger/table';
import type { TablePlan } from './table-plan';

/** Another name of a client, as bills write it. */
export interface Alias {
  readonly alias: string;
  readonly client: string;
}

/** The rows of AIAliases that have both names. */
export function readAliases(existing: RawTable | null): Alias[] {
  if (existing === null) {
    return [];
  }
  const position = locateColumns(existing, EVERY_TABLE.AIAliases);
  return existing.rows.flatMap((cells) => {
    const text = (column: string): string => textOf(cells[position.get(columnKey(column)) ?? -1] ?? null);
    const [alias, client] = [text('Alias'), text('Client')];
    return alias === '' || client === '' ? [] : [{ alias, client }];
  });
}

/** Adds the names that the user has agreed to and the table does not have; what stands there is the user's and stays. */
export function planAliases(existing: RawTable | null, agreed: readonly Alias[]): TablePlan {
  const known = new Set(readAliases(existing).map(({ alias }) => nameKey(alias)));
  const added = agreed.filter(({ alias }) => !known.has(nameKey(alias))).map(({ alias, client }) => [alias, client]);
  const kept = existing?.rows.filter((cells) => !cells.every(isBlank)).length ?? 0;
  return { replaced: [], removed: [], added, kept };
}
