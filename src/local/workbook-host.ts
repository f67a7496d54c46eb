/**
 * The host that the add-in sees: answers its batches, calls its functions, tells it what happens.
 */
import { intersect } from '../formats/xlsx/address';
import type { CallRecords } from './functions/call-records';
import type { WireResult } from './functions/results';
import type { ChangeSource, GridChange } from './grid/changes';
import type { Grid } from './grid/grid';
import { classesAt } from './model/api-level';
import { CLASSES } from './model/classes';
import { object } from './model/excel-class';
import { ExcelEvents } from './model/excel-events';
import type { ModelHost, PaneControl, StartControl } from './model/host';
import { CUSTOM_FUNCTIONS_SERVICE, services } from './model/services';
import type { ConnectionHandler } from './protocol/connection';
import { EventRegistrations, type RichApiEntry } from './protocol/event-registrations';
import { describeError, HostError } from './protocol/host-error';
import { BatchInterpreter } from './protocol/interpreter';
import { answerMethodCall, type MethodCallHandler, type Settings } from './protocol/method-calls';
import { asksWorkbook, type BatchRequest, type BatchResponse } from './protocol/rich-api';
import { Turnstile } from './protocol/turnstile';
import type { CellRef } from './values/cell-ref';

/** What the host needs from the rest of the page. */
export interface HostParts {
  readonly grid: Grid;
  readonly records: CallRecords;
  readonly pane: PaneControl;
  readonly start: StartControl;
  readonly settings: Settings;
  readonly isReadOnly: boolean;
  /** The minor version of ExcelApi that the page stands in for; null: all that it has. */
  readonly apiLevel: number | null;
  send(entries: readonly RichApiEntry[]): void;
  functionsReady(): void;
  /** Runs a request that writes when this window may write. */
  write<T>(job: () => Promise<T>): Promise<T>;
}

const EDIT_POLL_MS = 50;
/** An add-in that waits a moment before it reacts, as ours does, waits for less than so many turns of the page's event loop. */
const QUIET_TURNS = 12;
const TURN_MS = 20;

/**
 * Whether the add-in has had time to go on with what it was told or asked for; its own timers cannot be seen. It is not the clock
 * that counts: while the page is busy, the add-in comes to nothing either.
 */
class Activity {
  private quietTurns = QUIET_TURNS;
  private ticker: ReturnType<typeof setInterval> | undefined;

  get isQuiet(): boolean {
    return this.quietTurns >= QUIET_TURNS;
  }

  note(): void {
    this.quietTurns = 0;
    this.ticker ??= setInterval(() => {
      this.quietTurns += 1;
      if (this.isQuiet) {
        clearInterval(this.ticker);
        this.ticker = undefined;
      }
    }, TURN_MS);
  }
}

/** The results of cells that were edited, moved or deleted are out of date. */
function forgetCalls(records: CallRecords, change: GridChange): void {
  if (change.kind === 'cells' && change.cells.length > 0) {
    records.forget(change.cells);
  } else if (change.kind === 'cells') {
    records.forgetWhere(
      (cell) =>
        cell.sheetId === change.sheetId && intersect(change.area, { ...cell, rowCount: 1, columnCount: 1 }) !== null,
    );
  } else if (change.kind === 'moved') {
    const isMoved = (cell: CellRef): boolean =>
      change.what === 'rows' ? cell.row >= change.area.row : cell.column >= change.area.column;
    records.forgetWhere((cell) => cell.sheetId === change.sheetId && isMoved(cell));
  } else if (change.kind === 'sheet' && change.how === 'deleted') {
    records.forgetWhere((cell) => cell.sheetId === change.sheetId);
  }
}

/** The answer to a batch of which nothing was done. */
function refusedBatch(reason: HostError): BatchResponse {
  return { Results: [], TraceIds: [], Error: describeError(reason, 0) };
}

/** The Excel-shaped face of the local workbook. */
export class WorkbookHost implements ModelHost, MethodCallHandler, Pick<ConnectionHandler, 'executeMethod'> {
  readonly grid: Grid;
  readonly events: EventRegistrations;
  readonly pane: PaneControl;
  readonly start: StartControl;
  readonly settings: Settings;
  readonly isReadOnly: boolean;
  private readonly excelEvents: ExcelEvents;
  private readonly interpreter: BatchInterpreter;
  private readonly turnstile = new Turnstile();
  private readonly activity = new Activity();

  constructor(private readonly parts: HostParts) {
    this.grid = parts.grid;
    this.pane = parts.pane;
    this.start = parts.start;
    this.settings = parts.settings;
    this.isReadOnly = parts.isReadOnly;
    this.excelEvents = new ExcelEvents(parts.grid);
    this.events = new EventRegistrations(
      (entries) => {
        this.activity.note();
        parts.send(entries);
      },
      (task) => setTimeout(task, 0),
    );
    this.interpreter = new BatchInterpreter({
      classes: classesAt(CLASSES, parts.apiLevel),
      root: object('Workbook', { host: this }),
      services: services(this),
      calculated: () => this.grid.calculation.idle(),
    });
  }

  /** Whether no batch is running and no event is on its way. */
  get isIdle(): boolean {
    return this.turnstile.isFree && this.events.isEmpty;
  }

  /** Whether the add-in has had time to go on with what it was told or asked for. */
  get addinIsQuiet(): boolean {
    return this.activity.isQuiet;
  }

  /** The add-in is gone: it listens to nothing, and what it was asked for has to be asked again. */
  addinGone(): void {
    this.events.clear();
    this.parts.records.callAgain();
  }

  /** Takes note of a change and tells the add-in. */
  observe(change: GridChange, source: ChangeSource): void {
    forgetCalls(this.parts.records, change);
    this.excelEvents.of(change, source).forEach((event) => this.events.emit(event));
  }

  /** Tells the add-in that formulas of these sheets were calculated. */
  observeCalculation(sheetIds: readonly string[]): void {
    sheetIds.forEach((sheetId) => this.events.emit(this.excelEvents.ofCalculation(sheetId)));
  }

  change<T>(change: () => T): T {
    if (this.isReadOnly) {
      throw new HostError('AccessDenied');
    }
    if (this.grid.selection.isEditing()) {
      throw new HostError('InvalidOperationInCellEditMode');
    }
    return this.grid.undoStep.include(change);
  }

  recalculate(cells: readonly CellRef[]): void {
    this.parts.records.recalculate(cells);
  }

  resolve(results: readonly { readonly invocationId: number; readonly result: WireResult }[]): void {
    results.forEach(({ invocationId, result }) => this.parts.records.resolve(invocationId, result));
  }

  functionsReady(): void {
    this.parts.functionsReady();
  }

  async executeMethod(dispatchId: number, data: Record<string, unknown>): Promise<object> {
    this.activity.note();
    return answerMethodCall(this, dispatchId, data);
  }

  async runBatch(batch: BatchRequest, waitsForCellEdit: boolean): Promise<BatchResponse> {
    // Results of functions must get through while a batch waits for a calculation.
    const isOfFunctions = Object.values(batch.ObjectPaths).some((path) => path.Name === CUSTOM_FUNCTIONS_SERVICE);
    const response = isOfFunctions
      ? await this.interpreter.run(batch)
      : await this.runBetweenEdits(batch, waitsForCellEdit);
    this.activity.note();
    return response;
  }

  /** Runs a task between two requests of the add-in: neither sees the other half done. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return this.turnstile.pass(task);
  }

  /** Resolves when no cell is being edited and the add-in asks for nothing. */
  async atRest(): Promise<void> {
    while (this.grid.selection.isEditing() || !this.isIdle || !this.addinIsQuiet) {
      await new Promise((resolve) => setTimeout(resolve, EDIT_POLL_MS));
    }
  }

  /** While a cell is edited, all that a batch asks of the workbook is refused, or waits if the add-in has asked for that. */
  private async runBetweenEdits(batch: BatchRequest, waits: boolean): Promise<BatchResponse> {
    if (!asksWorkbook(batch)) {
      return this.runInTurn(() => this.runAsOneStep(batch), batch);
    }
    for (;;) {
      if (waits) {
        await this.editingEnded();
      }
      const response = await this.runInTurn(
        async () => (this.grid.selection.isEditing() ? null : this.runAsOneStep(batch)),
        batch,
      );
      if (response !== null) {
        return response;
      }
      if (!waits) {
        return refusedBatch(new HostError('InvalidOperationInCellEditMode'));
      }
    }
  }

  private runInTurn<T>(task: () => Promise<T>, batch: BatchRequest): Promise<T> {
    const run = (): Promise<T> => this.turnstile.pass(task);
    return this.interpreter.mayWrite(batch) ? this.parts.write(run) : run();
  }

  private async runAsOneStep(batch: BatchRequest): Promise<BatchResponse> {
    try {
      return await this.interpreter.run(batch);
    } finally {
      this.grid.undoStep.close();
    }
  }

  private async editingEnded(): Promise<void> {
    while (this.grid.selection.isEditing()) {
      await new Promise((resolve) => setTimeout(resolve, EDIT_POLL_MS));
    }
  }
}
