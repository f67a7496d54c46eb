import { LIMITS } from '../../../src/formats/file/limits';
import { columns, fixed, summarise, tableOf } from '../tables';

beforeAll(() => {
  const limits: { groups: number; problemsListed: number } = LIMITS;
  jest.replaceProperty(limits, 'groups', 3);
  jest.replaceProperty(limits, 'problemsListed', 4);
});

afterAll(() => jest.restoreAllMocks());

const table = (...clients: string[]) =>
  tableOf(
    ['Client', 'Amount'],
    clients.map((client) => [client, client === 'x' ? 'x' : '1']),
  );
const roles = {
  client: columns('Client'),
  vendor: fixed('V'),
  service: fixed(''),
  month: fixed('2024-09'),
  amount: columns('Amount'),
  currency: fixed('EUR'),
};

describe('the limits of a summary', () => {
  it('refuse a bill of more groups than can be shown', async () => {
    expect((await summarise(table('a', 'b', 'c', 'a'), { roles })).groups).toHaveLength(3);
    await expect(summarise(table('a', 'b', 'c', 'd'), { roles })).rejects.toThrow('more than 3 different');
  });

  it('list the first problems and count all', async () => {
    const summary = await summarise(table('a', 'x', 'x', '', 'x', 'x', ''), { roles });
    expect(summary.problems.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(summary.problemRows).toBe(6);
  });
});
