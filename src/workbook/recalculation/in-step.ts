import type { TableName } from '../../domain/ledger/tables';

/** Why cells may not show what the tables give. */
export interface OutOfStep {
  /** Calculation is manual; the recalculation failed; or the values that were saved with the workbook do not fit its tables. */
  readonly why: 'manual' | 'failed' | 'saved';
  /** What changed after the cells were calculated; empty if it is not known. */
  readonly tables: readonly TableName[];
  /** A cell that shows another value than the tables give; null if none was looked at. */
  readonly example: { readonly address: string; readonly shown: string; readonly given: string } | null;
}

/** Whether the cells with our functions show what the tables give, as far as is known. */
export class InStep {
  private state: OutOfStep | null = null;
  private readonly listeners = new Set<() => void>();

  /** Null if nothing is known to be out of step. */
  outOfStep(): OutOfStep | null {
    return this.state;
  }

  /** Calls `listener` whenever that changes. Returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tables that changed before are still ahead of the cells. */
  fallOut(fallen: OutOfStep): void {
    this.become({ ...fallen, tables: [...new Set([...(this.state?.tables ?? []), ...fallen.tables])] });
  }

  /** The cells have been calculated; what they fell out of step by after `known` was read still counts. */
  catchUp(known: OutOfStep | null): void {
    if (this.state === known) {
      this.become(null);
    }
  }

  private become(next: OutOfStep | null): void {
    if (this.state === next) {
      return;
    }
    this.state = next;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
