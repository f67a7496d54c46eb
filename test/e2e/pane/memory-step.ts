import type { OutOfStep, StepServices } from '../../../src/taskpane/contract/services';

/** Cells in memory that a test puts out of step. */
export class MemoryStep implements StepServices {
  private known: OutOfStep | null = null;
  private readonly listeners = new Set<() => void>();

  become(known: OutOfStep | null): void {
    this.known = known;
    for (const listener of this.listeners) {
      listener();
    }
  }

  current(): OutOfStep | null {
    return this.known;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async check(): Promise<void> {
    // Nothing was saved in memory.
  }
}
