import { LoadRefused } from '../../../src/workbook/plans/load-refused';

/** The message of the LoadRefused that `plan` throws; anything else that it does fails the test. */
export function refusalOf(plan: () => unknown): string {
  try {
    plan();
  } catch (thrown) {
    if (thrown instanceof LoadRefused) {
      return thrown.message;
    }
    throw thrown;
  }
  throw new Error('The load is not refused');
}
