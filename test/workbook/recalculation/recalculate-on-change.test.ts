import type { BookListener } from '../../../src/workbook/book/current-book';
import { InStep } from '../../../src/workbook/recalculation/in-step';
import { recalculateOnChange } from '../../../src/workbook/recalculation/recalculate-on-change';
import type { MarkedCells } from '../../../src/workbook/recalculation/recalculate';

const MARKED: MarkedCells = { cells: 3, onlyMarked: false };

/** Recalculations that end when the test says so. */
function opened() {
  const inStep = new InStep();
  const running: { end: (marked: MarkedCells) => void; fail: (failure: Error) => void }[] = [];
  let change: BookListener = () => undefined;
  let firstRead = (): void => undefined;
  const book = {
    onFirstRead: (listener: () => void) => {
      firstRead = listener;
    },
    onChange: (listener: BookListener) => {
      change = listener;
      return () => undefined;
    },
  };
  recalculateOnChange(
    book,
    inStep,
    () => new Promise((resolve, reject) => running.push({ end: resolve, fail: reject })),
  );
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    inStep,
    running,
    change: (...names: Parameters<BookListener>[0]) => change(names),
    firstRead: () => firstRead(),
    settle,
  };
}

it('changes that come while cells are recalculated are answered by one more recalculation', async () => {
  const { running, change, settle } = opened();
  change('AIClients');
  change('AIRates');
  change('AIReturns');
  expect(running).toHaveLength(1);
  running[0]?.end(MARKED);
  await settle();
  expect(running).toHaveLength(2);
  running[1]?.end(MARKED);
  await settle();
  expect(running).toHaveLength(2);
  change('AIClients');
  expect(running).toHaveLength(3);
});

it('cells that were only marked are out of step with the tables that changed, until they are calculated', async () => {
  const { inStep, running, change, settle } = opened();
  change('AIClients');
  running[0]?.end({ cells: 3, onlyMarked: true });
  await settle();
  expect(inStep.outOfStep()).toEqual({ why: 'manual', tables: ['AIClients'], example: null });
  change('AIClients');
  running[1]?.end(MARKED);
  await settle();
  expect(inStep.outOfStep()).toBeNull();
});

it('a recalculation that failed is told, and the next change tries again', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { inStep, running, change, settle } = opened();
  change('AIRates');
  running[0]?.fail(new Error('refused'));
  await settle();
  expect(inStep.outOfStep()).toEqual({ why: 'failed', tables: ['AIRates'], example: null });
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
  change('AIRates');
  expect(running).toHaveLength(2);
});

it('the first read of the tables brings the cells up to date once, whatever events have told', async () => {
  const { inStep, running, firstRead, settle } = opened();
  firstRead();
  expect(running).toHaveLength(1);
  running[0]?.end(MARKED);
  await settle();
  expect(running).toHaveLength(1);
  expect(inStep.outOfStep()).toBeNull();
});

it('where the first read could only mark the cells, nothing is known to be out of step', async () => {
  const { inStep, running, firstRead, change, settle } = opened();
  firstRead();
  running[0]?.end({ cells: 3, onlyMarked: true });
  await settle();
  expect(inStep.outOfStep()).toBeNull();
  firstRead();
  change('AIClients');
  running[1]?.end({ cells: 3, onlyMarked: true });
  await settle();
  running[2]?.end({ cells: 3, onlyMarked: true });
  await settle();
  expect(inStep.outOfStep()).toEqual({ why: 'manual', tables: ['AIClients'], example: null });
});
