import type { CellValue, RawTable } from '../../src/domain/ledger/table';
import type { AnyTableName } from '../../src/domain/ledger/import-tables';
import { TABLES } from '../../src/domain/ledger/tables';
import { loadTables, type LoadOutcome } from '../../src/workbook/load/table-load';
import type { TablePlan, TablePlanner } from '../../src/workbook/plans/table-plan';
import { takePicture } from './workbook-picture';

/*
 * Runs in the add-in's frame: loads with plans of the test's, whose requests can be counted, held for ever (as if the
 * runtime had died there), or given something to come between.
 */

/** The rows of one source, which replace those that it had. */
export interface SourceRows {
  readonly table: AnyTableName;
  readonly source: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns that the table may have, the last of each row. */
  readonly optional?: readonly string[];
}

export interface LoadSettings {
  /** The request, counted from 1, at which the plug is pulled, and whether it still reaches Excel. */
  readonly dieAt?: { readonly request: number; readonly sent: boolean };
  /** The request, counted from 1, that the host does not answer. */
  readonly failAt?: number;
  /** Cancels when so many rows are written. */
  readonly cancelAt?: number;
  /** Before this request, a co-author inserts a row at the top of AIClients. */
  readonly intrudeAt?: number;
  /** Before this request, a co-author makes the table AIReturns, with one row, if it is not there yet. */
  readonly madeAt?: number;
  /** Holds this request of the take-back until the driver's `held` is false again, so that the user can begin to edit a cell. */
  readonly holdAt?: number;
}

export interface LoadRecord {
  readonly outcome: LoadOutcome | null;
  readonly failure: string | null;
  readonly requests: number;
  readonly waited: boolean;
  readonly died: boolean;
}

const real = (window as unknown as { Excel: typeof Excel }).Excel;
/** What watches the next runs, one each. */
let watches: ((context: Excel.RequestContext) => void)[] = [];

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Takes the place of `Excel.run` in this bundle only: the pane goes on with its own requests. */
function watchedRun<T>(...given: [Batch<T>] | [Excel.RunOptions, Batch<T>]): Promise<T> {
  const [options, batch] = given.length === 2 ? given : [{}, given[0]];
  const watch = watches.shift();
  // A run that is watched is one of a host that does not know `delayForCellEdit`.
  return real.run(watch === undefined ? options : {}, (context) => {
    watch?.(context);
    return batch(context);
  });
}

const driver = { load, picture: takePicture, run: watchedRun, waited: false, held: false, refusals: [] as string[] };

declare global {
  interface Window {
    loadDriver: typeof driver;
  }
}
window.loadDriver = driver;

async function load(
  sources: readonly SourceRows[],
  settings: LoadSettings = {},
  isCounted = false,
): Promise<LoadRecord> {
  const aborter = new AbortController();
  let requests = 0;
  let died: (record: LoadRecord) => void = () => undefined;
  const death = new Promise<LoadRecord>((resolve) => (died = resolve));
  const record = (rest: Partial<LoadRecord>): LoadRecord => ({
    outcome: null,
    failure: null,
    requests,
    waited: driver.waited,
    died: false,
    ...rest,
  });

  driver.waited = false;
  driver.refusals = [];
  const watch = (context: Excel.RequestContext): void => {
    const sync = context.sync.bind(context);
    context.sync = async <T>(passed?: T): Promise<T> => {
      requests += 1;
      if (settings.intrudeAt === requests) {
        await insertRowAtTop();
      }
      if (settings.madeAt === requests) {
        await makeReturns();
      }
      if (settings.failAt === requests) {
        throw new Error('The session has ended.');
      }
      if (settings.dieAt?.request === requests) {
        if (settings.dieAt.sent) {
          await sync();
        }
        died(record({ died: true }));
        return new Promise(() => undefined);
      }
      return sync(passed);
    };
  };
  if (Object.keys(settings).length > 0 || isCounted) {
    watches = [watch, ...(settings.holdAt === undefined ? [] : [holdAt(settings.holdAt)])];
  }
  const loading = loadTables(sources.map(plannerOf), {
    cancel: aborter.signal,
    progress: {
      waiting: () => (driver.waited = true),
      reading: () => undefined,
      writing: (done) => {
        if (settings.cancelAt !== undefined && done >= settings.cancelAt) {
          aborter.abort();
        }
      },
    },
  }).then(
    (outcome) => record({ outcome }),
    (failure: unknown) => record({ failure: String(failure) }),
  );
  return Promise.race([loading, death]);
}

/** Holds one request of a run until `held` is false again; it is refused then if the user is editing a cell. */
function holdAt(request: number): (context: Excel.RequestContext) => void {
  return (context) => {
    const sync = context.sync.bind(context);
    let requests = 0;
    context.sync = async <T>(passed?: T): Promise<T> => {
      requests += 1;
      if (requests === request) {
        driver.held = true;
        while (driver.held) {
          await new Promise(requestAnimationFrame);
        }
      }
      return sync(passed).catch((failure: OfficeExtension.Error) => {
        driver.refusals.push(failure.code);
        throw failure;
      });
    };
  };
}

async function insertRowAtTop(): Promise<void> {
  await real.run(async (context) => {
    const row = TABLES.AIClients.columns.map(({ name }) => (name === 'Client' ? 'Intruder' : ''));
    const table = context.workbook.tables.getItem('AIClients').load('name');
    const header = table.getHeaderRowRange().load('columnCount');
    await context.sync();
    table.rows.add(0, [[...row, ...Array.from({ length: header.columnCount - row.length }, () => '')]]);
    await context.sync();
  });
}

async function makeReturns(): Promise<void> {
  await real.run(async (context) => {
    const { name, sheet, columns } = TABLES.AIReturns;
    const found = context.workbook.tables.getItemOrNullObject(name);
    await context.sync();
    if (!found.isNullObject) {
      return;
    }
    const row = columns.map((column) => (column.name === 'Source' ? 'theirs' : ''));
    const made = context.workbook.worksheets.add(sheet);
    const range = made.getRangeByIndexes(0, 0, 2, columns.length);
    range.values = [columns.map((column) => column.name), row];
    made.tables.add(range, true).name = name;
    await context.sync();
  });
}

function plannerOf({ table, source, rows, optional }: SourceRows): TablePlanner {
  return {
    name: table,
    plan: (existing: RawTable | null): TablePlan => {
      const at = existing?.header.indexOf('Source') ?? -1;
      const removed = (existing?.rows ?? []).flatMap((cells, row) => (cells[at] === source ? [row] : []));
      const kept = (existing?.rows.length ?? 0) - removed.length;
      return { replaced: [], removed, added: rows, kept, ...(optional === undefined ? {} : { optional }) };
    },
  };
}
