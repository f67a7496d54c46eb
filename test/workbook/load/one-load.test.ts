import { machineMark, oneLoadAtATime } from '../../../src/workbook/load/one-load';

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

describe('the mark of this machine', () => {
  const given = (localStorage: unknown, partitionKey?: string): void => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      ...(typeof localStorage === 'function' ? { get: localStorage as () => never } : { value: localStorage }),
    });
    Object.assign(globalThis, { Office: { context: { partitionKey } } });
  };
  const storage = (kept: Map<string, string>): object => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });

  it('is kept, so that what a runtime left behind is known by the next', () => {
    const kept = new Map<string, string>();
    given(storage(kept));
    const mark = machineMark();
    expect([...kept.values()]).toEqual([mark]);
    kept.forEach((_value, key) => kept.set(key, 'zz99'));
    expect(machineMark()).toBe('zz99');
  });

  it("is kept under Office's key where storage is partitioned", () => {
    const kept = new Map<string, string>();
    given(storage(kept), 'teams-frame-');
    machineMark();
    expect([...kept.keys()]).toEqual([expect.stringMatching(/^teams-frame-/)]);
  });

  it('lasts as long as the runtime where storage is blocked', () => {
    given(() => {
      throw new DOMException('Access is denied.', 'SecurityError');
    });
    expect(machineMark()).toMatch(/^[0-9a-z]{4}$/);
    expect(machineMark()).toBe(machineMark());
  });

  it('is not taken from what someone else wrote there', () => {
    given(storage(new Map([['', '<b>']])));
    expect(machineMark()).toMatch(/^[0-9a-z]{4}$/);
    const kept = new Map<string, string>();
    given({ ...storage(kept), getItem: () => 'not a mark' });
    expect(machineMark()).not.toBe('not a mark');
  });
});
