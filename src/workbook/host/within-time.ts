/** A cell must never wait for ever: after this time a request that Excel has not answered is given up. */
const LONGEST_MS = 30_000;

/**
 * The outcome of a work that asks Excel; rejects if Excel does not answer in time. The time in which the user is editing a cell does
 * not count: Excel answers when that ends.
 */
export function withinTime<T>(work: Promise<T>, isBeingEdited: () => Promise<boolean>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    const giveUp = async (): Promise<void> => {
      if (await isBeingEdited()) {
        start();
      } else {
        reject(new NoAnswer(`Excel did not answer within ${LONGEST_MS / 1000} seconds`));
      }
    };
    const start = (): void => {
      timer = setTimeout(() => void giveUp(), LONGEST_MS);
    };
    start();
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}

/** Excel did not answer; the next time it may. */
export class NoAnswer extends Error {}
