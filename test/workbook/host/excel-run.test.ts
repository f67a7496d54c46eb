import { isBeingEdited, runWhenNotEditing, untilNotEditing } from '../../../src/workbook/host/excel-run';
import { runAsOneUndoStep } from '../../../src/workbook/host/one-undo-step';

/*
 * What Excel refuses for a while, or in a group, stood in for: a host that is asked again and again until a cell is no longer
 * edited, and one that takes some calls only if they need not be undone together.
 */

class HostFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

type Options = Partial<Record<'delayForCellEdit' | 'mergeUndoGroup', boolean>>;
type Batch = (context: object) => Promise<unknown>;

let runs: Options[];
let refusal: (options: Options) => string | null;

beforeEach(() => {
  runs = [];
  refusal = () => null;
  const host = async (options: Options, batch: Batch): Promise<unknown> => {
    runs.push(options);
    const code = refusal(options);
    if (code !== null) {
      throw new HostFailure(code);
    }
    return batch({ workbook: { load: () => undefined }, sync: async () => undefined });
  };
  Object.assign(globalThis, {
    Office: { context: { requirements: { isSetSupported: () => true } } },
    OfficeExtension: { Error: HostFailure },
    Excel: {
      run: (...given: [Batch] | [Options, Batch]) => (given.length === 1 ? host({}, given[0]) : host(...given)),
      ErrorCodes: { invalidOperationInCellEditMode: 'InvalidOperationInCellEditMode' },
    },
  });
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const editing = (): string => 'InvalidOperationInCellEditMode';

describe('while a cell is being edited', () => {
  it('a request is tried again until the editing ends, however long that takes, and says once that it waits', async () => {
    refusal = editing;
    const waiting = jest.fn();
    const asked = runWhenNotEditing(async () => 'done', waiting);
    await jest.advanceTimersByTimeAsync(30 * 60_000);
    expect(waiting).toHaveBeenCalledTimes(1);
    refusal = () => null;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await asked).toBe('done');
    expect(runs.every(({ delayForCellEdit }) => delayForCellEdit === true)).toBe(true);
  });

  it('another failure is not waited for, and a wait can be cancelled', async () => {
    refusal = () => 'GeneralException';
    await expect(runWhenNotEditing(async () => 'done')).rejects.toThrow('GeneralException');
    const aborter = new AbortController();
    aborter.abort(new Error('cancelled'));
    const run = (): Promise<never> => Promise.reject(new HostFailure(editing()));
    await expect(untilNotEditing(run, undefined, aborter.signal)).rejects.toThrow('cancelled');
  });

  it('it can be told: a refusal says so, an answer does not, and no answer is none', async () => {
    expect(await isBeingEdited()).toBe(false);
    refusal = editing;
    expect(await isBeingEdited()).toBe(true);
    (globalThis as unknown as { Excel: { run: unknown } }).Excel.run = () => new Promise(() => undefined);
    const asked = isBeingEdited();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await asked).toBe(false);
  });
});

describe('what is to be one step to undo', () => {
  const threeRequests = async (): Promise<{ undoSteps: number }> => ({ undoSteps: 3 });

  it('is a group where Excel can, and one step', async () => {
    expect(await runAsOneUndoStep(threeRequests)).toEqual({ undoSteps: 1 });
    expect(runs).toEqual([{ delayForCellEdit: true, mergeUndoGroup: true }]);
  });

  it('runs once more without a group where a call cannot be undone, and says in how many steps it can be taken back', async () => {
    refusal = ({ mergeUndoGroup }) => (mergeUndoGroup ? 'UndoNotSupported' : null);
    expect(await runAsOneUndoStep(threeRequests)).toEqual({ undoSteps: 3 });
    expect(runs).toHaveLength(2);
  });

  it('fails with what else the host says, and does it once', async () => {
    refusal = () => 'AccessDenied';
    await expect(runAsOneUndoStep(threeRequests)).rejects.toThrow('AccessDenied');
    expect(runs).toHaveLength(1);
  });
});
