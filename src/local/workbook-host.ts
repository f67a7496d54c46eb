/**
 * The host that the add-in sees: answers its batches, calls its functions, tells it what happens.
 */
import { intersect } from '../formats/xlsx/address';
import { HostError } from './protocol/host-error';
import { BatchInterpreter } from './protocol/interpreter';
import { mayChange } from './protocol/may-change';
import { node } from './protocol/model-class';
import type { BatchRequest } from './protocol/rich-api';
import { Turnstile } from './protocol/turnstile';
import type { CallRecords } from './functions/call-records';
import type { CellRef } from './values/cell-ref';
import type { WireResult } from './functions/results';
import { ExcelEvents } from './model/excel-events';
import { EventRegistrations, type RichApiEntry } from './protocol/event-registrations';
import type { ChangeSource, GridChange } from './grid/changes';
import type { Grid } from './grid/grid';
import { UndoStep } from './grid/undo';
import type { ModelHost, PaneControl, StartControl } from './model/host';
import { services } from './model/services';
import { WorkbookClass } from './model/workbook';
import type { ConnectionHandler } from './protocol/connection';

/** What the host needs from the rest of the page. */
export interface HostParts {
  readonly grid: Grid;
  readonly records: CallRecords;
  readonly pane: PaneControl;
  readonly start: StartControl;
  readonly settings: Settings;
  readonly isReadOnly: boolean;
  send(entries: readonly RichApiEntry[]): void;
  functionsReady(): void;
  /** Runs a request that writes when this window may write. */
  write<T>(job: () => Promise<T>): Promise<T>;
}

/** The document's settings: names with JSON texts. */
export interface Settings {
  list(): readonly (readonly [name: string, json: string])[];
  replace(settings: readonly (readonly [name: string, json: string])[]): void;
}

/** Calls of the message layer, by their dispatch ids. */
enum Dispatch {
  RefreshSettings = 75,
  SaveSettings = 76,
  RichApiBatch = 93,
  CommandCompleted = 94,
}

const SUCCESS = { Error: 0, Version: 1 };
const NOT_SUPPORTED = { Error: 5001, Version: 1 };
const PAYLOAD_TOO_LARGE = { Error: 5103, Version: 1 };
const LARGEST_PAYLOAD_BYTES = 5 * 1024 * 1024;
/** Places in a batch's `ArrayData`. */
const BODY = 4;
const FLAGS = 6;
const DELAY_FOR_CELL_EDIT = 64;
const EDIT_POLL_MS = 50;
/** An add-in that waits a moment before it reacts, as ours does, waits for less than so many turns of the page's event loop. */
const QUIET_TURNS = 12;
const TURN_MS = 20;
const CUSTOM_FUNCTIONS = 'Microsoft.ExcelServices.CustomFunctions';

function byteLength(text: string): number {
  return text.length * 3 <= LARGEST_PAYLOAD_BYTES ? text.length : new TextEncoder().encode(text).length;
}

/** The Excel-shaped face of the local workbook. */
export class WorkbookHost implements ModelHost, Omit<ConnectionHandler, 'appContext'> {
  readonly grid: Grid;
  readonly events: EventRegistrations;
  readonly pane: PaneControl;
  readonly start: StartControl;
  readonly isReadOnly: boolean;
  private readonly excelEvents: ExcelEvents;
  private readonly interpreter: BatchInterpreter;
  private readonly turnstile = new Turnstile();
  private readonly undoStep: UndoStep;
  private quietTurns = QUIET_TURNS;
  private ticker: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly parts: HostParts) {
    this.grid = parts.grid;
    this.pane = parts.pane;
    this.start = parts.start;
    this.isReadOnly = parts.isReadOnly;
    this.undoStep = new UndoStep(parts.grid.session);
    this.excelEvents = new ExcelEvents(parts.grid);
    this.events = new EventRegistrations(
      (entries) => {
        this.noteActivity();
        parts.send(entries);
      },
      (task) => setTimeout(task, 0),
    );
    this.interpreter = new BatchInterpreter(node(WorkbookClass, { host: this }), services(this), {
      calculated: () => this.grid.calculation.idle(),
    });
  }

  /** Whether no batch is running and no event is on its way. */
  get isIdle(): boolean {
    return this.turnstile.isFree && this.events.isEmpty;
  }

  /**
   * Whether the add-in has had time to go on with what it was told or asked for; its own timers cannot be seen. It is not the
   * clock that counts: while the page is busy, the add-in comes to nothing either.
   */
  get addinIsQuiet(): boolean {
    return this.quietTurns >= QUIET_TURNS;
  }

  /** The add-in is gone: it listens to nothing, and what it was asked for has to be asked again. */
  addinGone(): void {
    this.events.clear();
    this.parts.records.callAgain();
  }

  /** Takes note of a change and tells the add-in. */
  observe(change: GridChange, source: ChangeSource): void {
    this.forgetCalls(change);
    this.excelEvents.of(change, source).forEach((event) => this.events.emit(event));
  }

  change<T>(change: () => T): T {
    if (this.isReadOnly) {
      throw new HostError('AccessDenied');
    }
    if (this.grid.selection.isEditing()) {
      throw new HostError('InvalidOperationInCellEditMode');
    }
    return this.undoStep.include(change);
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
    this.noteActivity();
    switch (dispatchId) {
      case Dispatch.RichApiBatch:
        return this.answerBatch(data.ArrayData as readonly unknown[]);
      case Dispatch.SaveSettings: {
        const { Properties } = data.DdaSettingsMethod as { Properties: [string, string][] };
        this.parts.settings.replace(Properties);
        return SUCCESS;
      }
      case Dispatch.RefreshSettings:
        return {
          ...SUCCESS,
          Properties: { Settings: this.parts.settings.list().map(([Name, Value]) => ({ Name, Value })) },
        };
      case Dispatch.CommandCompleted:
        return SUCCESS;
      default:
        return NOT_SUPPORTED;
    }
  }

  private async answerBatch(arrayData: readonly unknown[]): Promise<object> {
    const body = String(arrayData[BODY]);
    if (byteLength(body) > LARGEST_PAYLOAD_BYTES) {
      return PAYLOAD_TOO_LARGE;
    }
    const batch = JSON.parse(body) as BatchRequest;
    // Results of functions must get through while a batch waits for a calculation.
    const isOfFunctions = Object.values(batch.ObjectPaths).some((path) => path.Name === CUSTOM_FUNCTIONS);
    if (!isOfFunctions && (Number(arrayData[FLAGS]) & DELAY_FOR_CELL_EDIT) !== 0) {
      await this.editingEnded();
    }
    const response = isOfFunctions ? await this.interpreter.run(batch) : await this.runInTurn(batch);
    this.noteActivity();
    return { ...SUCCESS, Data: [200, ['Content-Type', 'application/json'], JSON.stringify(response)] };
  }

  /** Runs a task between two requests of the add-in: neither sees the other half done. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return this.turnstile.pass(task);
  }

  private runInTurn(batch: BatchRequest): Promise<object> {
    const run = (): Promise<object> => this.turnstile.pass(() => this.runAsOneStep(batch));
    return mayChange(batch) ? this.parts.write(run) : run();
  }

  private async runAsOneStep(batch: BatchRequest): Promise<object> {
    try {
      return await this.interpreter.run(batch);
    } finally {
      this.undoStep.close();
    }
  }

  private async editingEnded(): Promise<void> {
    while (this.grid.selection.isEditing()) {
      await new Promise((resolve) => setTimeout(resolve, EDIT_POLL_MS));
    }
  }

  private forgetCalls(change: GridChange): void {
    const { records } = this.parts;
    if (change.kind === 'cells') {
      if (change.cells.length > 0) {
        records.forget(change.cells);
      } else {
        records.forgetWhere(
          (cell) =>
            cell.sheetId === change.sheetId &&
            intersect(change.area, { ...cell, rowCount: 1, columnCount: 1 }) !== null,
        );
      }
    } else if (change.kind === 'moved') {
      const isMoved = (cell: CellRef): boolean =>
        change.what === 'rows' ? cell.row >= change.area.row : cell.column >= change.area.column;
      records.forgetWhere((cell) => cell.sheetId === change.sheetId && isMoved(cell));
    } else if (change.kind === 'sheet' && change.how === 'deleted') {
      records.forgetWhere((cell) => cell.sheetId === change.sheetId);
    }
  }

  private noteActivity(): void {
    this.quietTurns = 0;
    this.ticker ??= setInterval(() => {
      this.quietTurns += 1;
      if (this.addinIsQuiet) {
        clearInterval(this.ticker);
        this.ticker = undefined;
      }
    }, TURN_MS);
  }
}
