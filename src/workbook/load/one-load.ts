/**
 * Runs one load of this workbook at a time on this machine; another, of a second window, waits for its turn. The lock goes
 * with the runtime that holds it, so one that dies blocks nobody. Where the browser has no locks the load just runs.
 *
 * @param load is told whether it holds the lock
 */
export async function oneLoadAtATime<T>(load: (alone: boolean) => Promise<T>, cancel?: AbortSignal): Promise<T> {
  let running: Promise<T> | null = null;
  const start = async (): Promise<void> => {
    running = load(true);
    await running.catch(() => undefined);
  };
  try {
    await navigator.locks.request(
      `AI Spend load ${Office.context.document.url}`,
      cancel ? { signal: cancel } : {},
      start,
    );
  } catch {
    cancel?.throwIfAborted();
  }
  return running ?? load(false);
}
