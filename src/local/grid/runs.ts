/**
 * When runs of the formula engine begin: after the task that edited, one at a time, each with all that was edited until then.
 *
 * What the engine is to calculate is its own matter (`Work`), so these rules hold, and are tested, without Univer.
 */
import type { RunEnd } from '../functions/call-records';
import type { CellRef } from '../values/cell-ref';

/** The engine, as far as its runs are planned. */
export interface Engine<Work> {
  /** Whether something was edited that no run has taken up. */
  hasEdits(): boolean;
  /** Takes up all that was edited. */
  takeEdits(): Work;
  /** What is to be calculated for both. */
  join(one: Work, other: Work): Work;
  /** The same with these cells, or with all cells there are. */
  withCells(work: Work, cells: readonly CellRef[] | 'all'): Work;
  /** Begins to calculate; the end is announced by `Runs.ended`. */
  start(work: Work): void;
}

/** Listens to the runs. */
export interface RunListener {
  runStarted(): void;
  runEnded(end: RunEnd): void;
}

/** A step of the engine that tells of its failure and does not fail: the engine never announces the end of a run that failed. */
export function survivingStep(step: () => Promise<unknown>): () => Promise<unknown> {
  return () =>
    step().catch((error: unknown) => {
      console.error('The formula engine failed.', error);
    });
}

/** Plans and starts runs. */
export class Runs<Work> {
  private state: 'idle' | 'planned' | 'running' | 'ending' = 'idle';
  private waiters: (() => void)[] = [];
  /** What the run that is going calculates; if it is stopped, the next one does. */
  private unfinished: Work | null = null;
  private lacksResults = false;

  constructor(
    private readonly engine: Engine<Work>,
    private readonly listener: RunListener,
    private readonly defer: (task: () => void) => void,
  ) {}

  /** Whether no run is going and none is about to begin. */
  get isIdle(): boolean {
    return this.state === 'idle';
  }

  /** Resolves when nothing is being calculated. */
  async idle(): Promise<void> {
    while (!this.isIdle) {
      await new Promise<void>((resolve) => this.waiters.push(resolve));
    }
  }

  /** To be called when results were dropped that no later run makes by itself: the next one calculates everything. */
  noteLackingResults(): void {
    this.lacksResults = true;
  }

  /** Plans a run if one is needed and none is going, for after this task: one task may make several edits. */
  plan(): void {
    if (this.state === 'idle' && (this.lacksResults || this.engine.hasEdits())) {
      this.state = 'planned';
      this.defer(() => {
        if (this.state === 'planned') {
          this.start([]);
        }
      });
    }
  }

  /** Calculates these cells and what depends on them, at once, together with what was edited before. */
  start(cells: readonly CellRef[]): void {
    if (this.state === 'running' || this.state === 'ending') {
      throw new Error('A run is going; its end has to be awaited.');
    }
    const edited = this.engine.takeEdits();
    const work = this.engine.withCells(
      this.unfinished === null ? edited : this.engine.join(this.unfinished, edited),
      cells,
    );
    this.unfinished = this.lacksResults ? this.engine.withCells(work, 'all') : work;
    this.lacksResults = false;
    this.state = 'running';
    this.listener.runStarted();
    try {
      this.engine.start(this.unfinished);
    } catch (error) {
      console.error('The formula engine could not start.', error);
      this.ended('stopped');
    }
  }

  /** To be called when the engine announces the end of the run; it may do so twice. */
  ended(end: RunEnd): void {
    if (this.state !== 'running') {
      return;
    }
    this.state = 'ending';
    // The end is announced before the last of the results lie in the cells.
    this.defer(() => {
      this.state = 'idle';
      if (end === 'finished') {
        this.unfinished = null;
      }
      this.listener.runEnded(end);
      this.plan();
      this.waiters.splice(0).forEach((resolve) => resolve());
    });
  }
}
