/*
 * The loads of this machine: one at a time, so that what else carries its mark is left over.
 */

const MARK_KEY = 'ai-spend-machine';

/**
 * Runs one load of this workbook at a time on this machine; another, of a second window, waits for its turn. The lock goes
 * with the runtime that holds it, so one that dies blocks nobody. If the browser has no locks the load just runs.
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

/** A mark of this machine, kept in its storage; if that is blocked it lasts as long as the runtime. */
export function machineMark(): string {
  try {
    const key = `${Office.context.partitionKey ?? ''}${MARK_KEY}`;
    const kept = localStorage.getItem(key);
    if (kept !== null && /^[0-9a-z]{4}$/.test(kept)) {
      return kept;
    }
    localStorage.setItem(key, ownMark);
  } catch {
    // Blocked storage: leftovers of this machine go after an hour, as everyone's.
  }
  return ownMark;
}

const ownMark = Math.floor(Math.random() * 36 ** 4)
  .toString(36)
  .padStart(4, '0');
