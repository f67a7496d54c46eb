import { readFormulaStyle } from '../../../workbook/cells/formula-style';
import { loadTables } from '../../../workbook/load/table-load';
import { planBudgets } from '../../../workbook/plans/budget-plan';
import { currentBook } from '../../../workbook/runtime';
import type { BudgetServices } from '../../contract/budget-services';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { loadProgress } from '../../office/load-progress';
import { previewBudget } from './budget-rows';

const NOT_ADDED = 'The budget was not added.';

/** New budgets, in the workbook. */
export function officeBudgets(): BudgetServices {
  return {
    preview: (draft) =>
      orFailure('The budget could not be worked out.', async () => {
        const { book, tables } = await currentBook.read();
        return previewBudget(draft, book, tables.AIBudgets?.raw ?? null, await readFormulaStyle());
      }),
    load: (rows, progress, cancel) =>
      orFailure(NOT_ADDED, async () => {
        refuseReadOnly(NOT_ADDED);
        const outcome = await loadTables([{ name: 'AIBudgets', plan: (existing) => planBudgets(existing, rows) }], {
          progress: loadProgress(progress),
          cancel,
        });
        await currentBook.reread();
        return outcome;
      }),
  };
}
