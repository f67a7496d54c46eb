import { count, watchReport } from '../contract/phrases';
import type {
  RepairOutcome,
  SharingServices,
  SharingStatus,
  SourcesOutcome,
  ValuesCopy,
} from '../contract/sharing-services';
import type { Task } from '../contract/task';

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

type Ailment = SharingStatus['ailing'][number]['ailment'];

/** What ails a cell, in a few words. */
export const AILMENTS: Readonly<Record<Ailment, string>> = {
  name: 'shows #NAME?',
  busy: 'waits for its value',
  prefix: 'carries a foreign prefix',
};

/** What a repair did. */
export function repairReport({ repaired, protected: locked, watched, undoSteps }: RepairOutcome): string {
  const watching = watched.length === 0 ? '' : ` ${watchReport(watched)}`;
  if (repaired.length + locked.length === 0) {
    return watching.trim() || 'No cell needed repair.';
  }
  const left =
    locked.length === 0
      ? ''
      : ` ${count(locked.length, 'cell')} on protected sheets left as ${locked.length === 1 ? 'it is' : 'they are'}.`;
  const written =
    repaired.length === 0 ? 'No cell could be repaired.' : `${count(repaired.length, 'cell')} written anew.`;
  return `${written}${left}${watching}${undoReport(undoSteps)}`;
}

/** What a copy holds, and where its formulas are told. */
export function copyReport({ copy, figures, notes }: ValuesCopy): string {
  const told =
    notes > 0
      ? `Their formulas and sources are in ${count(notes, 'note')}.`
      : 'This version of Excel does not support notes, so their formulas and sources are listed on AI Sources.';
  return `${copy} has ${count(figures, 'figure')} as ${figures === 1 ? 'a value' : 'values'}. ${told} Excel cannot undo this: delete ${copy} to take it back.`;
}

export function sourcesReport({ figures, undoSteps }: SourcesOutcome): string {
  return figures === 0
    ? 'AI Sources is there; no cell uses an AI Spend function yet.'
    : `AI Sources lists ${count(figures, 'figure')}.${undoReport(undoSteps)}`;
}

/** Said only if one step does not do. */
function undoReport(steps: number): string {
  return steps > 1 ? ` To take it back, undo ${steps} times.` : '';
}
