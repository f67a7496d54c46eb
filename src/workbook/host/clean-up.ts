/**
 * Cleans up after a failure. If that fails too, the console is told of it: the first failure is the one that says what was wrong,
 * and the one to throw.
 */
export async function cleanUp(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (second) {
    console.error('AI Spend could not clean up after a failure.', second);
  }
}
