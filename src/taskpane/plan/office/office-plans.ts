import { fetchLateCode } from '../../../functions/explain/outside-cells';
import { currentBook } from '../../../workbook/runtime';
import type { PlanServices } from '../../contract/plan-services';
import { orFailure } from '../../office/failure';
import { planList } from './plan-list';
import { planOf } from './plan-of';

const NOT_WORKED_OUT = 'The plan could not be worked out.';

/** Plans, from the workbook. */
export function officePlans(): PlanServices {
  return {
    list: (year) => orFailure(NOT_WORKED_OUT, async () => planList(await currentBook.get(), year)),
    plan: (subject) =>
      orFailure(NOT_WORKED_OUT, async () => {
        await fetchLateCode();
        // Between two plans the pane may draw, and answer the user.
        await new Promise((resolve) => setTimeout(resolve));
        return planOf(await currentBook.get(), subject);
      }),
  };
}
