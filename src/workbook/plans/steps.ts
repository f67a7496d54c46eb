/*
 * Excel, the pane and the functions share one thread. Work over as many rows as a workbook can have is written in steps, so that whoever has
 * it done can let the others have their turns between them (`host/turns`).
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

/** What becomes of each item, a step for each. */
export function* mapped<T, R>(items: Iterable<T>, of: (item: T) => R): Steps<R[]> {
  const made: R[] = [];
  for (const item of items) {
    yield;
    made.push(of(item));
  }
  return made;
}
