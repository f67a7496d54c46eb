/**
 * Keeps workbooks in the browser, so that they survive a reload, a crash and a new workbook in their place.
 */

const DATABASE = 'local-workbook';
const WORKBOOKS = 'workbooks';
const JOURNAL = 'journal';
const EARLIER = 'earlier';
const UNSHARED = 'unshared';
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
  const opening = indexedDB.open(DATABASE, 3);
  opening.onupgradeneeded = () => {
    const { result: database } = opening;
    for (const name of [WORKBOOKS, JOURNAL, EARLIER, UNSHARED]) {
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

/** What is kept of a workbook. */
export interface Kept<T, Change> {
  /** As it was saved last; null if it never was. */
  readonly workbook: T | null;
  /** What was changed after that: the entries of the journal that follow it without a gap. */
  readonly changes: readonly Change[];
  /** The number of the last of them. */
  readonly last: number;
  /** More entries stand behind a gap: they cannot be made again, because something before them is missing. */
  readonly hasGap: boolean;
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
 * If the browser does not take something, `blockedBecause` says so; each attempt is made anew.
 *
 * The database stays open: a page that is left has no time to open it, but what it hands over is still written.
 */
export class WorkbookStore<T extends KeptWorkbook, Change> {
  private problem: string | null = null;
  private database: IDBDatabase | null = null;

  constructor(private readonly key: string) {}

  /** Why the last attempt failed, so that what is in the store is older; null if all is well. */
  get blockedBecause(): string | null {
    return this.problem;
  }

  /** The saved workbook and what was changed in it since, as of one moment: both may be being written by another page. */
  async load(): Promise<Kept<T, Change>> {
    const found = await this.attempt([WORKBOOKS, JOURNAL], 'readonly', (store) =>
      Promise.all([
        request(store(WORKBOOKS).get(this.key) as IDBRequest<T | undefined>),
        request(store(JOURNAL).getAll(this.range(0)) as IDBRequest<Change[][]>),
        request(store(JOURNAL).getAllKeys(this.range(0))),
      ]),
    );
    const [workbook, entries, keys] = found ?? [undefined, [], []];
    const saved = workbook?.journaled ?? 0;
    const later = entries.flatMap((changes, at) => {
      const [, number] = keys[at] as [string, number];
      return number > saved ? [{ number, changes }] : [];
    });
    const whole = later.filter(({ number }, index) => number === saved + 1 + index);
    return {
      workbook: workbook ?? null,
      changes: whole.flatMap(({ changes }) => changes),
      last: saved + whole.length,
      hasGap: later.length > whole.length,
    };
  }

  /** Forgets the entries of the journal behind one: they stand behind a gap, which the next entry must not close. */
  async forgetAfter(last: number): Promise<void> {
    await this.attempt(JOURNAL, 'readwrite', (store) => request(store(JOURNAL).delete(this.range(last + 1))));
  }

  /** Saves the workbook, which makes the journal up to its number superfluous. */
  async save(workbook: T): Promise<void> {
    await this.attempt([WORKBOOKS, JOURNAL], 'readwrite', (store) =>
      // First what the browser may refuse at once, such as a copy that it has no memory for: nothing is asked for behind that.
      Promise.all([
        request(store(WORKBOOKS).put(workbook, this.key)),
        request(store(JOURNAL).delete(this.range(0, workbook.journaled ?? 0))),
      ]),
    );
  }

  /** Writes an entry of the journal. */
  async note(number: number, changes: readonly Change[]): Promise<void> {
    await this.attempt(JOURNAL, 'readwrite', (store) => request(store(JOURNAL).put(changes, [this.key, number])));
  }

  /**
   * Puts another workbook in the place of the saved one, or none. All of it is done or, if there is no room, nothing.
   *
   * @param away the workbook that makes place, if it is to be kept; of those kept the oldest goes
   * @param opened the one of them that takes the place
   */
  async replace(
    next: T | null,
    away: { readonly workbook: T; readonly title: string } | null,
    opened: EarlierWorkbook | null,
  ): Promise<void> {
    const others = (await this.earlier()).filter(({ time, title }) => time !== opened?.time || title !== opened.title);
    const gone = [...(opened === null ? [] : [opened]), ...(away === null ? [] : others.slice(EARLIER_KEPT - 1))];
    await this.attempt([WORKBOOKS, JOURNAL, EARLIER], 'readwrite', (store) => {
      const earlier = store(EARLIER);
      const workbooks = store(WORKBOOKS);
      const made: Promise<unknown>[] = [];
      if (away !== null) {
        made.push(request(earlier.put(away.workbook, [this.key, Date.now(), away.title])));
      }
      made.push(next === null ? request(workbooks.delete(this.key)) : request(workbooks.put(next, this.key)));
      made.push(request(store(JOURNAL).delete(this.range(0))));
      made.push(...gone.map(({ time, title }) => request(earlier.delete([this.key, time, title]))));
      return Promise.all(made);
    });
  }

  /** The workbooks that were put away, the latest first. */
  async earlier(): Promise<readonly EarlierWorkbook[]> {
    const keys = await this.attempt(EARLIER, 'readonly', (store) => request(store(EARLIER).getAllKeys(this.range(0))));
    return (keys ?? [])
      .map((key) => key as [string, number, string])
      .map(([, time, title]) => ({ time, title }))
      .reverse();
  }

  /** One of the workbooks that were put away; null if it is gone. */
  async loadEarlier({ time, title }: EarlierWorkbook): Promise<T | null> {
    const found = await this.attempt(EARLIER, 'readonly', (store) =>
      request(store(EARLIER).get([this.key, time, title]) as IDBRequest<T | undefined>),
    );
    return found ?? null;
  }

  /** Keeps what a window of a shared workbook could not share yet, by a number that says when it was made. */
  async keepUnshared(windowId: string, number: number, entry: unknown): Promise<void> {
    await this.attempt(UNSHARED, 'readwrite', (store) =>
      request(store(UNSHARED).put(entry, [this.key, windowId, number])),
    );
  }

  /** What was kept has been shared. */
  async forgetUnshared(windowId: string, number: number): Promise<void> {
    await this.attempt(UNSHARED, 'readwrite', (store) => request(store(UNSHARED).delete([this.key, windowId, number])));
  }

  /** All that windows of the workbook could not share yet, by window and number. */
  async unshared(): Promise<readonly { windowId: string; number: number; entry: unknown }[]> {
    const found = await this.attempt(UNSHARED, 'readonly', (store) =>
      Promise.all([
        request(store(UNSHARED).getAll(this.range('')) as IDBRequest<unknown[]>),
        request(store(UNSHARED).getAllKeys(this.range(''))),
      ]),
    );
    const [entries, keys] = found ?? [[], []];
    return entries.map((entry, at) => {
      const [, windowId, number] = keys[at] as [string, string, number];
      return { windowId, number, entry };
    });
  }

  /** The keys of this workbook's entries from one number to another, or to the end. */
  private range(from: number | string, to?: number): IDBKeyRange {
    // An array comes after every number.
    return IDBKeyRange.bound([this.key, from], [this.key, to ?? []]);
  }

  private async attempt<R>(
    names: string | string[],
    mode: IDBTransactionMode,
    action: (store: (name: string) => IDBObjectStore) => Promise<R>,
  ): Promise<R | null> {
    try {
      const database = this.database ?? (await this.openDatabase());
      const transaction = database.transaction(names, mode);
      const done = completed(transaction);
      const made = action((name) => transaction.objectStore(name));
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
