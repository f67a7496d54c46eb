import { splitShared, type SharedPart, type SharedRow, type SplitKey } from '../../domain/figures/shared-cost';
import { bookOf } from '../../domain/ledger/book';
import { EVERY_TABLE } from '../../domain/ledger/import-tables';
import { isShared, splitKindOf, type SplitKind } from '../../domain/ledger/shared-rows';
import { isBlankRow, type CellValue, type RawTable } from '../../domain/ledger/table';
import { Problem } from '../../domain/messages/problem';
import { toDouble } from '../../domain/money/decimal';
import { columnsToLoad, columnsToRead } from './load-columns';
import { LoadRefused, refusals } from './load-refused';
import { plannedSchema, type TablePlan } from './table-plan';

/** What splitting shared cost does to AIClients, and what is to be told of it. */
export interface SharedPlan {
  readonly plan: TablePlan;
  readonly rows: readonly SharedRow[];
}

/**
 * Splits the rows of the client `shared`: the first part of each takes its place, the others come at the end. A part has all that
 * the shared row says, its Source too, but for the client, the amount, the quantity and the Note; so it goes with the import that brought it.
 *
 * @param rates AIRates, for spends in other currencies than the shared cost
 * Once all is split there is nothing to do.
 *
 * @throws LoadRefused if AIClients is missing or cannot be read, has no column Note, which tells parts from bills, or a client of the
 *   fixed parts is not in it
 */
export function planSharedCost(existing: RawTable | null, rates: RawTable | null, key: SplitKey): SharedPlan {
  const rows = splitOf(existing, rates, key);
  if (existing === null || rows.length === 0) {
    return { plan: { replaced: [], removed: [], added: [], kept: 0 }, rows };
  }
  const schema = plannedSchema('AIClients', { optional: OF_A_ROW });
  const columns = columnsToLoad(existing, schema, 'a split');
  if (!columns.has('Note')) {
    throw refusals.columnNeeded('AIClients', 'Note', 'a split');
  }
  const replaced: { row: number; values: CellValue[] }[] = [];
  const added: CellValue[][] = [];
  for (const { row, parts } of rows) {
    const at = row - existing.firstRow;
    const [first, ...others] = parts.map((part) => {
      const cells = columns.inOrder(existing.rows[at] ?? []);
      return schema.columns.map(({ name }, index) => valueOf(name, part) ?? cells[index] ?? null);
    });
    if (first !== undefined) {
      replaced.push({ row: at, values: first });
      added.push(...others);
    }
  }
  const kept = existing.rows.filter((cells) => !isBlankRow(cells)).length - replaced.length;
  return { plan: { replaced, removed: [], added, kept, optional: OF_A_ROW }, rows };
}

/** Optional columns of which a part has what its shared row has. Shares and bounds of the amount a row that is split has none. */
const OF_A_ROW = ['Complete', 'Team', 'Model', 'Quantity', 'Unit'];

/** By what the parts were split that a load of a bill takes away, if that brings shared cost whole; null if it takes none. */
export function splitTakenAway(existing: RawTable | null, { replaced, removed, added }: TablePlan): SplitKind | null {
  if (existing === null) {
    return null;
  }
  const columns = columnsToRead(existing, EVERY_TABLE.AIClients);
  const going = [...removed, ...replaced.map(({ row }) => row)];
  const kinds = going.flatMap((row) => splitKindOf(columns.text(existing.rows[row] ?? [], 'Note')) ?? []);
  const coming = [...added, ...replaced.map(({ values }) => values)];
  // Client is the first column of the schema, in whose order a plan has its values.
  return coming.some(([client]) => typeof client === 'string' && isShared(client)) ? (kinds[0] ?? null) : null;
}

function splitOf(existing: RawTable | null, rates: RawTable | null, key: SplitKey): SharedRow[] {
  const none = { AIRevenue: null, AIReturns: null, AIBudgets: null, AIPrices: null };
  const book = bookOf({ tables: { ...none, AIClients: existing, AIRates: rates }, fiscalYearStart: null });
  try {
    return splitShared(book, key);
  } catch (problem) {
    if (problem instanceof Problem) {
      throw new LoadRefused(problem.message);
    }
    throw problem;
  }
}

/** What a part has of its own in a column; undefined if it has what the shared row has. */
function valueOf(column: string, { client, amount, quantity, note }: SharedPart): CellValue | undefined {
  switch (column) {
    case 'Client':
      return client;
    case 'Spend':
      return toDouble(amount);
    case 'Quantity':
      return quantity === null ? undefined : toDouble(quantity);
    case 'Note':
      return note;
    default:
      return undefined;
  }
}
