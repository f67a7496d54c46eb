import { currentBook } from '../../../workbook/runtime';
import { repairFigures } from '../../../workbook/sharing/repair';
import { readSharingState } from '../../../workbook/sharing/sharing-state';
import { writeSources } from '../../../workbook/sharing/sources-sheet';
import { startsWithWorkbook, startWithWorkbook } from '../../../workbook/sharing/startup';
import { copyWithValues } from '../../../workbook/sharing/values-copy';
import type { SharingServices } from '../../contract/sharing-services';
import type { Progress } from '../../contract/task';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { explainedFigures, noteText } from './figure-basis';

const REPAIR_FAILED = 'The cells were not all repaired.';
const COPY_FAILED = 'The sheet was not copied.';
const SOURCES_FAILED = 'The sources were not listed.';
const STARTUP_FAILED = 'The start with this workbook was not changed.';

/** What makes a workbook fit to be given away, through Office.js. */
export function officeSharing(): SharingServices {
  return {
    status: () =>
      orFailure('The workbook could not be checked.', async () => ({
        ...(await readSharingState((await currentBook.read()).tables)),
        startsWithWorkbook: await startsWithWorkbook().catch(() => null),
      })),

    repair: (progress, cancel) =>
      orFailure(
        REPAIR_FAILED,
        async () => {
          refuseReadOnly(REPAIR_FAILED);
          return repairFigures((await currentBook.read()).tables, waitingFor(progress), cancel);
        },
        cancel,
      ),

    copyWithValues: (sheet, progress, cancel) =>
      orFailure(
        COPY_FAILED,
        async () => {
          refuseReadOnly(COPY_FAILED);
          const book = await currentBook.get();
          const copied = await copyWithValues(sheet, (figure) => noteText(figure, book), waitingFor(progress), cancel);
          if (copied.notes === 0) {
            await writeSources(explainedFigures(book), waitingFor(progress), cancel);
          }
          return copied;
        },
        cancel,
      ),

    writeSources: (progress, cancel) =>
      orFailure(
        SOURCES_FAILED,
        async () => {
          refuseReadOnly(SOURCES_FAILED);
          const book = await currentBook.get();
          return writeSources(explainedFigures(book), waitingFor(progress), cancel);
        },
        cancel,
      ),

    startWithWorkbook: (on) =>
      orFailure(STARTUP_FAILED, async () => {
        refuseReadOnly(STARTUP_FAILED);
        await startWithWorkbook(on);
      }),
  };
}

function waitingFor(progress: Progress): () => void {
  return () => progress({ kind: 'waiting-for-cell-edit' });
}
