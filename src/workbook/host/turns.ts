/*
 * Excel, the pane and the functions share one thread. Work over as many rows as a workbook can have is written in steps, and lets the
 * others have their turns between them.
 */

/** Work in steps: it yields where it may be interrupted, and returns what it came to. */
export type Steps<T> = Generator<void, T, void>;

/** For how long the thread is held at a time: nobody feels twice as much. */
const TURN_MS = 25;

/** When the others last had their turn, as far as we know. */
let turnedAt = 0;

/** Does work in steps, and lets others go first whenever it has held the thread for long. */
export async function inTurns<T>(work: Steps<T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    if (performance.now() - turnedAt > TURN_MS) {
      await othersTurn();
      turnedAt = performance.now();
    }
  }
}

/** Does work in steps at once, where there is no waiting for it. */
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

/** By a message, not a timer: those of a page in the background wait for a second. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
