import type { PaneServices } from './contract/services';
import { workbookServices } from './office/workbook-services';
import { VERSION } from './version';

/** All that the pane asks of the workbook, through Office.js. What only one view asks for is in the chunk of that view. */
export function officeServices(): PaneServices {
  return {
    ...workbookServices(),
    imports: async () =>
      (await import(/* webpackChunkName: "import" */ './import/office/office-imports')).officeImports(),
    ledgers: async () =>
      (await import(/* webpackChunkName: "ledger" */ './import/office/office-ledgers')).officeLedgers(),
    sharing: async () =>
      (await import(/* webpackChunkName: "sharing" */ './sharing/office/office-sharing')).officeSharing(),
    referenceData: async () =>
      (await import(/* webpackChunkName: "reference-data" */ './data/office/reference-data')).officeReferenceData(),
    budgets: async () => (await import(/* webpackChunkName: "budgets" */ './data/office/budgets')).officeBudgets(),
    sharedCost: async () =>
      (await import(/* webpackChunkName: "shared-cost" */ './data/office/split-shared')).officeSplitting(),
    loaded: async () => (await import(/* webpackChunkName: "loaded" */ './data/office/loaded')).officeLoaded(),
    plans: async () => (await import(/* webpackChunkName: "plans" */ './plan/office/office-plans')).officePlans(),
    report: async () => (await import(/* webpackChunkName: "report" */ './report/office/office-report')).officeReport(),
    version: VERSION,
    helpUrl: new URL('help.html', location.href).href,
  };
}
