import { modelPrices } from '../../../bills/reference/model-prices';
import { pricesAsOf, pricesLicence } from '../../../bills/reference/list-prices';
import { nameKey } from '../../../domain/ledger/name-key';
import type { ReferenceTable } from '../../../domain/ledger/rows-to-load';
import { LocatedColumns, textOf, type RawTable } from '../../../domain/ledger/table';
import { TABLES, type TableSchema } from '../../../domain/ledger/tables';
import { LoadRefused } from '../../../workbook/plans/load-refused';
import { referencePlanner, removalPlanner } from '../../../workbook/plans/refresh-plan';
import type { TablePlanner } from '../../../workbook/plans/table-plan';
import type { ModelPrices, PriceScope, TableChange } from '../../contract/reference-data';
import { changeOf, type RawTables } from './reference-state';

const MODEL = TABLES.AIPrices.columns.findIndex(({ name }) => name === 'Model');

/** How much of the list prices AIPrices has, and what a load of either scope would do to it. */
export function pricesStateOf(tables: Pick<RawTables, 'AIClients' | 'AIPrices'>): ModelPrices {
  const all = modelPrices();
  const known = new Set(all.rows.map(modelOf));
  const recorded = recordedModels(tables.AIClients);
  const unpriced = [...recorded].filter(([key]) => !known.has(key)).map(([, name]) => name);
  const told = {
    licence: pricesLicence,
    asOf: pricesAsOf,
    rows: all.rows.length,
    priced: recorded.size - unpriced.length,
    unpriced,
  };
  try {
    const present = removalPlanner(all).plan(tables.AIPrices, new Map()).removed.length;
    const change = (scope: PriceScope): TableChange | null => {
      const wanted = referencePlanner(pricesIn(scope, all, recorded));
      return changeOf('AIPrices', tables.AIPrices, wanted.plan(tables.AIPrices, new Map()));
    };
    return { ...told, present, changes: { recorded: change('recorded'), all: change('all') }, refused: null };
  } catch (failure) {
    if (!(failure instanceof LoadRefused)) {
      throw failure;
    }
    return { ...told, present: 0, changes: { recorded: null, all: null }, refused: failure.message };
  }
}

/** Brings AIPrices up to date with the list prices of a scope. Those of other models that were loaded before stay, and are not the user's. */
export function pricePlanner(scope: PriceScope, clients: RawTable | null): TablePlanner {
  const all = modelPrices();
  const wanted = referencePlanner(pricesIn(scope, all, recordedModels(clients)));
  const own = removalPlanner(all);
  return {
    name: wanted.name,
    plan: (existing, tables) => ({ ...wanted.plan(existing, tables), kept: own.plan(existing, tables).kept }),
  };
}

/** Takes the list prices out of AIPrices again. */
export function priceRemoval(): TablePlanner {
  return removalPlanner(modelPrices());
}

function pricesIn(scope: PriceScope, all: ReferenceTable, models: ReadonlyMap<string, string>): ReferenceTable {
  return scope === 'all' ? all : { ...all, rows: all.rows.filter((row) => models.has(modelOf(row))) };
}

/** The models that AIClients names, each by its key: AIPRICE finds a model by its whole name. */
function recordedModels(clients: RawTable | null): Map<string, string> {
  const schema: TableSchema = TABLES.AIClients;
  const models = new Map<string, string>();
  if (clients !== null) {
    const columns = new LocatedColumns(clients, schema);
    for (const cells of clients.rows) {
      const name = columns.text(cells, 'Model');
      if (nameKey(name) !== '' && !models.has(nameKey(name))) {
        models.set(nameKey(name), name);
      }
    }
  }
  return models;
}

function modelOf(row: ReferenceTable['rows'][number]): string {
  return nameKey(textOf(row[MODEL] ?? null));
}
