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

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  return request(opening);
}

/** One saved workbook in IndexedDB. Where the browser blocks storage it says so and keeps nothing. */
export class WorkbookStore<T> {
  private problem: string | null = null;

  constructor(private readonly key: string) {}

  /** Why nothing is kept; null where all is well. */
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
    if (this.problem !== null) {
      return null;
    }
    try {
      const database = await open();
      try {
        return await request(action(database.transaction(STORE, mode).objectStore(STORE)));
      } finally {
        database.close();
      }
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      return null;
    }
  }
}
