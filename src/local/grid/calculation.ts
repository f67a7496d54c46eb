/**
 * The runs of Univer's formula engine: when one is due, going or ended, and how to start one.
 */
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  TriggerCalculationController,
} from '@univerjs/preset-sheets-core';
import type { CellRef, RunEnd } from '../custom-functions/call-records';
import type { GridChange } from './changes';
import { execute, formulaData, onExecuted, onExecuting, type ExecutedCommand, type GridSession, type UniverRange } from './session';
import { StaleResults, type SheetResults } from './stale-results';

const START = 'formula.mutation.set-formula-calculation-start';
/** Plans a run, as an edit does. */
const TRIGGER = 'formula.mutation.set-trigger-formula-calculation-start';
const STOP = 'formula.mutation.set-formula-calculation-stop';
const RESULT = 'formula.mutation.set-formula-calculation-result';
const NOTIFICATION = 'formula.mutation.set-formula-calculation-notification';
const SET_RANGE_VALUES = 'sheet.mutation.set-range-values';
/** Triggers of style changes, after which Univer does not calculate. */
const STYLE_TRIGGERS: ReadonlySet<unknown> = new Set([
  'sheet.command.set-style',
  'sheet.command.set-border',
  'sheet.command.clear-selection-format',
]);
/** Univer starts a run 100 ms after an edit; one that has not started after this time will not come. */
const LONGEST_DELAY_MS = 2_000;
/** A run that goes on tells of its progress sooner. */
const LONGEST_SILENCE_MS = 10_000;

/** Listens to the runs. */
export interface RunListener {
  runStarted(): void;
  runEnded(end: RunEnd): void;
}

/** What Univer keeps for the run that is to follow one that it stops. */
interface Trigger {
  _restartCalculation: boolean;
  readonly _executingDirtyData: object;
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

/** Watches and starts runs. */
export class Calculation {
  /** Univer plans a first run while the workbook is being made, before this object can see it. */
  private dueSince: number | null = performance.now();
  private running = false;
  /** Counts the runs. */
  private run = 0;
  private hasProgressed = false;
  private stoppedFor: object | null = null;
  private waiters: (() => void)[] = [];
  private readonly stale = new StaleResults();
  /** Results were dropped that no later run makes by itself. */
  private lacksResults = false;

  public constructor(
    private readonly session: GridSession,
    private readonly listener: RunListener,
  ) {
    onExecuted(session, (command) => this.observe(command));
    this.watchResults();
  }

  /** To be called after each change of the workbook. */
  public noteChange(change: GridChange): void {
    this.stale.note(change);
  }

  /** The changes that the run which is going, or went last, did not see. */
  public get unseenChanges(): readonly GridChange[] {
    return this.stale.changes;
  }

  private get trigger(): Trigger {
    return this.session.injector.get(TriggerCalculationController) as unknown as Trigger;
  }

  /** Whether no run is going and none is about to begin. */
  public get isIdle(): boolean {
    return !this.running && !this.isDue && !this.lacksResults;
  }

  /** Resolves when nothing is being calculated. */
  public async idle(): Promise<void> {
    while (!this.isIdle) {
      await new Promise<void>((resolve) => {
        this.waiters.push(resolve);
        setTimeout(resolve, LONGEST_DELAY_MS);
      });
      // The end of a run is announced before the last of its results lie in the cells.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** Calculates these cells and what depends on them, without the delay that Univer puts before a run. */
  public start(cells: readonly CellRef[]): void {
    if (this.running) {
      throw new Error('A run is going; its end has to be awaited.');
    }
    execute(
      this.session,
      START,
      {
        dirtyRanges: dirtyRanges(this.session.unitId, cells),
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        dirtySuperTableMap: {},
        clearDependencyTreeCache: {},
        forceCalculation: false,
      },
      { onlyLocal: true },
    );
  }

  /** Calculates the whole workbook. */
  public startAll(): void {
    this.session.api.getFormula().executeCalculation();
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

  private makeLackingResults(): void {
    setTimeout(() => {
      if (this.lacksResults && !this.running) {
        this.startAll();
        this.lacksResults = false;
      }
    }, 0);
  }

  private get isDue(): boolean {
    return this.dueSince !== null && performance.now() - this.dueSince < LONGEST_DELAY_MS;
  }

  private observe(command: ExecutedCommand): void {
    if (command.id === START) {
      this.dueSince = null;
      this.running = true;
      this.run += 1;
      this.hasProgressed = false;
      this.stale.runStarted();
      this.listener.runStarted();
    } else if (command.id === STOP) {
      this.stoppedFor = { ...this.trigger._executingDirtyData };
    } else if (command.id === NOTIFICATION) {
      this.observeProgress(command.params as { functionsExecutedState?: FormulaExecutedStateType });
    } else if (this.makesDue(command)) {
      this.dueSince = performance.now();
    }
  }

  private observeProgress({
    functionsExecutedState: state,
  }: {
    functionsExecutedState?: FormulaExecutedStateType;
  }): void {
    if (state === undefined) {
      this.hasProgressed = true;
      return;
    }
    this.restartWhereNotStopped(state);
    // A stopped run announces its end twice, and its successor may have started before we hear of it.
    if (this.hasProgressed) {
      this.end(state === FormulaExecutedStateType.STOP_EXECUTION ? 'stopped' : 'finished');
    } else {
      this.endUnlessItProgresses();
    }
  }

  /** An end without progress is an earlier run's, or that of a run which was stopped before it did anything. */
  private endUnlessItProgresses(): void {
    const run = this.run;
    setTimeout(() => {
      if (this.run === run && !this.hasProgressed) {
        this.end('stopped');
      }
    }, LONGEST_SILENCE_MS);
  }

  private end(end: RunEnd): void {
    if (this.running) {
      this.running = false;
      this.listener.runEnded(end);
      if (this.lacksResults) {
        this.makeLackingResults();
      }
      this.waiters.splice(0).forEach((resolve) => resolve());
    }
  }

  /**
   * An edit during a run makes Univer stop it and start anew with the edit. A short run ends before it notices, and Univer
   * then forgets the edit: its cells would never be calculated.
   */
  private restartWhereNotStopped(state: FormulaExecutedStateType): void {
    const dirty = this.stoppedFor;
    this.stoppedFor = null;
    if (dirty && state !== FormulaExecutedStateType.STOP_EXECUTION && this.trigger._restartCalculation) {
      this.trigger._restartCalculation = false;
      execute(this.session, TRIGGER, dirty);
    }
  }

  private makesDue({ id, params, options }: ExecutedCommand): boolean {
    if (!this.session.injector.get(IActiveDirtyManagerService).get(id)) {
      return false;
    }
    const isStyle = STYLE_TRIGGERS.has((params as { trigger?: unknown } | undefined)?.trigger);
    return id !== SET_RANGE_VALUES || (options.onlyLocal !== true && !isStyle);
  }
}
