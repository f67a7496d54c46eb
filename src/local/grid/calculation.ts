/**
 * The runs of Univer's formula engine: what is to be calculated, and which results may be stored.
 *
 * Univer starts a run 100 ms after the last edit, also while another is going; it then stops that one, and if the two meet at
 * a bad moment it loses results or edits. So its plan is taken out of its hands: `Runs` says when a run begins.
 */
import {
  FormulaExecutedStateType,
  ICalculateFormulaService,
  TriggerCalculationController,
} from '@univerjs/preset-sheets-core';
import type { CellRef } from '../values/cell-ref';
import type { GridChange } from './changes';
import { Runs, survivingStep, type RunListener } from './runs';
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

/** Univer's plan: the commands that make cells dirty, and the timer of the run that it would start for them. */
interface Plan {
  _waitingCommandQueue: unknown[];
  readonly _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: readonly unknown[]): Dirty;
  _mergeDirty(one: Dirty, other: Dirty): Dirty;
}

/** What a run is to calculate: these cells, or all if it is forced; Univer adds names, tables and the like. */
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

/** Starts and watches runs. */
export class Calculation {
  private readonly plan: Plan;
  private readonly runs: Runs<Dirty>;
  private readonly stale = new StaleResults();
  private readonly calculatedSheets = new Set<string>();

  constructor(
    private readonly session: GridSession,
    listener: RunListener,
  ) {
    this.plan = session.injector.get(TriggerCalculationController) as unknown as Plan;
    this.runs = new Runs<Dirty>(
      {
        hasEdits: () => this.plan._waitingCommandQueue.length > 0,
        takeEdits: () => this.plan._generateDirty(this.plan._waitingCommandQueue.splice(0)),
        join: (one, other) => this.plan._mergeDirty(one, other),
        withCells: (dirty, cells) =>
          cells === 'all'
            ? { ...dirty, forceCalculation: true }
            : { ...dirty, dirtyRanges: [...dirty.dirtyRanges, ...dirtyRanges(session.unitId, cells)] },
        start: (dirty) => execute(session, START, { ...dirty }, { onlyLocal: true }),
      },
      {
        runStarted: () => {
          this.stale.runStarted();
          listener.runStarted();
        },
        runEnded: (end) => listener.runEnded(end),
      },
      (task) => setTimeout(task, 0),
    );
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
    return this.runs.isIdle;
  }

  /** The sheets of which results were stored since this was last asked. */
  takeCalculatedSheets(): string[] {
    const sheets = [...this.calculatedSheets];
    this.calculatedSheets.clear();
    return sheets;
  }

  /** Resolves when nothing is being calculated. */
  idle(): Promise<void> {
    return this.runs.idle();
  }

  /** Calculates all formulas, after this task. */
  calculateAll(): void {
    this.runs.noteLackingResults();
    this.planRun();
  }

  /** Calculates these cells and what depends on them, at once, together with what was edited before. */
  start(cells: readonly CellRef[]): void {
    this.runs.start(cells);
  }

  /** In place of the run that Univer would start. */
  private planRun(): void {
    clearTimeout(this.plan._setTimeoutKey);
    this.runs.plan();
  }

  private observe({ id, params }: ExecutedCommand): void {
    if (id !== NOTIFICATION) {
      this.planRun();
      return;
    }
    const { functionsExecutedState: end } = params as { functionsExecutedState?: FormulaExecutedStateType };
    if (end !== undefined) {
      this.runs.ended(end === FormulaExecutedStateType.STOP_EXECUTION ? 'stopped' : 'finished');
    }
  }

  private surviveExceptions(): void {
    const service = this.session.injector.get(ICalculateFormulaService) as unknown as {
      _executeStep(): Promise<unknown>;
    };
    service._executeStep = survivingStep(service._executeStep.bind(service));
  }

  /** Where results are stored: values by a command, spilled areas before that. */
  private watchResults(): void {
    const { unitId } = this.session;
    const dropMoved = (results: Record<string, Record<string, unknown> | undefined> | undefined): void => {
      const ofWorkbook = results?.[unitId];
      if (ofWorkbook && this.stale.dropMoved(ofWorkbook)) {
        this.runs.noteLackingResults();
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
        for (const [sheetId, results] of Object.entries(unitData?.[unitId] ?? {})) {
          if (Object.keys(results ?? {}).length > 0) {
            this.calculatedSheets.add(sheetId);
          }
        }
        this.stale.dropChanged(unitData?.[unitId] ?? {});
      }
    });
  }
}
