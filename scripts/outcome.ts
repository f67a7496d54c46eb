import type { Frame, JSHandle, Page } from 'playwright-core';

/**
 * Runs asynchronous work in a page or frame and gives its outcome.
 *
 * Not by `evaluate` alone: the debugger holds the promise that it waits for only weakly, and one that is collected as garbage
 * between its end and the debugger's hearing of it is an error. Here the page keeps the outcome, and is asked again.
 */
export async function outcomeIn<Argument, Result>(
  place: Page | Frame,
  work: (argument: Argument) => Result | Promise<Result>,
  argument: Argument,
): Promise<Result> {
  const run = await place.evaluateHandle<typeof work>(`(${String(work)})`);
  const kept = await place.evaluateHandle(
    (given) => {
      const outcome = (async () => given.run(given.argument as Argument))();
      // Whoever asks is told; until then, a failure is not one that nobody handles.
      outcome.catch(() => undefined);
      return { outcome };
    },
    { run, argument },
  );
  try {
    return await keptOutcome(kept);
  } finally {
    // Of a page that is gone, there is nothing left to dispose of.
    void Promise.allSettled([kept.dispose(), run.dispose()]);
  }
}

async function keptOutcome<Result>(kept: JSHandle<{ outcome: Promise<Result> }>): Promise<Result> {
  for (;;) {
    try {
      return await kept.evaluate(({ outcome }) => outcome);
    } catch (error) {
      if (!wasCollected(error)) {
        throw error;
      }
    }
  }
}

function wasCollected(error: unknown): boolean {
  return error instanceof Error && error.message.includes('promise was garbage collected');
}
