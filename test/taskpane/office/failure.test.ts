import { refusals } from '../../../src/workbook/plans/load-refused';
import { orFailure } from '../../../src/taskpane/office/failure';

const WHAT = 'The bill was not loaded; the workbook is as it was.';
const toldOf = (failure: unknown): Promise<unknown> =>
  orFailure(WHAT, () => Promise.reject(failure)).catch((told: unknown) => String(told));

describe('a load that failed', () => {
  it('says that the workbook is as it was where nothing was written', async () => {
    expect(await toldOf(refusals.loadedMeanwhile('a.csv'))).toContain(WHAT);
  });

  it.each([
    refusals.notTakenBack('AIClients', 'why'),
    refusals.keptChanging('AIClients'),
    refusals.notChecked('AIClients', 'why'),
  ])('does not say so where it may be another', async (refusal) => {
    const told = await toldOf(refusal);
    expect(told).not.toContain('as it was');
    expect(told).toContain(refusal.message);
  });

  it('is told also where it was cancelled too late, which otherwise is no failure', async () => {
    const ended = (failure: unknown): Promise<unknown> =>
      orFailure(WHAT, () => Promise.reject(failure), AbortSignal.abort()).catch((told: unknown) => told);
    expect(await ended(refusals.notChecked('AIClients', 'why'))).toMatchObject({ kind: 'written' });
    expect(await ended(refusals.loadedMeanwhile('a.csv'))).toMatchObject({ name: 'AbortError' });
  });
});
