import { loadReport, recalculationReport } from './phrases';
import type { PaneServices, TableName } from './services';
import type { Task } from './state/use-task';

/** Creates or refreshes the three tables. */
export function loadReferenceData(services: PaneServices): Task {
  return {
    doing: 'Loading the reference data…',
    work: async (progress) => loadReport(await services.loadReferenceData(progress)),
  };
}

/** Asks all cells that hold our functions for their figure again. */
export function recalculate(services: PaneServices): Task {
  return {
    doing: 'Recalculating…',
    work: async (progress, cancel) => recalculationReport((await services.recalculate(progress, cancel)).cells),
    cancelled: 'Recalculation cancelled. Cells that were not reached keep their last value.',
  };
}

/** Writes a formula into the active cell. */
export function insertFormula(services: PaneServices, formula: string): Task {
  return {
    doing: 'Inserting…',
    work: async () => `${formula} is in ${(await services.insertFormula(formula)).address}.`,
  };
}

/** Shows a table, or one of its rows, in the workbook. */
export function goTo(services: PaneServices, table: TableName, row: number | null): Task {
  return {
    doing: `Going to ${table}…`,
    work: async () => {
      await services.select(table, row);
      return null;
    },
  };
}
