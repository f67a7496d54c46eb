import type { Mapping } from '../../../src/bills/mapping/mapping';
import type { TextReading } from '../../../src/formats/file/text-table';
import { PaneFailure } from '../../../src/taskpane/contract/failure';
import type {
  ImportDecision,
  ImportPreview,
  ImportReport,
  ImportServices,
  ImportSession,
  OpenedImport,
  OpenLedger,
  Reached,
  UserTable,
} from '../../../src/taskpane/contract/import-services';
import type { Step } from '../../../src/taskpane/contract/task';
import { BILLS, RATES } from './bills';

type Method = 'open' | 'workbookTables' | 'reread' | 'preview' | 'load';
type Tell = (at: Reached & Step) => void;

/** Files that are told by their names instead of being read. A test can hold a call, let it report, and make it fail. */
export class MemoryImports implements ImportServices {
  readonly calls: string[] = [];
  /** Sessions that were opened and not closed. */
  openSessions = 0;
  private readonly toHold = new Set<Method>();
  private readonly held = new Map<Method, { release(): void; tell: Tell | null }>();
  private readonly failures = new Map<Method, PaneFailure>();

  hold(method: Method): void {
    this.toHold.add(method);
  }

  release(method: Method): void {
    this.toHold.delete(method);
    this.held.get(method)?.release();
    this.held.delete(method);
  }

  /** Reports from a held call. */
  tell(method: Method, at: Reached | Step): void {
    this.held.get(method)?.tell?.(at as Reached & Step);
  }

  fail(method: Method, what: string, why: string, next: string): void {
    this.failures.set(method, new PaneFailure(what, why, next));
  }

  recover(method: Method): void {
    this.failures.delete(method);
  }

  async open(files: readonly File[], progress: (at: Reached) => void, cancel: AbortSignal): Promise<ImportSession> {
    const [file] = files;
    if (file === undefined) {
      throw new Error('No file was chosen');
    }
    this.calls.push(`open ${files.map(({ name }) => name).join(' and ')}`);
    await this.settle('open', progress as Tell, cancel);
    if (file.name === RATES.fileName) {
      return this.session(RATES, null);
    }
    const found = BILLS[file.name];
    if (!found) {
      throw new PaneFailure(
        `${file.name} cannot be read.`,
        'It is encrypted.',
        'Save it without a password, then try again.',
      );
    }
    const { bill, preview } = found(file.name);
    return this.session(bill, preview);
  }

  async workbookTables(): Promise<readonly UserTable[]> {
    await this.settle('workbookTables', null, null);
    return [{ kind: 'table', name: 'Costs 2024', rows: 1_234 }];
  }

  async openWorkbookTable(table: UserTable, cancel: AbortSignal): Promise<ImportSession> {
    this.calls.push(`open table ${table.name}`);
    await this.settle('open', null, cancel);
    const { bill, preview } = BILLS['focus.csv']!(table.name);
    return this.session({ ...bill, fileKind: 'workbook', reading: null }, preview);
  }

  /** A table of an engine, as if it were a bill. */
  ofLedger(table: string, ledger: OpenLedger): ImportSession {
    const { bill, preview } = BILLS['focus.csv']!(`clickhouse.example.com ${table}`);
    return this.session({ ...bill, fileKind: 'workbook', reading: null, ledger }, preview);
  }

  private session(opened: OpenedImport, preview: ((mapping: Mapping) => ImportPreview) | null): ImportSession {
    this.openSessions += 1;
    const write = async (
      call: string,
      progress: (step: Step) => void,
      cancel: AbortSignal,
      report: ImportReport,
    ): Promise<ImportReport> => {
      this.calls.push(call);
      await this.settle('load', progress as Tell, cancel);
      return report;
    };
    return {
      opened,
      reread: async (reading: TextReading) => {
        this.calls.push(`reread ${reading.encoding} ${reading.delimiter}`);
        await this.settle('reread', null, null);
        this.openSessions -= 1;
        return this.session(opened.kind === 'bill' ? { ...opened, reading } : opened, preview);
      },
      preview: async (table, mapping, progress, cancel) => {
        this.calls.push(`preview ${table}`);
        await this.settle('preview', progress as Tell, cancel);
        if (!preview) {
          throw new Error('Rates have no preview.');
        }
        return preview(mapping);
      },
      load: (decision: ImportDecision, progress, cancel) =>
        write(`load ${JSON.stringify(decision)}`, progress, cancel, {
          source: opened.fileName,
          added: 412,
          removed: decision.replace.length > 0 ? 400 : 0,
          kept: 0,
        }),
      loadRates: (progress, cancel) =>
        write('load rates', progress, cancel, { source: '', added: 125, removed: 0, kept: 2 }),
      report: () => new Blob([`Report on ${opened.fileName}`], { type: 'text/plain' }),
      close: () => {
        this.openSessions -= 1;
      },
    };
  }

  private async settle(method: Method, tell: Tell | null, cancel: AbortSignal | null): Promise<void> {
    if (this.toHold.has(method)) {
      const released = new Promise<void>((release) => this.held.set(method, { release, tell }));
      const cancelled = new Promise<never>((_, reject) =>
        cancel?.addEventListener('abort', () => reject(cancel.reason as Error)),
      );
      await Promise.race([released, cancelled]);
    }
    const failure = this.failures.get(method);
    if (failure) {
      throw failure;
    }
  }
}
