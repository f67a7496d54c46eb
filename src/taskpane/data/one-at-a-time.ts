/** Starts a task that never rejects and never runs twice at once: if it is asked for while it runs, it runs once more when it is done. */
export function oneAtATime(task: () => Promise<void>): () => void {
  let isRunning = false;
  let isAskedFor = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isAskedFor) {
      isAskedFor = false;
      await task();
    }
    isRunning = false;
  };
  return () => {
    isAskedFor = true;
    if (!isRunning) {
      void run();
    }
  };
}
