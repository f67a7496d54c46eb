import { sampleBook } from '../../domain/sample-book';
import { answerBytes, LARGEST_ANSWER_BYTES, roomFor } from '../../../src/functions/call/answer-size';
import { declare, type AnyDeclaration } from '../../../src/functions/call/declaration';
import { nameOrAmount } from '../../../src/functions/call/parameters';
import { Problem } from '../../../src/domain/messages/problem';
import { HostError } from './host-errors';

/*
 * What Microsoft's runtime cannot send it sends again without end, and all functions of the workbook wait. So no answer is
 * larger than a request may be, whatever is asked.
 */

let book = sampleBook({});

jest.doMock('../../../src/workbook/runtime', () => ({ currentBook: { get: async () => book } }));
jest.doMock('../../../src/workbook/host/data-types', () => ({ hasDataTypes: async () => true }));

/** Calls a function as the host does. */
async function call(name: string, ...args: unknown[]): Promise<unknown[][]> {
  const { calculate } = await import('../../../src/functions/call/calculate');
  const { declarationOf } = await import('../../../src/functions/explain/outside-cells');
  return calculate(declarationOf(name) as AnyDeclaration, args);
}

const names = (count: number, name: (at: number) => string): string[][] =>
  Array.from({ length: count }, (_, at) => [name(at)]);

beforeAll(() => {
  jest.useFakeTimers();
  // Tens of thousands of errors are made, and nobody looks where.
  Error.stackTraceLimit = 0;
  (globalThis as { CustomFunctions?: unknown }).CustomFunctions = { Error: WireError };
});

/** What was given out before has been sent. */
beforeEach(() => jest.advanceTimersByTimeAsync(10_000));

afterAll(() => {
  jest.useRealTimers();
  delete (globalThis as { CustomFunctions?: unknown }).CustomFunctions;
});

/** As Microsoft's error goes to the host. */
class WireError extends HostError {
  toJSON(): object {
    const { code, message } = this;
    return {
      valueType: 'CustomFunctionError',
      code,
      type: 'Error',
      basicValue: code,
      basicType: 'Error',
      message: message === '' ? undefined : message,
      errorType: 'NotAvailable',
    };
  }
}

async function refusal(calling: Promise<unknown>): Promise<string> {
  return calling.then(
    () => 'no error',
    (thrown: HostError) => `${thrown.code} ${thrown.message}`,
  );
}

it('a list of sources over 36,000 rows says how large it is, and what to ask for', async () => {
  book = sampleBook({
    clients: Array.from({ length: 36_000 }, (_, at) => ({ Client: `Client ${at % 1_000}`, Service: `Service ${at}` })),
  });
  expect(await refusal(call('AISOURCE', '*', '2018:2024'))).toMatch(
    /^#VALUE! AISOURCE gives 36,002 x \d+ cells, \d+\.\d MB; Excel takes 4 MB from one formula\. Ask for fewer months, use "top", or give a smaller range\.$/,
  );
});

it('64,000 names in one range are too many, and a few thousand are not', async () => {
  book = sampleBook({ clients: [{ Client: 'Acme', Spend: 1234.56 }] });
  expect(
    await refusal(
      call(
        'AISPEND',
        names(64_000, () => 'Acme'),
      ),
    ),
  ).toContain('AISPEND gives 64,000 x 1 cells');
  expect(
    await call(
      'AISPEND',
      names(5_000, () => 'Acme'),
    ),
  ).toHaveLength(5_000);
});

it('messages in an array are cut, and then left out, before the answer is refused', async () => {
  const { calculate } = await import('../../../src/functions/call/calculate');
  const unknown = declare({
    name: 'F',
    parameters: { name: nameOrAmount('client', 'required') },
    figure: (): string => {
      throw new Problem('#N/A', 'No client "Somebody unknown unknown unknown unknown 0" in AIClients.');
    },
    show: (figure) => figure,
  });
  const message = async (count: number): Promise<string> => {
    await jest.advanceTimersByTimeAsync(10_000);
    const cells = (await calculate(unknown, [names(count, String)])) as HostError[][];
    expect(answerBytes(cells)).toBeLessThanOrEqual(LARGEST_ANSWER_BYTES);
    return cells[0]?.[0]?.message ?? '';
  };
  expect(await message(1_000)).toBe('No client "Somebody unknown unknown unknown unknown 0" in AIClients.');
  expect(await message(17_500)).toBe('No client "Somebody unknown unknown unk…');
  expect(await message(22_000)).toBe('');
  expect(await refusal(calculate(unknown, [names(30_000, String)]))).toContain('30,000 x 1 cells');
});

it('a table within its limits goes as it is', async () => {
  book = sampleBook({ clients: [{ Client: 'Acme' }, { Client: 'Beta' }] });
  expect(await call('AICLIENTS')).toHaveLength(3);
});

it('answers that are large together go one after another', async () => {
  const sent: number[] = [];
  const send = async (bytes: number): Promise<void> => {
    await roomFor(bytes);
    sent.push(bytes);
  };
  const sending = [3e6, 0.9e6, 2e6, 1e6, 4e6].map(send);
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([3e6, 0.9e6]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([3e6, 0.9e6, 2e6, 1e6]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([3e6, 0.9e6, 2e6, 1e6, 4e6]);
  await Promise.all(sending);
});

it('what is written around each answer counts too', async () => {
  let sent = 0;
  const sending = Array.from({ length: 100 }, async () => {
    await roomFor(LARGEST_ANSWER_BYTES / 100);
    sent += 1;
  });
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toBe(99);
  await jest.advanceTimersByTimeAsync(10_000);
  await Promise.all(sending);
});

it('one timer runs, however many answers go out, and none when all have been sent', async () => {
  await Promise.all([roomFor(0), roomFor(0), roomFor(1)]);
  expect(jest.getTimerCount()).toBe(1);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(jest.getTimerCount()).toBe(0);
});
