/**
 * Keeps workbooks in the browser, so that they survive a reload, a crash and a new workbook in their place.
 */

const DATABASE = 'local-workbook';
const WORKBOOKS = 'workbooks';
const JOURNAL = 'journal';
const EARLIER = 'earlier';
/** So many workbooks that made place for others are kept. */
const EARLIER_KEPT = 5;

function request<T>(made: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    made.onsuccess = () => resolve(made.result);
    made.onerror = () => reject(made.error ?? new Error("The browser's storage failed."));
  });
}

/** Where there is no room left, a transaction fails whose requests all went well. */
function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage took nothing."));
  });
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 2);
  opening.onupgradeneeded = () => {
    const { result: database } = opening;
    for (const name of [WORKBOOKS, JOURNAL, EARLIER]) {
      if (!database.objectStoreNames.contains(name)) {
        database.createObjectStore(name);
      }
    }
  };
  return request(opening);
}

/** A workbook as it is kept. */
export interface KeptWorkbook {
  /** The number of the last entry of the journal that it contains. */
  readonly journaled?: number;
}

/** A workbook that made place for another. */
export interface EarlierWorkbook {
  /** When it was put away, in milliseconds since 1970. */
  readonly time: number;
  /** What it is recognised by. */
  readonly title: string;
}

/**
 * One saved workbook in IndexedDB, the journal of what was changed in it since, and the workbooks that stood in its place before.
 * Where the browser does not take something, `blockedBecause` says so; each attempt is made anew.
 *
 * The database stays open: a page that is left has no time to open it, but what it hands over is still written.
 */
export class WorkbookStore<T extends KeptWorkbook, Change> {
  private problem: string | null = null;
  private database: IDBDatabase | null = null;

  constructor(private readonly key: string) {}

  /** Why the last attempt failed, so that what is in the store is older; null where all is well. */
  get blockedBecause(): string | null {
    return this.problem;
  }

  /** The saved workbook, or null. */
  async load(): Promise<T | null> {
    const found = await this.attempt(
      WORKBOOKS,
      'readonly',
      (store) => store(WORKBOOKS).get(this.key) as IDBRequest<T | undefined>,
    );
    return found ?? null;
  }

  /**
   * What was changed after the entry of this number: the entries that follow it without a gap. Behind a gap stands what cannot be
   * made again, because something before it is missing.
   */
  async loadJournal(after: number): Promise<{ readonly changes: readonly Change[]; readonly last: number }> {
    const range = this.range(after + 1);
    const entries = await this.attempt(
      JOURNAL,
      'readonly',
      (store) => store(JOURNAL).getAll(range) as IDBRequest<Change[][]>,
    );
    const keys = await this.attempt(JOURNAL, 'readonly', (store) => store(JOURNAL).getAllKeys(range));
    const numbers = (keys ?? []).map((key) => (key as [string, number])[1]);
    const whole = (entries ?? []).filter((_, index) => numbers[index] === after + 1 + index);
    const last = after + whole.length;
    if (numbers.length > whole.length) {
      // The next entry must not close the gap.
      await this.attempt(JOURNAL, 'readwrite', (store) => store(JOURNAL).delete(this.range(last + 1)));
    }
    return { changes: whole.flat(), last };
  }

  /** Saves the workbook, which makes the journal up to its number superfluous. */
  async save(workbook: T): Promise<void> {
    await this.attempt([WORKBOOKS, JOURNAL], 'readwrite', (store) => {
      store(JOURNAL).delete(this.range(0, workbook.journaled ?? 0));
      return store(WORKBOOKS).put(workbook, this.key);
    });
  }

  /** Writes an entry of the journal. */
  async note(number: number, changes: readonly Change[]): Promise<void> {
    await this.attempt(JOURNAL, 'readwrite', (store) => store(JOURNAL).put(changes, [this.key, number]));
  }

  /** Puts another workbook in the place of the saved one, or none. */
  async replace(workbook: T | null): Promise<void> {
    await this.attempt([WORKBOOKS, JOURNAL], 'readwrite', (store) => {
      store(JOURNAL).delete(this.range(0));
      const workbooks = store(WORKBOOKS);
      return (
        workbook === null ? workbooks.delete(this.key) : workbooks.put(workbook, this.key)
      ) as IDBRequest<unknown>;
    });
  }

  /** Keeps a workbook that makes place for another; of those kept the oldest goes. */
  async putAway(workbook: T, title: string): Promise<void> {
    const before = await this.earlier();
    await this.attempt(EARLIER, 'readwrite', (store) => {
      before.slice(EARLIER_KEPT - 1).forEach(({ time, title: old }) => store(EARLIER).delete([this.key, time, old]));
      return store(EARLIER).put(workbook, [this.key, Date.now(), title]);
    });
  }

  /** The workbooks that were put away, the latest first. */
  async earlier(): Promise<readonly EarlierWorkbook[]> {
    const keys = await this.attempt(EARLIER, 'readonly', (store) => store(EARLIER).getAllKeys(this.range(0)));
    return (keys ?? [])
      .map((key) => key as [string, number, string])
      .map(([, time, title]) => ({ time, title }))
      .reverse();
  }

  /** One of the workbooks that were put away; null where it is gone. */
  async loadEarlier({ time, title }: EarlierWorkbook): Promise<T | null> {
    const found = await this.attempt(
      EARLIER,
      'readonly',
      (store) => store(EARLIER).get([this.key, time, title]) as IDBRequest<T | undefined>,
    );
    return found ?? null;
  }

  /** The keys of this workbook's entries from one number to another, or to the end. */
  private range(from: number, to?: number): IDBKeyRange {
    // An array comes after every number.
    return IDBKeyRange.bound([this.key, from], [this.key, to ?? []]);
  }

  private async attempt<R>(
    names: string | string[],
    mode: IDBTransactionMode,
    action: (store: (name: string) => IDBObjectStore) => IDBRequest<R>,
  ): Promise<R | null> {
    try {
      const database = this.database ?? (await this.openDatabase());
      const transaction = database.transaction(names, mode);
      const done = completed(transaction);
      const made = request(action((name) => transaction.objectStore(name)));
      // A page that is left hears no answer, and what waits for one would be taken back.
      transaction.commit();
      const [answer] = await Promise.all([made, done]);
      this.problem = null;
      return answer;
    } catch (error) {
      // Whatever failed, the next attempt begins at the beginning.
      this.database = null;
      this.problem = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  private async openDatabase(): Promise<IDBDatabase> {
    const database = await open();
    // The browser may close it, and a page of a newer version asks for that.
    database.onclose = () => (this.database = null);
    database.onversionchange = () => {
      database.close();
      this.database = null;
    };
    this.database = database;
    return database;
  }
}
