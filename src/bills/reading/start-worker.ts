import type { ReaderWorker } from './import-client';

/** Starts the worker that reads files, from a script of its own. */
export function startImportWorker(): ReaderWorker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { name: 'import-worker' });
}
