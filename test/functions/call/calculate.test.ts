import { Decimal } from '../../../src/domain/money/decimal';
import { answer, calculate } from '../../../src/functions/call/calculate';
import type { CellOutput } from '../../../src/functions/call/cell-output';
import { declare } from '../../../src/functions/call/declaration';
import { LateCode } from '../../../src/functions/call/late-code';
import { word } from '../../../src/functions/call/parameters';
import { Problem } from '../../../src/domain/messages/problem';
import { currentBook } from '../../../src/workbook/runtime';
import { HostError } from './host-errors';
import { sampleBook } from '../../domain/sample-book';

const announceAnew = jest.spyOn(currentBook, 'announceAnew');

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(currentBook, 'get').mockResolvedValue(sampleBook({}));
  announceAnew.mockReset();
});
afterEach(() => jest.useRealTimers());

/** A function of which one measure needs code that is fetched by `load`. */
function twoMeasures(load: () => Promise<{ seven: number }>) {
  const late = new LateCode('sevens', load);
  return declare({
    name: 'F',
    parameters: { measure: word(['quick', 'late']) },
    late: [late],
    figure: (_, { measure }) => (measure === 'quick' ? 1 : late.get().seven),
    show: (figure) => ({ value: new Decimal(figure), format: '0' }),
  });
}

const shown = (output: CellOutput): unknown =>
  output instanceof Problem ? `${output.code} ${output.message}` : (output as { value: Decimal }).value.toNumber();
const ask = async (declaration: ReturnType<typeof twoMeasures>, ...measures: string[]) =>
  (await answer(declaration, [[measures]])).flat().map(shown);
const MISSING =
  '#VALUE! The part of AI Spend that works out sevens could not be fetched. Check the connection; AI Spend tries again by itself.';

describe('code that few workbooks use', () => {
  it('is not fetched by calls that do without', async () => {
    const load = jest.fn(async () => ({ seven: 7 }));
    expect(await ask(twoMeasures(load), 'quick')).toEqual([1]);
    expect(load).not.toHaveBeenCalled();
  });

  it('is fetched once, by the first calls that need it', async () => {
    const load = jest.fn(async () => ({ seven: 7 }));
    const declaration = twoMeasures(load);
    expect(await Promise.all([ask(declaration, 'late'), ask(declaration, 'quick', 'late')])).toEqual([[7], [1, 7]]);
    expect(await ask(declaration, 'late')).toEqual([7]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('that cannot be fetched is an error where it is needed, and the next call tries again', async () => {
    const complained = jest.spyOn(console, 'error').mockImplementation();
    const load = jest.fn(async () => ({ seven: 7 })).mockRejectedValueOnce(new Error('offline'));
    const declaration = twoMeasures(load);
    expect(await ask(declaration, 'quick', 'late')).toEqual([1, MISSING]);
    expect(complained).toHaveBeenCalledTimes(1);
    expect(await ask(declaration, 'quick', 'late')).toEqual([1, 7]);
    complained.mockRestore();
  });

  it('that could not be fetched is tried again by itself, and once it is here the cells are calculated, once for all who asked', async () => {
    const complained = jest.spyOn(console, 'error').mockImplementation();
    let isAway = true;
    const load = jest.fn(async () => {
      if (isAway) {
        throw new Error('offline');
      }
      return { seven: 7 };
    });
    const declaration = twoMeasures(load);
    expect(await Promise.all([ask(declaration, 'late'), ask(declaration, 'late')])).toEqual([[MISSING], [MISSING]]);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(load.mock.calls.length).toBeGreaterThan(3);
    expect(announceAnew).not.toHaveBeenCalled();
    isAway = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(announceAnew).toHaveBeenCalledTimes(1);
    expect(await ask(declaration, 'late')).toEqual([7]);
    complained.mockRestore();
  });
});

describe('an error in a single cell', () => {
  beforeAll(() => Object.assign(globalThis, { CustomFunctions: { Error: HostError } }));
  afterAll(() => {
    delete (globalThis as { CustomFunctions?: unknown }).CustomFunctions;
  });

  it.each(['#NAME?', '#REF!', '#N/A'])(
    'that was passed in, %s, is returned: thrown, it would become another',
    async (code) => {
      const passed = new HostError(code);
      expect(
        await calculate(
          twoMeasures(async () => ({ seven: 7 })),
          [passed],
        ),
      ).toEqual([[passed]]);
    },
  );

  it('that is ours is thrown, for its message', async () => {
    const asked = calculate(
      twoMeasures(async () => ({ seven: 7 })),
      ['other'],
    );
    await expect(asked).rejects.toMatchObject({ code: '#VALUE!', message: expect.stringContaining('other') });
  });
});
