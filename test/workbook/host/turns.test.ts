import { inTurns } from '../../../src/workbook/host/turns';
import { atOnce, type Steps } from '../../../src/domain/ledger/steps';
import { mapped } from '../../../src/workbook/plans/steps';

/** Work of so many steps, each of which takes so long by the clock that is given. */
function* work(steps: number, each: () => void): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    yield;
    each();
  }
  return `${steps} steps`;
}

/** A clock that goes on only when it is told to. */
function stoppedClock(): { goOn(milliseconds: number): void } {
  let now = performance.now();
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return { goOn: (milliseconds) => (now += milliseconds) };
}

afterEach(() => jest.restoreAllMocks());

it('work in turns gives what it comes to, and lets others go first whenever it has held the thread for long', async () => {
  const clock = stoppedClock();
  let steps = 0;
  const seen: number[] = [];
  const working = inTurns(
    work(10, () => {
      steps += 1;
      clock.goOn(10);
    }),
  );
  let isWorking = true;
  const others = (): void => {
    if (isWorking) {
      seen.push(steps);
      setImmediate(others);
    }
  };
  others();
  expect(await working).toBe('10 steps');
  isWorking = false;
  // Nobody waits for more than three steps of 10 ms.
  const turns = [...new Set([...seen, 10])];
  expect(turns.length).toBeGreaterThan(3);
  expect(Math.max(...turns.map((at, index) => at - (turns[index - 1] ?? 0)))).toBeLessThanOrEqual(3);
});

it('work that takes no time is done in one turn', async () => {
  const clock = stoppedClock();
  clock.goOn(1_000);
  await inTurns(work(1, () => undefined));
  const channel = jest.spyOn(globalThis, 'MessageChannel');
  expect(await inTurns(mapped([1, 2, 3], (one) => one * 2))).toEqual([2, 4, 6]);
  expect(channel).not.toHaveBeenCalled();
});

it('what fails in a step fails in whoever waits for it', async () => {
  const failing = (): Steps<string> =>
    work(2, () => {
      throw new Error('no such column');
    });
  await expect(inTurns(failing())).rejects.toThrow('no such column');
  expect(() => atOnce(failing())).toThrow('no such column');
});

it('work at once is done before anyone else is let go', () => {
  expect(atOnce(work(3, () => undefined))).toBe('3 steps');
});
