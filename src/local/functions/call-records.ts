/**
 * Decides when a cell uses the result that it has and when it calls the add-in again.
 *
 * One record for each cell, function and list of parameter values. The grid evaluates a cell several times for one edit, so
 * a result is never used up; a record goes when the cell is edited, when the add-in asks for recalculation, or when a finished
 * run evaluated the cell without asking for it (its arguments have changed).
 */
import { keyOfCell, knownAmong, type CellRef } from '../values/cell-ref';
import type { FunctionDefinition } from './definitions';
import { readResult, type FunctionResult, type WireResult } from './results';
import type { WireValue } from './arguments';

/** One call on its way to the add-in. */
export interface Invocation {
  readonly invocationId: number;
  readonly definition: FunctionDefinition;
  readonly parameters: readonly WireValue[];
  readonly cell: CellRef;
}

/** The add-in's side: calls go out in waves, all that one run of the grid asked for together. */
export interface FunctionRuntime {
  invoke(wave: readonly Invocation[]): void;
  cancel(invocationId: number): void;
}

/** The grid's side. */
export interface Recalculation {
  /** Starts a run for these cells and what depends on them; never called while a run is going. */
  start(cells: readonly CellRef[]): void;
  /** Whether the cell's sheet is still there. */
  exists(cell: CellRef): boolean;
  /** Runs a task after the current one. */
  defer(task: () => void): void;
}

/** How a run of the grid's engine ended. */
export type RunEnd = 'finished' | 'stopped';

interface CallRecord {
  readonly key: string;
  readonly cell: CellRef;
  readonly invocationId: number;
  readonly definition: FunctionDefinition;
  result: FunctionResult | null;
}

/** The records of all cells, and the state of the run that is going. */
export class CallRecords {
  private readonly byCell = new Map<string, Map<string, CallRecord>>();
  private readonly pending = new Map<number, CallRecord>();
  private readonly arrived = new Map<string, CellRef>();
  private readonly consumed = new Set<string>();
  private readonly dirty = new Map<string, CellRef>();
  private readonly started = new Set<string>();
  private readonly asked = new Map<string, Set<string>>();
  private readonly queue = new Map<number, Invocation>();
  private lastInvocationId = 0;
  private running = false;
  private recalculationDeferred = false;

  constructor(
    private readonly runtime: FunctionRuntime,
    private readonly recalculation: Recalculation,
  ) {}

  /** Calls without a result, whether they are still in the queue or at the add-in. */
  get pendingCount(): number {
    return this.pending.size;
  }

  /** Whether nothing is on its way: no call, and no result that the grid has not taken up. */
  get isSettled(): boolean {
    return this.pending.size === 0 && this.arrived.size === 0 && this.dirty.size === 0 && this.queue.size === 0;
  }

  /** The same for people who look for what hangs. */
  get whatIsOnItsWay(): string {
    const cells = (some: Iterable<CellRef>): string => [...some].slice(0, 3).map(keyOfCell).join(', ');
    const calls = [...this.pending.values()].map(({ cell }) => cell);
    return [
      `${this.pending.size} sent or queued, such as ${cells(calls)}`,
      `${this.arrived.size} answered, ${cells(this.arrived.values())}`,
      `${this.dirty.size} to be made anew, ${cells(this.dirty.values())}`,
    ].join('; ');
  }

  /** The result of a call, or null while it is on its way. The first request sends it. */
  request(cell: CellRef, definition: FunctionDefinition, parameters: readonly WireValue[]): FunctionResult | null {
    const cellKey = keyOfCell(cell);
    const key = `${definition.id}(${JSON.stringify(parameters)})`;
    this.noteAsked(cellKey, key);
    const records = this.byCell.get(cellKey) ?? new Map<string, CallRecord>();
    this.byCell.set(cellKey, records);
    const record = records.get(key);
    if (record?.result) {
      this.consumed.add(cellKey);
      return record.result;
    }
    if (!record) {
      this.send(records, { key, cell, invocationId: ++this.lastInvocationId, definition, result: null }, parameters);
    }
    return null;
  }

  /** Takes a result in. Results of calls that were dropped meanwhile are ignored. */
  resolve(invocationId: number, result: WireResult): void {
    const record = this.pending.get(invocationId);
    if (!record) {
      return;
    }
    if (!record.definition.isStreaming) {
      this.pending.delete(invocationId);
    }
    record.result = readResult(result);
    const cellKey = keyOfCell(record.cell);
    this.arrived.set(cellKey, record.cell);
    this.consumed.delete(cellKey);
    this.deferRecalculation();
  }

  /** Drops what is known of these cells, so that their next evaluation calls again. */
  forget(cells: readonly CellRef[]): void {
    for (const cellKey of new Set([...knownAmong(cells, this.byCell), ...knownAmong(cells, this.arrived)])) {
      for (const record of this.byCell.get(cellKey)?.values() ?? []) {
        this.drop(record);
      }
      this.byCell.delete(cellKey);
      this.arrived.delete(cellKey);
    }
  }

  /** Drops the records of all cells that a test holds for: a sheet is gone, or rows have moved. */
  forgetWhere(test: (cell: CellRef) => boolean): void {
    const cells = [...this.byCell.values()].flatMap((records) =>
      [...records.values()].slice(0, 1).map((record) => record.cell),
    );
    this.forget(cells.filter(test));
  }

  /** Has these cells calculated anew, their functions called again, as `Range.setDirty` asks for. */
  recalculate(cells: readonly CellRef[]): void {
    this.forget(cells);
    for (const cell of cells) {
      const cellKey = keyOfCell(cell);
      this.dirty.set(cellKey, cell);
      this.started.delete(cellKey);
    }
    this.deferRecalculation();
  }

  /** Fails every call that is on its way, so that no cell waits for an add-in that is gone. */
  failPending(message: string): void {
    for (const invocationId of [...this.pending.keys()]) {
      this.resolve(invocationId, { succeeded: false, message, errorCode: 1 });
    }
    this.queue.clear();
  }

  /** Makes every call that is on its way anew: the add-in that had them is gone. */
  callAgain(): void {
    const cells = [...this.pending.values()].map((record) => record.cell);
    this.pending.clear();
    this.queue.clear();
    this.recalculate(cells);
  }

  /** A run of the grid's engine begins. */
  runStarted(): void {
    this.running = true;
    this.asked.clear();
    this.consumed.clear();
  }

  /** A run ended. Only a finished one says which results were taken up and which records nobody asked for. */
  runEnded(end: RunEnd): void {
    this.running = false;
    if (end === 'finished') {
      this.sweep();
      for (const cellKey of this.consumed) {
        this.arrived.delete(cellKey);
      }
      this.letGoUnasked();
      for (const cellKey of this.started) {
        this.dirty.delete(cellKey);
      }
    }
    this.started.clear();
    this.asked.clear();
    this.consumed.clear();
    this.deferRecalculation();
  }

  private noteAsked(cellKey: string, key: string): void {
    const keys = this.asked.get(cellKey);
    if (keys) {
      keys.add(key);
    } else {
      this.asked.set(cellKey, new Set([key]));
    }
  }

  private send(records: Map<string, CallRecord>, record: CallRecord, parameters: readonly WireValue[]): void {
    records.set(record.key, record);
    this.pending.set(record.invocationId, record);
    if (this.queue.size === 0) {
      this.recalculation.defer(() => this.flush());
    }
    const { invocationId, definition, cell } = record;
    this.queue.set(invocationId, { invocationId, definition, parameters, cell });
  }

  private flush(): void {
    // A run that was going when a sheet was deleted may still have called from it.
    this.forget([...this.queue.values()].map(({ cell }) => cell).filter((cell) => !this.recalculation.exists(cell)));
    const wave = [...this.queue.values()];
    this.queue.clear();
    if (wave.length > 0) {
      this.runtime.invoke(wave);
    }
  }

  private drop(record: CallRecord): void {
    const wasSent = !this.queue.delete(record.invocationId);
    if (this.pending.delete(record.invocationId) && record.definition.isCancelable && wasSent) {
      this.runtime.cancel(record.invocationId);
    }
  }

  private sweep(): void {
    for (const [cellKey, keys] of this.asked) {
      const records = this.byCell.get(cellKey);
      for (const record of [...(records?.values() ?? [])]) {
        if (!keys.has(record.key)) {
          this.drop(record);
          records?.delete(record.key);
        }
      }
    }
  }

  private deferRecalculation(): void {
    if (this.recalculationDeferred || this.running || !this.hasCellsToCalculate()) {
      return;
    }
    this.recalculationDeferred = true;
    this.recalculation.defer(() => {
      this.recalculationDeferred = false;
      this.forgetGone();
      if (!this.running && this.hasCellsToCalculate()) {
        const cells = new Map([...this.arrived, ...this.dirty]);
        [...cells.keys()].forEach((cellKey) => this.started.add(cellKey));
        this.recalculation.start([...cells.values()]);
      }
    });
  }

  /**
   * A run that was going when rows moved may have called from places where no formula is any more. Such a result is never taken
   * up: the run that was started for it asked for nothing there.
   */
  private letGoUnasked(): void {
    const unasked = [...this.started].filter((cellKey) => !this.asked.has(cellKey));
    this.forget(unasked.flatMap((cellKey) => this.arrived.get(cellKey) ?? []));
  }

  /** A run that was going when a sheet was deleted may still have called from it; no run will ever take such results up. */
  private forgetGone(): void {
    const gone = [...this.arrived.values(), ...this.dirty.values()].filter((cell) => !this.recalculation.exists(cell));
    this.forget(gone);
    gone.forEach((cell) => this.dirty.delete(keyOfCell(cell)));
  }

  private hasCellsToCalculate(): boolean {
    return this.arrived.size > 0 || this.dirty.size > 0;
  }
}
