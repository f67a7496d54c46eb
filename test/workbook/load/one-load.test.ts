import { oneLoadAtATime } from '../../../src/workbook/load/one-load';

/** Locks as a browser has them: one holder at a time, and a signal ends the wait. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, options: LockOptions, run: () => Promise<void>): Promise<void> => {
      const turn = last.then(() => {
        options.signal?.throwIfAborted();
        return run();
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function given(lockManager: unknown): void {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks: lockManager } });
  Object.assign(globalThis, { Office: { context: { document: { url: 'https://example.com/book.xlsx' } } } });
}

test('a second load waits for the first, and each knows that it is alone', async () => {
  given(locks());
  const order: string[] = [];
  let endFirst = (): void => undefined;
  const first = oneLoadAtATime(async (alone) => {
    order.push(`first ${alone}`);
    await new Promise<void>((resolve) => (endFirst = resolve));
    order.push('first ends');
  });
  const second = oneLoadAtATime(async (alone) => void order.push(`second ${alone}`));
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['first true']);
  endFirst();
  await Promise.all([first, second]);
  expect(order).toEqual(['first true', 'first ends', 'second true']);
});

test('a load that fails is told as it failed, ran once, and blocks nobody', async () => {
  given(locks());
  let runs = 0;
  await expect(
    oneLoadAtATime(async () => {
      runs += 1;
      throw new Error('refused');
    }),
  ).rejects.toThrow('refused');
  expect(runs).toBe(1);
  await expect(oneLoadAtATime(async (alone) => alone)).resolves.toBe(true);
});

test('one that is cancelled while it waits never runs', async () => {
  given(locks());
  const cancel = new AbortController();
  let endFirst = (): void => undefined;
  const first = oneLoadAtATime(() => new Promise<void>((resolve) => (endFirst = resolve)));
  let runs = 0;
  const second = oneLoadAtATime(async () => void (runs += 1), cancel.signal);
  await new Promise((resolve) => setImmediate(resolve));
  cancel.abort(new Error('cancelled'));
  endFirst();
  await first;
  await expect(second).rejects.toThrow('cancelled');
  expect(runs).toBe(0);
});

test.each([
  ['there are no locks', undefined],
  [
    'a frame is refused them',
    { request: () => Promise.reject(new DOMException('Access is denied.', 'SecurityError')) },
  ],
  [
    'asking for them throws',
    {
      request: () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    },
  ],
])('where %s the load just runs, once, and knows that another may run', async (_why, lockManager) => {
  given(lockManager);
  let runs = 0;
  await expect(
    oneLoadAtATime(async (alone) => {
      runs += 1;
      return alone;
    }),
  ).resolves.toBe(false);
  expect(runs).toBe(1);
});
