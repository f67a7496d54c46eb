/**
 * Lets one task through at a time, in the order in which they came.
 */
export class Turnstile {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether no task is running or waiting. */
  get isFree(): boolean {
    return this.waiting === 0;
  }

  /** Runs the task when all earlier ones have ended, well or badly. */
  async pass<T>(task: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const turn = this.last.then(task, task);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}
