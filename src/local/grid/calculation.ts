/**
 * The runs of Univer's formula engine: plans, starts and watches them.
 *
 * Univer starts a run 100 ms after the last edit, also while another is going; it then stops that one, and where the two meet at
 * a bad moment it loses results or edits. So its plan is taken out of its hands: a run begins as soon as the edit is made, one
 * begins only after the one before has ended, and it calculates all that was edited until then.
 */
import {
  FormulaExecutedStateType,
  ICalculateFormulaService,
  TriggerCalculationController,
} from '@univerjs/preset-sheets-core';
import type { RunEnd } from '../functions/call-records';
import type { CellRef } from '../values/cell-ref';
import type { GridChange } from './changes';
import {
  execute,
  formulaData,
  onExecuted,
  onExecuting,
  type ExecutedCommand,
  type GridSession,
  type UniverRange,
} from './session';
import { StaleResults, type SheetResults } from './stale-results';

const START = 'formula.mutation.set-formula-calculation-start';
const RESULT = 'formula.mutation.set-formula-calculation-result';
const NOTIFICATION = 'formula.mutation.set-formula-calculation-notification';

/** Listens to the runs. */
export interface RunListener {
  runStarted(): void;
  runEnded(end: RunEnd): void;
}

/** Univer's plan: the commands that make cells dirty, and the timer of the run that it would start for them. */
interface Plan {
  _waitingCommandQueue: unknown[];
  readonly _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: readonly unknown[]): Dirty;
  _mergeDirty(one: Dirty, other: Dirty): Dirty;
}

/** What a run is to calculate: these cells, or all where it is forced; Univer adds names, tables and the like. */
interface Dirty {
  readonly dirtyRanges: readonly DirtyRange[];
  readonly forceCalculation: boolean;
}

interface DirtyRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: UniverRange;
}

/** Joins cells below one another into one range: an engine run for 10,000 cells takes 10,000 ranges less well. */
function dirtyRanges(unitId: string, cells: readonly CellRef[]): DirtyRange[] {
  const sorted = [...cells].sort((a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row);
  const ranges: { sheetId: string; column: number; startRow: number; endRow: number }[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = ranges.at(-1);
    if (last && last.sheetId === sheetId && last.column === column && row <= last.endRow + 1) {
      last.endRow = Math.max(last.endRow, row);
    } else {
      ranges.push({ sheetId, column, startRow: row, endRow: row });
    }
  }
  return ranges.map(({ sheetId, column, startRow, endRow }) => ({
    unitId,
    sheetId,
    range: { startRow, endRow, startColumn: column, endColumn: column },
  }));
}

/** Plans, starts and watches runs. */
export class Calculation {
  private readonly plan: Plan;
  private state: 'idle' | 'planned' | 'running' | 'ending' = 'idle';
  private waiters: (() => void)[] = [];
  private readonly stale = new StaleResults();
  /** What the run that is going calculates; where the user stops it, the next one does. */
  private unfinished: Dirty | null = null;
  /** Results were dropped that no later run makes by itself. */
  private lacksResults = false;

  constructor(
    private readonly session: GridSession,
    private readonly listener: RunListener,
  ) {
    this.plan = session.injector.get(TriggerCalculationController) as unknown as Plan;
    this.surviveExceptions();
    this.watchResults();
    onExecuted(session, (command) => this.observe(command));
    // A first run was planned while the workbook was being made.
    this.planRun();
  }

  /** To be called after each change of the workbook. */
  noteChange(change: GridChange): void {
    this.stale.note(change);
  }

  /** The changes that the run which is going, or went last, did not see. */
  get unseenChanges(): readonly GridChange[] {
    return this.stale.changes;
  }

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

  /** Calculates these cells and what depends on them, at once, together with what was edited before. */
  start(cells: readonly CellRef[]): void {
    if (this.state === 'running' || this.state === 'ending') {
      throw new Error('A run is going; its end has to be awaited.');
    }
    const edited = this.plan._generateDirty(this.plan._waitingCommandQueue.splice(0));
    const dirty = this.unfinished === null ? edited : this.plan._mergeDirty(this.unfinished, edited);
    this.unfinished = {
      ...dirty,
      dirtyRanges: [...dirty.dirtyRanges, ...dirtyRanges(this.session.unitId, cells)],
      forceCalculation: dirty.forceCalculation || this.lacksResults,
    };
    this.lacksResults = false;
    this.state = 'running';
    this.stale.runStarted();
    this.listener.runStarted();
    execute(this.session, START, { ...this.unfinished }, { onlyLocal: true });
  }

  /** Plans a run where one is needed and none is going, for after this task: one task may make several edits. */
  private planRun(): void {
    clearTimeout(this.plan._setTimeoutKey);
    if (this.state === 'idle' && (this.lacksResults || this.plan._waitingCommandQueue.length > 0)) {
      this.state = 'planned';
      setTimeout(() => {
        if (this.state === 'planned') {
          this.start([]);
        }
      }, 0);
    }
  }

  private observe({ id, params }: ExecutedCommand): void {
    if (id !== NOTIFICATION) {
      this.planRun();
      return;
    }
    const { functionsExecutedState: end } = params as { functionsExecutedState?: FormulaExecutedStateType };
    // A stopped run announces its end twice.
    if (end !== undefined && this.state === 'running') {
      this.end(end === FormulaExecutedStateType.STOP_EXECUTION ? 'stopped' : 'finished');
    }
  }

  private end(end: RunEnd): void {
    this.state = 'ending';
    // The end is announced before the last of the results lie in the cells.
    setTimeout(() => {
      this.state = 'idle';
      if (end === 'finished') {
        this.unfinished = null;
      }
      this.listener.runEnded(end);
      this.planRun();
      this.waiters.splice(0).forEach((resolve) => resolve());
    }, 0);
  }

  /** Univer would never announce the end of a run in which something throws. */
  private surviveExceptions(): void {
    const service = this.session.injector.get(ICalculateFormulaService) as unknown as {
      _executeStep(): Promise<unknown>;
    };
    const step = service._executeStep.bind(service);
    service._executeStep = () =>
      step().catch((error: unknown) => {
        console.error('The formula engine failed.', error);
      });
  }

  /** Where results are stored: values by a command, spilled areas before that. */
  private watchResults(): void {
    const { unitId } = this.session;
    const dropMoved = (results: Record<string, Record<string, unknown> | undefined> | undefined): void => {
      const ofWorkbook = results?.[unitId];
      if (ofWorkbook && this.stale.dropMoved(ofWorkbook)) {
        this.lacksResults = true;
      }
    };
    const model = formulaData(this.session) as unknown as Record<
      'mergeArrayFormulaCellData' | 'mergeArrayFormulaRange',
      (results: Record<string, Record<string, unknown> | undefined>) => void
    >;
    for (const method of ['mergeArrayFormulaCellData', 'mergeArrayFormulaRange'] as const) {
      const merge = model[method].bind(model);
      model[method] = (results) => {
        dropMoved(results);
        merge(results);
      };
    }
    onExecuting(this.session, ({ id, params }) => {
      if (id === RESULT) {
        const { unitData } = params as { unitData?: Record<string, SheetResults | undefined> };
        dropMoved(unitData);
        this.stale.dropChanged(unitData?.[unitId] ?? {});
      }
    });
  }
}
