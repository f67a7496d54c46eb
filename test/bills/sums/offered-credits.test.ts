import { summarise, tableFrom, tableOf, type Change, type MemoryTable } from '../tables';

const HEADER = ['Client', 'Vendor', 'Service', 'Month', 'Currency', 'Cost', 'Credits'];
const row = (service: string, cost: string, credits: string) => ['C', 'V', service, '2024-09', 'EUR', cost, credits];

/** What is kept, and the questions that are asked, with `totals` so that none is about them. */
async function read(table: MemoryTable, change: Change = {}) {
  const { totals, questions, problems, totalRows } = await summarise(table, change);
  return {
    kept: totals.map(({ kept }) => kept),
    asked: questions.map(({ option }) => option),
    netting: questions.find(({ option }) => option === 'netting'),
    problems: problems.map(({ line, column }) => `${line} ${column}`),
    totalRows,
  };
}

describe('credits beside the amounts, of which it is asked whether they are netted', () => {
  it('are added with their sign, also where one of them is positive, and raise no other question', async () => {
    const table = tableOf(HEADER, [
      ...Array.from({ length: 60 }, (_, at) => row(`s${at}`, '10', '-1')),
      row('back', '3', '0.5'),
    ]);
    expect(await read(table, { netting: 'net' })).toMatchObject({ kept: ['543.5'], asked: ['netting'] });
    expect(await read(table)).toMatchObject({
      kept: ['603'],
      asked: ['netting'],
      netting: {
        choices: [
          { value: 'net', kept: [{ amount: '543.5' }] },
          { value: 'leave-out', kept: [{ amount: '603' }] },
        ],
      },
    });
  });

  it('go with their row where a column says debit or credit, and say nothing of the signs of others', async () => {
    const table = tableFrom(`
      Client | Vendor | Month   | Currency | Cost | Credits | Type
      C      | V      | 2024-09 | EUR      | 100  | -20     | Charge
      C      | V      | 2024-09 | EUR      | 50   | -10     | Charge
      C      | V      | 2024-09 | EUR      | 50   | -10     | Refund
    `);
    expect(await read(table)).toMatchObject({ kept: ['100'], asked: ['netting'] });
    expect(await read(table, { netting: 'net' })).toMatchObject({ kept: ['80'], asked: ['netting'] });
  });

  it.each(['net', 'leave-out'] as const)('are no part of what a row of totals states (%s)', async (netting) => {
    const table = tableOf(HEADER, [row('a', '100', '-20'), row('b', '50', '-1'), row('Total', '150', '')]);
    expect(await read(table, { netting })).toMatchObject({
      kept: [netting === 'net' ? '129' : '150'],
      totalRows: [{ line: 4, amount: '150', rowsAddUpTo: '150' }],
    });
    const edge = [row('a', '100', '-20'), row('b', '50', '-1'), row('c', '5', ''), row('d', '155', '')];
    expect(await read(tableOf(HEADER, edge), { netting })).toMatchObject({
      kept: [netting === 'net' ? '134' : '155'],
      totalRows: [{ line: 5, amount: '155', rowsAddUpTo: '155' }],
    });
  });

  it('are told with what those of the rows that count add up to, each currency by itself', async () => {
    const table = tableFrom(`
      Client | Vendor | Month   | Currency | Cost | Credits
      C      | V      | 2024-09 | EUR      | 100  | -20
      C      | V      | 2024-09 | USD      | 50   | -1
      Total  | V      | 2024-09 | EUR      | 100  | -20
    `);
    expect((await read(table)).netting?.reason).toContain('negative credits, -20 EUR and -1 USD together');
  });

  it('are told with the sum of repeated rows where they are netted', async () => {
    const rows = Array.from({ length: 3 }, (_, at) => row(`s${at}`, '10', '-1'));
    const noticeOf = async (netting: 'net' | 'leave-out') =>
      (await summarise(tableOf(HEADER, [...rows, ...rows]), { netting, totals: 'count' })).notices.join();
    expect(await noticeOf('net')).toContain(': 27 EUR.');
    expect(await noticeOf('leave-out')).toContain(': 30 EUR.');
  });

  it('that cannot be read are problems only where they are netted', async () => {
    const cells = [row('a', '100', '-20'), row('b', '50', 'see note'), row('c', '7', '-1e400')];
    const table = tableOf(HEADER, [...Array.from({ length: 50 }, () => row('a', '1', '-1')), ...cells]);
    expect(await read(table)).toMatchObject({ kept: ['207'], problems: [] });
    expect(await read(table, { netting: 'leave-out' })).toMatchObject({ kept: ['207'], problems: [] });
    expect(await read(table, { netting: 'net' })).toMatchObject({
      kept: ['80'],
      problems: ['53 Credits', '54 Credits'],
    });
  });

  it('in another notation than the amounts are problems only where they are netted', async () => {
    const table = tableOf(HEADER, [row('a', '100.5', '-20.5'), row('b', '50.25', '-1,75'), row('c', '7', '-1,5')]);
    expect(await read(table, { netting: 'leave-out' })).toMatchObject({ kept: ['157.75'], problems: [] });
    expect(await read(table, { netting: 'net' })).toMatchObject({ kept: ['80'], problems: ['3 Credits', '4 Cost'] });
  });
});
