import type { TableName } from '../../domain/ledger/tables';

/** Why cells may not show what the tables give. */
export interface OutOfStep {
  /** Calculation is manual; the recalculation failed; or the values that were saved with the workbook do not fit its tables. */
  readonly why: 'manual' | 'failed' | 'saved';
  /** What changed after the cells were calculated; empty where it is not known. */
  readonly tables: readonly TableName[];
  /** A cell that shows another value than the tables give; null where none was looked at. */
  readonly example: { readonly address: string; readonly shown: string; readonly given: string } | null;
}

let state: OutOfStep | null = null;
const listeners = new Set<() => void>();

/** Null where nothing is known to be out of step. */
export function outOfStep(): OutOfStep | null {
  return state;
}

/** Calls `listener` whenever that changes. Returns how to stop that. */
export function onStepChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tables that changed before are still ahead of the cells. */
export function fallOutOfStep(fallen: OutOfStep): void {
  become({ ...fallen, tables: [...new Set([...(state?.tables ?? []), ...fallen.tables])] });
}

/** The cells have been calculated; what they fell out of step by after `known` was read still counts. */
export function catchUp(known: OutOfStep | null): void {
  if (state === known) {
    become(null);
  }
}

function become(next: OutOfStep | null): void {
  if (state === next) {
    return;
  }
  state = next;
  for (const listener of listeners) {
    listener();
  }
}
