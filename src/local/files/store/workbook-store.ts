/**
 * Keeps the workbook in the browser, so that it survives a reload.
 */

const DATABASE = 'local-workbook';
const STORE = 'workbooks';

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
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  return request(opening);
}

/**
 * One saved workbook in IndexedDB. Where the browser does not take it, it says so; each attempt is made anew.
 *
 * The database stays open: a page that is left has no time to open it, but what it hands over is still written.
 */
export class WorkbookStore<T> {
  private problem: string | null = null;
  private database: IDBDatabase | null = null;

  constructor(private readonly key: string) {}

  /** Why the last attempt failed, so that what is in the store is older; null where all is well. */
  get blockedBecause(): string | null {
    return this.problem;
  }

  /** The saved workbook, or null. */
  async load(): Promise<T | null> {
    const found = await this.attempt('readonly', (store) => store.get(this.key) as IDBRequest<T | undefined>);
    return found ?? null;
  }

  async save(workbook: T): Promise<void> {
    await this.attempt('readwrite', (store) => store.put(workbook, this.key));
  }

  async clear(): Promise<void> {
    await this.attempt('readwrite', (store) => store.delete(this.key));
  }

  private async attempt<R>(
    mode: IDBTransactionMode,
    action: (store: IDBObjectStore) => IDBRequest<R>,
  ): Promise<R | null> {
    try {
      const database = this.database ?? (await this.openDatabase());
      const transaction = database.transaction(STORE, mode);
      const done = completed(transaction);
      const made = request(action(transaction.objectStore(STORE)));
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
