import type { Steps } from '../../domain/ledger/steps';

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
