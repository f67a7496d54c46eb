import { REFERENCE_SETS, tablesToRemove } from '../../../bills/reference/reference-sets';
import { fetchLateCode } from '../../../functions/explain/outside-cells';
import type { ReadBook } from '../../../workbook/book/current-book';
import { loadTables, type LoadOptions, type LoadOutcome } from '../../../workbook/load/table-load';
import { removalPlanner } from '../../../workbook/plans/refresh-plan';
import type { TablePlanner } from '../../../workbook/plans/table-plan';
import { currentBook } from '../../../workbook/runtime';
import type { ReferenceServices } from '../../contract/reference-data';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { loadProgress } from '../../office/load-progress';
import { changedFigures } from './changed-figures';
import type * as PriceState from './price-state';
import { stateOf, type RawTables } from './reference-state';

const NOT_REMOVED = 'The rows were not removed.';
const NOT_LOADED = 'The model prices were not loaded.';

/** The sets that ship, in the workbook. */
export function officeReferenceData(): ReferenceServices {
  return {
    sets: () =>
      orFailure('The reference data could not be compared with the tables.', async () => {
        const tables = rawTables(await currentBook.read());
        return REFERENCE_SETS.map((id) => stateOf(id, tables));
      }),
    figureChanges: (id) =>
      orFailure('What a load changes could not be worked out.', async () => {
        await fetchLateCode();
        const { book, ...read } = await currentBook.read();
        return changedFigures(id, rawTables(read), book);
      }),
    remove: (id, progress, cancel) =>
      orFailure(NOT_REMOVED, async () => {
        refuseReadOnly(NOT_REMOVED);
        const { tables } = await currentBook.read();
        const present = tablesToRemove(id).filter(({ name }) => tables[name] !== null);
        return load(present.map(removalPlanner), { progress: loadProgress(progress), cancel });
      }),
    prices: () =>
      orFailure('The model prices could not be compared with the tables.', async () => {
        const { pricesStateOf } = await priceState();
        return pricesStateOf(rawTables(await currentBook.read()));
      }),
    loadPrices: (scope, progress, cancel) =>
      orFailure(NOT_LOADED, async () => {
        refuseReadOnly(NOT_LOADED);
        const { pricePlanner } = await priceState();
        const { AIClients } = rawTables(await currentBook.read());
        return load([pricePlanner(scope, AIClients)], { progress: loadProgress(progress), cancel });
      }),
    priceCheck: () =>
      orFailure('The bills could not be compared with list prices.', async () => {
        const { checkPrices } = await import(
          /* webpackChunkName: "price-check" */ '../../../domain/figures/price-check'
        );
        return checkPrices((await currentBook.read()).book);
      }),
    removePrices: (progress, cancel) =>
      orFailure(NOT_REMOVED, async () => {
        refuseReadOnly(NOT_REMOVED);
        const { priceRemoval } = await priceState();
        return load([priceRemoval()], { progress: loadProgress(progress), cancel });
      }),
  };
}

/** The list prices are the largest of the sets, and fetched when they are asked for. */
function priceState(): Promise<typeof PriceState> {
  return import(/* webpackChunkName: "model-prices" */ './price-state');
}

async function load(planners: readonly TablePlanner[], options: LoadOptions): Promise<LoadOutcome> {
  const outcome = await loadTables(planners, options);
  await currentBook.reread();
  return outcome;
}

function rawTables({ tables }: Pick<ReadBook, 'tables'>): RawTables {
  const entries = Object.entries(tables).map(([name, table]) => [name, table?.raw ?? null]);
  return Object.fromEntries(entries) as RawTables;
}
