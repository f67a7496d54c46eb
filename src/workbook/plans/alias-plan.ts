import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { nameKey } from '../../domain/ledger/name-key';
import type { ClientAlias } from '../../domain/ledger/rows-to-load';
import { isBlankRow, rowOf, type RawTable } from '../../domain/ledger/table';
import { columnsToRead } from './load-columns';
import type { TablePlan } from './table-plan';

/** The rows of AIAliases that have both names. */
export function readAliases(existing: RawTable | null): ClientAlias[] {
  if (existing === null) {
    return [];
  }
  const columns = columnsToRead(existing, EVERY_TABLE.AIAliases);
  return existing.rows.flatMap((cells) => {
    const [alias, client] = [columns.text(cells, 'Alias'), columns.text(cells, 'Client')];
    return alias === '' || client === '' ? [] : [{ alias, client }];
  });
}

/** Adds the names that the user has agreed to and the table does not have; what stands there is the user's and stays. */
export function planAliases(existing: RawTable | null, agreed: readonly ClientAlias[]): TablePlan {
  const known = new Set(readAliases(existing).map(({ alias }) => nameKey(alias)));
  const added = agreed
    .filter(({ alias }) => !known.has(nameKey(alias)))
    .map(({ alias, client }) => rowOf(EVERY_TABLE.AIAliases, { Alias: alias, Client: client }));
  const kept = existing?.rows.filter((cells) => !isBlankRow(cells)).length ?? 0;
  return { replaced: [], removed: [], added, kept };
}
