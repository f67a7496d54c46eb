import type { ClientLine, LoadReport, PaneServices, Progress, Snapshot } from '../../../src/taskpane/services';
import { PaneFailure } from '../../../src/taskpane/services';
import { loadedWorkbook } from './workbooks';

type Method = 'snapshot' | 'loadReferenceData' | 'recalculate' | 'insertFormula' | 'select';

/** A workbook in memory behind the pane. A test can hold a call, let it report steps, make it fail, and change the data. */
export class MemoryServices implements PaneServices {
  readonly version = '1.0.0';
  readonly helpUrl = 'https://help.test/';
  readonly calls: string[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly failures = new Map<Method, PaneFailure | Error>();
  private readonly held = new Map<Method, { release(): void; progress: Progress | null }>();
  private readonly toHold = new Set<Method>();

  constructor(public workbook: Snapshot) {}

  /** Makes calls of a method wait until `release`. */
  hold(method: Method): void {
    this.toHold.add(method);
  }

  release(method: Method): void {
    this.toHold.delete(method);
    this.held.get(method)?.release();
    this.held.delete(method);
  }

  /** Reports a step of a held call. */
  step(method: Method, step: Parameters<Progress>[0]): void {
    this.held.get(method)?.progress?.(step);
  }

  /** Makes calls of a method fail until `recover`. */
  fail(method: Method, what: string, why: string, next: string, kind: 'failed' | 'editing' = 'failed'): void {
    this.failures.set(method, new PaneFailure(what, why, next, kind));
  }

  /** Makes calls of a method throw what nobody foresaw. */
  breakDown(method: Method, message: string): void {
    this.failures.set(method, new Error(message));
  }

  recover(method: Method): void {
    this.failures.delete(method);
  }

  /** Puts another state of the workbook in place and tells the pane. */
  change(part: Partial<Snapshot>): void {
    this.workbook = { ...this.workbook, ...part };
    for (const listener of this.listeners) listener();
  }

  changeClient(name: string, part: Partial<ClientLine>): void {
    const clients = this.workbook.clients.map((client) => (client.name === name ? { ...client, ...part } : client));
    this.change({ clients, changedAt: new Date() });
  }

  async snapshot(): Promise<Snapshot> {
    await this.settle('snapshot', null);
    return this.workbook;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async loadReferenceData(progress: Progress): Promise<LoadReport> {
    this.calls.push('load');
    await this.settle('loadReferenceData', progress);
    this.change(loadedWorkbook());
    return { added: 304, replaced: 0, kept: 0, removed: 0, tables: ['AIClients', 'AIReturns', 'AIRates'] };
  }

  async recalculate(progress: Progress, cancel: AbortSignal): Promise<{ cells: number }> {
    this.calls.push('recalculate');
    const cancelled = new Promise<never>((_, reject) => {
      cancel.addEventListener('abort', () => reject(cancel.reason as Error));
    });
    await Promise.race([this.settle('recalculate', progress), cancelled]);
    return { cells: 10_000 };
  }

  async insertFormula(formula: string): Promise<{ address: string }> {
    this.calls.push(`insert ${formula}`);
    await this.settle('insertFormula', null);
    return { address: 'Sheet1!B2' };
  }

  async select(table: string, row: number | null): Promise<void> {
    this.calls.push(`select ${table} ${row}`);
    await this.settle('select', null);
  }

  private async settle(method: Method, progress: Progress | null): Promise<void> {
    if (this.toHold.has(method)) {
      await new Promise<void>((release) => this.held.set(method, { release, progress }));
    }
    const failure = this.failures.get(method);
    if (failure) throw failure;
  }
}
