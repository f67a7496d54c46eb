import { REFERENCE_SETS, tablesToRemove } from '../../../bills/reference/reference-sets';
import { fetchLateCode } from '../../../functions/explain/outside-cells';
import type { ReadBook } from '../../../workbook/book/current-book';
import { loadTables } from '../../../workbook/load/table-load';
import { removalPlanner } from '../../../workbook/plans/refresh-plan';
import { currentBook } from '../../../workbook/runtime';
import type { ReferenceServices } from '../../contract/reference-data';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { loadProgress } from '../../office/load-progress';
import { changedFigures } from './changed-figures';
import { stateOf, type RawTables } from './reference-state';

const NOT_REMOVED = 'The rows were not removed.';

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
        const outcome = await loadTables(present.map(removalPlanner), { progress: loadProgress(progress), cancel });
        await currentBook.reread();
        return outcome;
      }),
  };
}

function rawTables({ tables }: Pick<ReadBook, 'tables'>): RawTables {
  const entries = Object.entries(tables).map(([name, table]) => [name, table?.raw ?? null]);
  return Object.fromEntries(entries) as RawTables;
}
