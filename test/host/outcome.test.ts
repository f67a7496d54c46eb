import { outcomeIn } from '../../scripts/outcome';
import { openContext } from '../e2e/shared-browser';

it('an outcome is not lost to the garbage collector, nor is a failure', async () => {
  const { context, close } = await openContext();
  try {
    const page = await context.newPage();
    // Between the end of the work and the debugger's hearing of it there is as much garbage as makes the collector run.
    const work = (fails: boolean): Promise<string> =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          if (fails) {
            reject(new Error('as it should'));
          } else {
            resolve('there');
          }
          let left = 20;
          const litter = (): void => {
            Array.from({ length: 200_000 }, (_, at) => ({ at }));
            left -= 1;
            if (left > 0) {
              queueMicrotask(litter);
            }
          };
          queueMicrotask(litter);
        });
      });
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await outcomeIn(page, work, false)).toBe('there');
    }
    await expect(outcomeIn(page, work, true)).rejects.toThrow('as it should');
  } finally {
    await close();
  }
});
