import type { Task } from '../state/use-task';
import { copyReport, repairReport, sourcesReport } from './sharing-phrases';
import type { RepairOutcome, SharingServices } from './sharing-services';

/** Writes ailing cells anew; `told` hears of them one by one. */
export function repair(sharing: SharingServices, told: (outcome: RepairOutcome) => void): Task {
  return {
    doing: 'Repairing…',
    work: async (progress, cancel) => {
      const outcome = await sharing.repair(progress, cancel);
      told(outcome);
      return repairReport(outcome);
    },
    cancelled: 'Repair cancelled. Cells that were not reached are as they were.',
  };
}

/** Copies a sheet with values in the place of our formulas. */
export function copyWithValues(sharing: SharingServices, sheet: string): Task {
  return {
    doing: `Copying ${sheet}…`,
    work: async (progress, cancel) => copyReport(await sharing.copyWithValues(sheet, progress, cancel)),
    cancelled: 'Copying cancelled. The workbook is as it was.',
  };
}

/** Lists all figures with what they rest on. */
export function writeSources(sharing: SharingServices): Task {
  return {
    doing: 'Listing the sources…',
    work: async (progress, cancel) => sourcesReport(await sharing.writeSources(progress, cancel)),
    cancelled: 'Listing cancelled.',
  };
}

/** Turns the start with the workbook on or off. */
export function startWithWorkbook(sharing: SharingServices, on: boolean): Task {
  return {
    doing: on ? 'Turning the start on…' : 'Turning the start off…',
    work: async () => {
      await sharing.startWithWorkbook(on);
      return on
        ? 'AI Spend starts with this workbook from its next opening.'
        : 'AI Spend no longer starts with this workbook.';
    },
  };
}
