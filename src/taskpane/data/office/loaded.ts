import { loadTables, readCurrentTables } from '../../../workbook/load/table-load';
import { inTurns } from '../../../workbook/host/turns';
import { loadedBills, removalOfBill } from '../../../workbook/plans/loaded-bills';
import { currentBook } from '../../../workbook/runtime';
import type { LoadedServices } from '../../contract/loaded-services';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { loadProgress } from '../../office/load-progress';

const NOT_REMOVED = 'The rows of the bill were not removed.';

/** The bills that were imported, in the workbook. */
export function officeLoaded(): LoadedServices {
  return {
    bills: () =>
      orFailure('What is loaded could not be listed.', async () => {
        const { tables } = await currentBook.read();
        const log = await readCurrentTables(['AIImports']);
        return inTurns(loadedBills({ clients: tables.AIClients?.raw ?? null, log: log.get('AIImports') ?? null }));
      }),
    remove: ({ source }, progress, cancel) =>
      orFailure(NOT_REMOVED, async () => {
        refuseReadOnly(NOT_REMOVED);
        const outcome = await loadTables(removalOfBill(source), { progress: loadProgress(progress), cancel });
        await currentBook.reread();
        return outcome;
      }),
  };
}
