import { count } from '../phrases';
import type { RepairOutcome, SharingStatus, ValuesCopy } from './sharing-services';

type Ailment = SharingStatus['ailing'][number]['ailment'];

/** What ails a cell, in a few words. */
export const AILMENTS: Readonly<Record<Ailment, string>> = {
  name: 'shows #NAME?',
  busy: 'waits for its value',
  prefix: 'carries a foreign prefix',
};

/** What a repair did. */
export function repairReport({ repaired, protected: locked }: RepairOutcome): string {
  if (repaired.length + locked.length === 0) {
    return 'No cell needed repair.';
  }
  const left =
    locked.length === 0
      ? ''
      : ` ${count(locked.length, 'cell')} on protected sheets left as ${locked.length === 1 ? 'it is' : 'they are'}.`;
  return `${repaired.length === 0 ? 'No cell could be repaired.' : `${count(repaired.length, 'cell')} written anew.`}${left}`;
}

/** What a copy holds, and where its formulas are told. */
export function copyReport({ copy, figures, notes }: ValuesCopy): string {
  const told =
    notes > 0
      ? `Their formulas and sources are in ${count(notes, 'note')}.`
      : 'This Excel takes no notes, so their formulas and sources are listed on AI Sources.';
  return `${copy} has ${count(figures, 'figure')} as ${figures === 1 ? 'a value' : 'values'}. ${told}`;
}

export function sourcesReport({ figures }: { figures: number }): string {
  return figures === 0
    ? 'AI Sources is there; no cell uses an AI Spend function yet.'
    : `AI Sources lists ${count(figures, 'figure')}.`;
}
