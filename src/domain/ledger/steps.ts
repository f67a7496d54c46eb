/*
 * Excel, the pane and the functions share one thread. Work over as many rows as a workbook can have is written in steps, so that whoever has
 * it done can let the others have their turns between them (`workbook/host/turns`).
 */

/** Work in steps: it yields where it may be interrupted, and returns what it came to. */
export type Steps<T> = Generator<void, T, void>;

/** Does work in steps at once, for where nothing can wait for it. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** So many items are one step: a step for each would take longer than what is done with it. */
const ITEMS = 1_000;

/** Does something with each item. A small table is done with in one step. */
export function* forEach<T>(items: readonly T[], act: (item: T) => void): Steps<void> {
  for (let first = 0; first < items.length; first += ITEMS) {
    if (first > 0) {
      yield;
    }
    items.slice(first, first + ITEMS).forEach(act);
  }
}
