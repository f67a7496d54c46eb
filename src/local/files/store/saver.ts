/**
 * Saves the workbook a moment after it has changed, never in the middle of a calculation.
 */
import type { WorkbookStore } from './workbook-store';

/** A quiet time after the last change. */
const QUIET_MS = 300;

/** Watches over one workbook. */
export class Saver<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDirty = false;
  private saving: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    private readonly store: WorkbookStore<T>,
    private readonly read: () => T,
    private readonly isBusy: () => boolean,
  ) {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        void this.saveNow();
      }
    });
  }

  /** To be called for each change. */
  changed(): void {
    if (this.isStopped) {
      return;
    }
    this.isDirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isBusy() ? this.changed() : void this.saveNow()), QUIET_MS);
  }

  /** Forgets what is not saved yet: the workbook is being thrown away. Resolves when nothing more can be written over its successor. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.isDirty = false;
    await this.saving;
  }

  /** Saves what has changed, without waiting for a quiet time. */
  async saveNow(): Promise<void> {
    await this.saving;
    if (!this.isDirty) {
      return;
    }
    this.isDirty = false;
    this.saving = this.store.save(this.read());
    await this.saving;
    this.saving = null;
  }
}
