import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { TextReading } from '../../formats/file/text-table';
import { asFailure } from '../contract/failure';
import type { ImportReport, ImportServices, ImportSession, Reached, UserTable } from '../contract/import-services';
import type { Task } from '../contract/task';
import type { DraftChange } from './bill-draft';
import { filesName, loadedText } from './import-phrases';
import { type ImportState, nextState, NOTHING_CHOSEN } from './import-state';
import { timedReading } from './reading-bar';

/** An import and what the user can do with it. */
export interface RunningImport {
  readonly state: ImportState;
  /** Several files are one bill. `encoding`: how their text is to be read, if the user says so. */
  openFiles(files: readonly File[], encoding?: string): void;
  openTable(table: UserTable): void;
  openLedger(name: string, open: Open): void;
  cancelOpening(): void;
  change(change: DraftChange): void;
  reread(reading: TextReading): void;
  /** The load as a task of the pane. `client`: whom a formula is offered for afterwards; `noun`: what is loaded. */
  loading(load: Load, what: { count: string; noun: string; client: string | null }): Task;
  another(): void;
}

type Load = (session: ImportSession, ...args: Parameters<ImportSession['loadRates']>) => Promise<ImportReport>;
export type Open = (progress: (at: Reached) => void, cancel: AbortSignal) => Promise<ImportSession>;

/**
 * One import at a time, from the choice to the report. Its reader is freed when it ends, is replaced or the view goes.
 *
 * @param correcting the earlier import that a bill is to correct; null for none
 */
// eslint-disable-next-line max-lines-per-function -- steps over the same state of the import
export function useImport(imports: ImportServices, correcting: string | null): RunningImport {
  const [state, dispatch] = useReducer(nextState, NOTHING_CHOSEN);
  const session = useRef<ImportSession | null>(null);
  const opening = useRef<AbortController | null>(null);
  /** Settles when no load runs: before, its session must not be closed. */
  const written = useRef<Promise<unknown>>(Promise.resolve());

  const leave = (): void => {
    opening.current?.abort();
    opening.current = null;
    const left = session.current;
    session.current = null;
    if (left) {
      void written.current.then(() => left.close());
    }
  };
  // At once, not after the next frame: a load that ends in between would report to a view that is gone.
  useLayoutEffect(() => leave, []);

  const start = async (name: string, files: readonly File[] | null, open: Open): Promise<void> => {
    leave();
    const own = new AbortController();
    opening.current = own;
    dispatch({ kind: 'chosen', name });
    const progress = timedReading((reading) => {
      if (!own.signal.aborted) {
        dispatch({ kind: 'progress', reading });
      }
    });
    try {
      const opened = await open(progress, own.signal);
      if (own.signal.aborted) {
        return opened.close();
      }
      session.current = opened;
      dispatch({ kind: 'opened', session: opened, correcting });
    } catch (thrown) {
      if (!own.signal.aborted) {
        dispatch({ kind: 'failed', failure: asFailure(thrown), files });
      }
    }
  };

  const rereadAs = async (reading: TextReading): Promise<void> => {
    const from = session.current;
    if (from === null) {
      return;
    }
    dispatch({ kind: 'rereading' });
    try {
      const again = await from.reread(reading);
      if (session.current !== from) {
        return again.close();
      }
      session.current = again;
      dispatch({ kind: 'reread', session: again, correcting });
    } catch (thrown) {
      if (session.current === from) {
        dispatch({ kind: 'reread-failed', failure: asFailure(thrown) });
      }
    }
  };

  return {
    state,
    openFiles: (files, encoding) =>
      void start(filesName(files), files, (progress, cancel) =>
        imports.open(files, progress, cancel, encoding === undefined ? undefined : { encoding }),
      ),
    openTable: (table) => void start(table.name, null, (_, cancel) => imports.openWorkbookTable(table, cancel)),
    openLedger: (name, open) => void start(name, null, open),
    cancelOpening: () => {
      leave();
      dispatch({ kind: 'cancelled' });
    },
    change: (change) => dispatch({ kind: 'draft', change }),
    reread: (reading) => void rereadAs(reading),
    loading: (load, { count, noun, client }) => ({
      doing: `Loading ${count}…`,
      isLoad: true,
      cancelled: 'Loading was cancelled. The workbook is as it was.',
      work: async (progress, cancel) => {
        const loaded = session.current;
        if (loaded === null) {
          return null;
        }
        const writing = load(loaded, progress, cancel);
        written.current = writing.catch(() => undefined);
        const report = await writing;
        // The view may have gone on meanwhile; then the bar at the foot tells what came of it.
        if (session.current !== loaded) {
          return loadedText(report, noun);
        }
        dispatch({ kind: 'loaded', report, client });
        return null;
      },
    }),
    another: () => {
      leave();
      dispatch({ kind: 'another' });
    },
  };
}
