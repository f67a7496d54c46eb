/**
 * Saves the workbook a moment after it has changed, and at once when its page is left.
 */

/** Where the workbook is kept. */
export interface SaverStore<T> {
  /** Why the last attempt failed; null if all is well. */
  readonly blockedBecause: string | null;
  save(workbook: T): Promise<void>;
}

/** A quiet time after the last change. */
const QUIET_MS = 300;
/** After what could not be saved is tried again. */
const RETRY_MS = 5_000;
/** Changes that go on and on are saved in between, also in the middle of a calculation. */
const LONGEST_UNSAVED_MS = 1_000;
/**
 * The whole of a large workbook takes a second to save, in which nothing else is done. What is written down elsewhere need not be
 * saved so often: not before a quiet time of so many times that, and at the latest after so many.
 */
const WRITTEN_DOWN = { quiet: 2, longest: 10 };
/**
 * What is written down nowhere is in danger until then, so it waits for less; but in a long load the page must not do little else than
 * save, a larger workbook each time.
 */
const IN_DANGER = { quiet: 1, longest: 5 };

/**
 * Watches over one workbook. `onProblem` is told when it cannot be saved, and why, and when it can again (null).
 *
 * @param isWrittenDown whether nothing would be lost of what is not saved: it is written down elsewhere
 */
export class Saver<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDirty = false;
  private dirtySince = 0;
  private saving: Promise<void> | null = null;
  private isStopped = false;
  private isKept: boolean;
  /** How long the page stood still for the last save. */
  private saveMs = 0;

  constructor(
    private readonly store: SaverStore<T>,
    private readonly read: () => T,
    private readonly isBusy: () => boolean,
    private readonly isWrittenDown: () => boolean,
    private readonly onProblem: (problem: string | null) => void,
  ) {
    // Where nothing is kept from the start, the page has said so.
    this.isKept = store.blockedBecause === null;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        this.leave();
      }
    });
    window.addEventListener('pagehide', () => this.leave());
  }

  /** To be called for each change. */
  changed(): void {
    if (this.isStopped) {
      return;
    }
    if (!this.isDirty) {
      this.isDirty = true;
      this.dirtySince = performance.now();
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => (this.isBusy() && this.mayWaitMs > 0 ? this.changed() : void this.saveNow()),
      Math.min(this.atLeast(QUIET_MS, 'quiet'), this.mayWaitMs),
    );
  }

  /** How long the oldest change that is not saved may still wait. */
  private get mayWaitMs(): number {
    const longest = this.atLeast(LONGEST_UNSAVED_MS, 'longest');
    return Math.max(0, this.dirtySince + longest - performance.now());
  }

  /** A time, or as long as some saves take. */
  private atLeast(time: number, which: keyof typeof IN_DANGER): number {
    const saves = this.isWrittenDown() ? WRITTEN_DOWN : IN_DANGER;
    return Math.max(time, saves[which] * this.saveMs);
  }

  /** Forgets what is not saved yet: the workbook is being thrown away. Resolves when nothing more can be written over its successor. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.isDirty = false;
    await this.saving;
  }

  /** The workbook was not thrown away after all. */
  resume(): void {
    this.isStopped = false;
    this.changed();
  }

  /** Hands the workbook over within this very task: a page that is left has no other. */
  private leave(): void {
    if (this.isDirty) {
      this.saving = this.write();
    }
  }

  private async write(): Promise<void> {
    this.isDirty = false;
    const start = performance.now();
    const saved = this.store.save(this.read());
    this.saveMs = performance.now() - start;
    await saved;
    const problem = this.store.blockedBecause;
    if ((problem === null) !== this.isKept) {
      this.isKept = problem === null;
      this.onProblem(problem);
    }
    if (problem !== null && !this.isStopped) {
      this.isDirty = true;
      this.saveMs = 0;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.saveNow(), RETRY_MS);
    }
  }

  /** Saves what has changed, without waiting for a quiet time. */
  async saveNow(): Promise<void> {
    await this.saving;
    if (!this.isDirty) {
      return;
    }
    this.saving = this.write();
    await this.saving;
    this.saving = null;
  }
}
