import { inStep } from '../../workbook/runtime';
import type { StepServices } from './step-services';

let checking: Promise<void> | null = null;

/** Whether the cells are in step, through Office.js. The saved values are compared once, when the pane is first shown. */
export const officeStep: StepServices = {
  current: () => inStep.outOfStep(),
  onChange: (listener) => inStep.onChange(listener),
  check: () =>
    (checking ??= import(/* webpackChunkName: "saved-values" */ './saved-values')
      .then(({ checkSavedValues }) => checkSavedValues())
      .catch((failure: unknown) => {
        // Nothing was asked for: there is nothing to tell but that it was not checked.
        console.error('AI Spend could not compare the saved values with the tables.', failure);
      })),
};
