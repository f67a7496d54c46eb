import type { SharedRow } from '../../../domain/figures/shared-cost';
import { Problem } from '../../../domain/messages/problem';
import { readFormulaStyle } from '../../../workbook/cells/formula-style';
import { loadTables } from '../../../workbook/load/table-load';
import { LoadRefused } from '../../../workbook/plans/load-refused';
import { planSharedCost } from '../../../workbook/plans/shared-plan';
import { currentBook } from '../../../workbook/runtime';
import type { SplitServices } from '../../contract/split-services';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { loadProgress } from '../../office/load-progress';
import { previewSplit, splitKey, splitPreview } from './split-rows';

const NOT_SPLIT = 'The shared cost was not split.';

/** Shared cost, split in the workbook. */
export function officeSplitting(): SplitServices {
  return {
    preview: (draft) =>
      orFailure('The parts could not be worked out.', async () => {
        const { tables } = await currentBook.read();
        return previewSplit(
          draft,
          tables.AIClients?.raw ?? null,
          tables.AIRates?.raw ?? null,
          await readFormulaStyle(),
        );
      }),
    split: (draft, progress, cancel) =>
      orFailure(NOT_SPLIT, async () => {
        refuseReadOnly(NOT_SPLIT);
        const { tables } = await currentBook.read();
        const rates = tables.AIRates?.raw ?? null;
        const style = await readFormulaStyle();
        const key = readable(() => splitKey(draft, style));
        let rows: readonly SharedRow[] = [];
        await loadTables(
          [
            {
              name: 'AIClients',
              plan: (existing) => {
                const planned = planSharedCost(existing, rates, key);
                // A second look, after a co-author's change, finds nothing left of what was split at the first.
                rows = planned.rows.length === 0 ? rows : planned.rows;
                return planned.plan;
              },
            },
          ],
          { progress: loadProgress(progress), cancel },
        );
        await currentBook.reread();
        return splitPreview(rows);
      }),
  };
}

function readable<T>(ask: () => T): T {
  try {
    return ask();
  } catch (problem) {
    throw problem instanceof Problem ? new LoadRefused(problem.message) : problem;
  }
}
