import type { NewBudget } from '../../domain/ledger/rows-to-load';
import type { TableName } from '../../domain/ledger/tables';
import {
  count,
  loadOutcomeText,
  loadReport,
  recalculationReport,
  removalOutcomeText,
  SET_NAMES,
  SPLIT_WORDS,
  watchReport,
} from './phrases';
import type { LoadedBill } from './loaded-services';
import type { PriceScope, ReferenceSetId } from './reference-data';
import type { ReportDraft, TemplateId } from './report-services';
import type { ActiveCell, Mark, PaneServices, RowInDoubt } from './services';
import type { SplitDraft } from './split-services';
import type { Task } from './task';

/** Creates or refreshes the tables of a set of the data that ships. */
export function loadReferenceData(services: PaneServices, set: ReferenceSetId = 'article'): Task {
  return {
    doing: `Loading the ${SET_NAMES[set].toLowerCase()}…`,
    work: async (progress, cancel) => loadReport(await services.loadReferenceData(set, progress, cancel), set),
    isLoad: true,
    cancelled: 'Loading cancelled. The workbook is as it was.',
  };
}

/** Takes the rows of a set out of the tables again. */
export function removeReferenceData(services: PaneServices, set: ReferenceSetId): Task {
  return {
    doing: `Removing the ${SET_NAMES[set].toLowerCase()}…`,
    work: async (progress, cancel) => {
      const reference = await services.referenceData();
      return removalOutcomeText(SET_NAMES[set], await reference.remove(set, progress, cancel));
    },
    isLoad: true,
    cancelled: 'Removing cancelled. The workbook is as it was.',
  };
}

/** Puts list prices of models into AIPrices. */
export function loadPrices(services: PaneServices, scope: PriceScope): Task {
  return {
    doing: 'Loading the model prices…',
    work: async (progress, cancel) => {
      const reference = await services.referenceData();
      return loadOutcomeText('Model prices', await reference.loadPrices(scope, progress, cancel));
    },
    isLoad: true,
    cancelled: 'Loading cancelled. The workbook is as it was.',
  };
}

/** Takes the list prices out again. */
export function removePrices(services: PaneServices): Task {
  return {
    doing: 'Removing the model prices…',
    work: async (progress, cancel) => {
      const reference = await services.referenceData();
      return removalOutcomeText('Model prices', await reference.removePrices(progress, cancel));
    },
    isLoad: true,
    cancelled: 'Removing cancelled. The workbook is as it was.',
  };
}

/** Takes a bill that was imported out of the tables again; `removed` hears when it is gone. */
export function removeBill(services: PaneServices, bill: LoadedBill, removed: () => void): Task {
  return {
    doing: `Removing ${bill.source}…`,
    work: async (progress, cancel) => {
      const loaded = await services.loaded();
      await loaded.remove(bill, progress, cancel);
      removed();
      return `${bill.source} removed: ${count(bill.rows, 'row')} of AIClients, and its record in AIImports.`;
    },
    isLoad: true,
    cancelled: 'Removing cancelled. The workbook is as it was.',
  };
}

/** Adds a budget to AIBudgets; `added` hears when it is there. */
export function addBudget(services: PaneServices, rows: readonly NewBudget[], added: () => void): Task {
  return {
    doing: 'Adding the budget…',
    work: async (progress, cancel) => {
      const budgets = await services.budgets();
      const outcome = await budgets.load(rows, progress, cancel);
      added();
      return `Budget of ${rows[0]?.client === '*' ? 'all clients' : rows[0]?.client} added: ${count(outcome.added, 'row')}.`;
    },
    isLoad: true,
    cancelled: 'Adding cancelled. The workbook is as it was.',
  };
}

/** Splits what is billed to `shared` in AIClients; `done` hears when it is. */
export function splitSharedCost(services: PaneServices, draft: SplitDraft, done: () => void): Task {
  return {
    doing: 'Splitting shared cost…',
    work: async (progress, cancel) => {
      const { split, stays, parts } = await (await services.sharedCost()).split(draft, progress, cancel);
      done();
      const left = stays.length === 0 ? '' : ` ${count(stays.length, 'row')} could not be split and stayed shared.`;
      return `Shared cost split ${SPLIT_WORDS[draft.kind]}: ${count(split.length, 'row')} became ${count(parts, 'row')}.${left}`;
    },
    isLoad: true,
    cancelled: 'Splitting cancelled. The workbook is as it was.',
  };
}

/** Makes the report of a draft, or makes it anew; `made` hears when it stands. */
export function makeReport(services: PaneServices, draft: ReportDraft, made: () => void): Task {
  return {
    doing: 'Making the report…',
    work: async (progress) => {
      const report = await services.report();
      const { sheet, isNew } = await report.make(draft, progress);
      made();
      return isNew ? `The report is on ${sheet}.` : `The report on ${sheet} is renewed.`;
    },
  };
}

/** Adds a sheet made after a template. */
export function addTemplate(services: PaneServices, id: TemplateId, draft: ReportDraft): Task {
  return {
    doing: 'Adding the sheet…',
    work: async (progress) => {
      const report = await services.report();
      return `Added: ${(await report.addTemplate(id, draft, progress)).sheet}. It is yours to change.`;
    },
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

/** Gives each table its watch cell. */
export function watchTables(services: PaneServices): Task {
  return {
    doing: 'Watching the tables…',
    work: async (progress) => watchReport(await services.watchTables(progress)),
  };
}

/** Writes a formula into the active cell; `formulaOn` gives it for a sheet. */
export function insertFormula(services: PaneServices, formulaOn: (sheet: string) => string): Task {
  return {
    doing: 'Inserting…',
    work: async () => {
      const inserted = await services.insertFormula(formulaOn);
      return `${inserted.formula} is in ${inserted.address}.`;
    },
  };
}

/** Puts another formula in the place of the one that was explained. */
export function rewriteFormula(services: PaneServices, cell: ActiveCell, formula: string): Task {
  return {
    doing: `Changing ${cell.address}…`,
    work: async () => {
      await services.rewriteFormula(cell, formula);
      return `${cell.address} is now ${formula}.`;
    },
  };
}

/** Writes an explanation beside the cell that it explains. */
export function writeNote(services: PaneServices, cell: ActiveCell, text: string): Task {
  return {
    doing: 'Writing the note…',
    work: async () => `The explanation is in ${(await services.writeNote(cell, text)).address}.`,
  };
}

/** Says what a row is to count as, so that it no longer stands against others. */
export function markRow(services: PaneServices, { table, row }: Pick<RowInDoubt, 'table' | 'row'>, mark: Mark): Task {
  return {
    doing: `Marking row ${row} of ${table}…`,
    work: async () => {
      await services.markRow(table, row, mark);
      return `Row ${row} of ${table} is now ${mark}.`;
    },
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
