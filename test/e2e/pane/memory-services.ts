import type { Book } from '../../../src/domain/ledger/book';
import type { TableName } from '../../../src/domain/ledger/tables';
import { PaneFailure } from '../../../src/taskpane/contract/failure';
import { fetchFunctions, type FunctionInfo } from '../../../src/taskpane/contract/function-catalogue';
import type { PlanServices } from '../../../src/taskpane/contract/plan-services';
import type { ReportServices } from '../../../src/taskpane/contract/report-services';
import { planList } from '../../../src/taskpane/plan/office/plan-list';
import { planOf } from '../../../src/taskpane/plan/office/plan-of';
import type { RawTable } from '../../../src/domain/ledger/table';
import type { LoadedServices } from '../../../src/taskpane/contract/loaded-services';
import { loadedBills, removalOfBill } from '../../../src/workbook/plans/loaded-bills';
import { reportPreview } from '../../../src/taskpane/report/office/report-preview';
import { reportState } from '../../../src/taskpane/report/office/report-state';
import type { StandingReport } from '../../../src/workbook/report/report-sheet';
import type { BudgetServices } from '../../../src/taskpane/contract/budget-services';
import { previewBudget } from '../../../src/taskpane/data/office/budget-rows';
import { previewSplit, splitKey } from '../../../src/taskpane/data/office/split-rows';
import type { SplitDraft, SplitPreview, SplitServices } from '../../../src/taskpane/contract/split-services';
import { planSharedCost } from '../../../src/workbook/plans/shared-plan';
import { planBudgets } from '../../../src/workbook/plans/budget-plan';
import type { ReferenceSetId } from '../../../src/taskpane/contract/reference-data';
import type {
  ActiveCell,
  CellOfResult,
  ExplainedCall,
  FormulaPlace,
  LoadOutcome,
  Mark,
  PaneServices,
  WrittenCall,
} from '../../../src/taskpane/contract/services';
import { clientGroups } from '../../../src/taskpane/office/client-lines';
import type {
  ClientGroup,
  ClientLine,
  Grouping,
  ShownOtherwise,
  Snapshot,
} from '../../../src/taskpane/contract/snapshot';
import type { Progress } from '../../../src/taskpane/contract/task';
import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { evaluateNested, explainResolved } from '../../../src/taskpane/explain/call-explanation';
import { ENGLISH_STYLE, type FormulaStyle } from '../../../src/workbook/formulas/formula-style';
import { bookOfFile, REFERENCE_WORKBOOK } from '../../golden/workbook-file';
import { resolveInMemory } from './memory-arguments';
import { MemoryImports } from './memory-imports';
import { MemoryLedgers } from './memory-ledgers';
import { MemoryReference } from './memory-reference';
import { MemorySharing } from './memory-sharing';
import { MemoryStep } from './memory-step';
import { loadedWorkbook } from './workbooks';
import { atOnce } from '../../../src/domain/ledger/steps';

type Method =
  | 'snapshot'
  | 'loadReferenceData'
  | 'recalculate'
  | 'insertFormula'
  | 'select'
  | 'activeCell'
  | 'selectedAddress'
  | 'explain'
  | 'rewriteFormula'
  | 'writeNote'
  | 'markRow'
  | 'functions'
  | 'imports'
  | 'sharing'
  | 'referenceData'
  | 'plans'
  | 'report';

/** A workbook in memory behind the pane. A test can hold a call, let it report steps, make it fail, and change the data. */
export class MemoryServices implements PaneServices {
  readonly version = '1.0.0';
  readonly helpUrl = 'https://help.test/';
  readonly calls: string[] = [];
  readonly bills = new MemoryImports();
  readonly engines = new MemoryLedgers(this.bills);
  readonly checks = new MemorySharing();
  readonly inStep = new MemoryStep();
  /** The data that ships, beside what the pane shows of the tables. */
  readonly reference = new MemoryReference(this.calls, () => this.change({}));
  /** What the functions compute from; not the same as what the pane shows of it. */
  book: Book = bookOfFile(REFERENCE_WORKBOOK);
  /** What else becomes of a row that is marked. */
  onMark: ((row: number, mark: Mark) => void) | null = null;
  /** What stands in cells, by their addresses with their sheet. */
  readonly cells: Record<string, unknown> = {};
  cell: ActiveCell = { address: 'Sheet1!B2', sheet: 'Sheet1', row: 1, column: 1, formula: '', text: '', anchor: null };
  selected = 'Sheet1!A1';
  unwatched: readonly TableName[] = [];
  otherwise: readonly ShownOtherwise[] = [];
  style: FormulaStyle = ENGLISH_STYLE;
  standing: StandingReport | null = null;
  private readonly selectionListeners = new Set<() => void>();
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
    for (const listener of this.listeners) {
      listener();
    }
  }

  changeClient(name: string, part: Partial<ClientLine>): void {
    const clients = this.workbook.clients.map((client) => (client.name === name ? { ...client, ...part } : client));
    this.change({ clients, changedAt: new Date() });
  }

  async snapshot(): Promise<Snapshot> {
    await this.settle('snapshot', null);
    return this.workbook;
  }

  async clientGroups(by: Exclude<Grouping, 'none'>): Promise<readonly ClientGroup[]> {
    return atOnce(clientGroups(this.book, by));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async loadReferenceData(set: ReferenceSetId, progress: Progress): Promise<LoadOutcome> {
    this.calls.push(set === 'article' ? 'load' : `load ${set}`);
    await this.settle('loadReferenceData', progress);
    if (set !== 'article') {
      return this.reference.load(set);
    }
    this.change(loadedWorkbook());
    return { added: 304, replaced: 0, kept: 0, removed: 0, tables: ['AIClients', 'AIReturns', 'AIRates'] };
  }

  /** What stands in AIImports. */
  log: RawTable | null = null;

  async loaded(): Promise<LoadedServices> {
    const tables = (): { clients: RawTable | null; log: RawTable | null } => ({
      clients: this.reference.tables.AIClients,
      log: this.log,
    });
    return {
      bills: async () => atOnce(loadedBills(tables())),
      remove: async (bill) => {
        this.calls.push(`remove ${bill.source}`);
        for (const { name, steps } of removalOfBill(bill.source)) {
          const existing = name === 'AIClients' ? tables().clients : this.log;
          const removed = new Set(existing === null ? [] : atOnce(steps(existing, new Map())).removed);
          const left = existing && { ...existing, rows: existing.rows.filter((_, row) => !removed.has(row)) };
          if (name === 'AIImports') {
            this.log = left;
          } else {
            this.reference.tables = { ...this.reference.tables, AIClients: left };
          }
        }
        this.change({});
        return { added: 0, replaced: 0, kept: 0, removed: bill.rows, tables: ['AIClients', 'AIImports'] };
      },
    };
  }

  async referenceData(): Promise<MemoryReference> {
    await this.settle('referenceData', null);
    return this.reference;
  }

  async budgets(): Promise<BudgetServices> {
    return {
      preview: async (draft) => previewBudget(draft, this.book, this.reference.tables.AIBudgets, this.style),
      load: async (rows) => {
        this.calls.push(`budget ${rows.map(({ from, amount }) => `${from} ${amount}`).join(', ')}`);
        return this.reference.carryOut([{ name: 'AIBudgets', plan: (existing) => planBudgets(existing, rows) }]);
      },
    };
  }

  async sharedCost(): Promise<SplitServices> {
    const { tables } = this.reference;
    const of = (draft: SplitDraft): SplitPreview => previewSplit(draft, tables.AIClients, tables.AIRates, this.style);
    return {
      preview: async (draft) => of(draft),
      split: async (draft) => {
        this.calls.push(`split ${draft.kind}`);
        const found = of(draft);
        if (found.kind === 'open') {
          throw new PaneFailure('The shared cost was not split.', found.message, '');
        }
        await this.reference.carryOut([
          {
            name: 'AIClients',
            plan: (existing) => planSharedCost(existing, tables.AIRates, splitKey(draft, this.style)).plan,
          },
        ]);
        return found;
      },
    };
  }

  async report(): Promise<ReportServices> {
    return {
      state: async () => {
        await this.settle('report', null);
        await fetchLateCode();
        return reportState(this.book, this.standing);
      },
      preview: async (draft) => {
        await fetchLateCode();
        return reportPreview(this.book, draft);
      },
      make: async (draft) => {
        this.calls.push(`report ${draft.client} ${draft.period} ${draft.by}: ${draft.sections.join(' ')}`);
        const isNew = this.standing === null;
        this.standing ??= {
          sheet: 'AI Report',
          area: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
          choices: null,
        };
        return { sheet: this.standing.sheet, isNew };
      },
      addTemplate: async (id) => {
        this.calls.push(`template ${id}`);
        return { sheet: id };
      },
    };
  }

  async plans(): Promise<PlanServices> {
    return {
      list: async (year) => {
        await this.settle('plans', null);
        return planList(this.book, year);
      },
      plan: async (subject) => {
        await fetchLateCode();
        return planOf(this.book, subject);
      },
    };
  }

  async recalculate(progress: Progress, cancel: AbortSignal): Promise<{ cells: number }> {
    this.calls.push('recalculate');
    const cancelled = new Promise<never>((_, reject) => {
      cancel.addEventListener('abort', () => reject(cancel.reason as Error));
    });
    await Promise.race([this.settle('recalculate', progress), cancelled]);
    return { cells: 10_000 };
  }

  async unwatchedTables(): Promise<readonly TableName[]> {
    return this.unwatched;
  }

  async shownOtherwise(): Promise<readonly ShownOtherwise[]> {
    return this.otherwise;
  }

  async watchTables(): Promise<readonly string[]> {
    this.calls.push('watch');
    const watched = this.unwatched;
    this.unwatched = [];
    return watched;
  }

  async insertFormula(formulaOn: (sheet: string) => string): Promise<{ address: string; formula: string }> {
    const formula = formulaOn(this.cell.sheet);
    this.calls.push(`insert ${formula}`);
    await this.settle('insertFormula', null);
    return { address: this.cell.address, formula };
  }

  /** How many listen to the selection. */
  get followers(): number {
    return this.selectionListeners.size;
  }

  /** Makes another cell the active one, as the user would. */
  goTo(cell: Partial<ActiveCell>): void {
    this.cell = { ...this.cell, text: '', anchor: null, ...cell };
    for (const listener of this.selectionListeners) {
      listener();
    }
  }

  async activeCell(): Promise<ActiveCell> {
    await this.settle('activeCell', null);
    return this.cell;
  }

  onSelection(listener: () => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  async selectedAddress(): Promise<string> {
    await this.settle('selectedAddress', null);
    return this.selected;
  }

  async explain(call: WrittenCall, _place: FormulaPlace, at?: CellOfResult): Promise<ExplainedCall> {
    await this.settle('explain', null);
    await fetchLateCode();
    return explainResolved(
      call,
      resolveInMemory(call.arguments, this.cells, this.cell.sheet, evaluateNested(this.book)),
      this.book,
      at,
    );
  }

  async rewriteFormula(cell: ActiveCell, formula: string): Promise<void> {
    this.calls.push(`rewrite ${cell.address} ${formula}`);
    await this.settle('rewriteFormula', null);
    this.goTo({ formula });
  }

  async writeNote(cell: ActiveCell, text: string): Promise<{ address: string }> {
    this.calls.push(`note ${cell.address} ${text}`);
    await this.settle('writeNote', null);
    return { address: 'Sheet1!C2' };
  }

  async functions(): Promise<readonly FunctionInfo[]> {
    await this.settle('functions', null);
    return fetchFunctions(new URL('functions.json', location.href));
  }

  async imports(): Promise<MemoryImports> {
    await this.settle('imports', null);
    return this.bills;
  }

  async ledgers(): Promise<MemoryLedgers> {
    return this.engines;
  }

  async sharing(): Promise<MemorySharing> {
    await this.settle('sharing', null);
    return this.checks;
  }

  async formulaStyle(): Promise<FormulaStyle> {
    return this.style;
  }

  async markRow(table: TableName, row: number, mark: Mark): Promise<void> {
    this.calls.push(`mark ${table} ${row} ${mark}`);
    await this.settle('markRow', null);
    this.onMark?.(row, mark);
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
    if (failure) {
      throw failure;
    }
  }
}
