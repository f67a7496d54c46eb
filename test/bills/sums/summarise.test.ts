import { without } from '../../../src/bills/mapping/mapping-text';
import * as fc from 'fast-check';
import { summariseBill } from '../../../src/bills/sums/summarise';
import { addExactText, exactText, type ExactSum } from '../../../src/bills/sums/exact-sum';
import type { Cell } from '../../../src/formats/file/text-table';
import { columns, fixed, recognise, summarise, tableFrom, tableOf, tag } from '../tables';

const total = (amounts: readonly string[]): string => {
  const sum: ExactSum = [];
  for (const amount of amounts) {
    addExactText(sum, amount);
  }
  return exactText(sum);
};

/** One column of amounts, everything else fixed. */
function amountsOf(...cells: Cell[]) {
  const table = tableOf(
    ['Amount'],
    cells.map((cell) => [cell]),
  );
  return summarise(table, {
    roles: {
      client: fixed('C'),
      vendor: fixed('V'),
      service: fixed(''),
      month: fixed('2024-09'),
      amount: columns('Amount'),
      currency: fixed('EUR'),
    },
  });
}

/** One column of dates, everything else fixed. */
function datesOf(cells: readonly Cell[], change: Parameters<typeof summarise>[1] = {}) {
  const table = tableOf(
    ['Date'],
    cells.map((cell) => [cell]),
  );
  return summarise(table, {
    ...change,
    roles: {
      client: fixed('C'),
      vendor: fixed('V'),
      service: fixed(''),
      month: columns('Date'),
      amount: fixed('1'),
      currency: fixed('EUR'),
    },
  });
}

const BILL = `
  Client  | Vendor | Service | Month   | Amount | Currency
  Contoso | OpenAI | GPT     | 2024-09 | 1.50   | USD
  Contoso | OpenAI | GPT     | 2024-09 | -0.25  | usd
  Fabrikam| Azure  | Storage | 2024-10 | 2      | €
`;

describe('a bill', () => {
  it('is summed by client, vendor, service, month and currency', async () => {
    const summary = await summarise(tableFrom(BILL));
    expect(summary.groups).toEqual([
      {
        client: 'Contoso',
        vendor: 'OpenAI',
        service: 'GPT',
        month: '2024-09',
        currency: 'USD',
        amount: '1.25',
        rows: 2,
      },
      {
        client: 'Fabrikam',
        vendor: 'Azure',
        service: 'Storage',
        month: '2024-10',
        currency: 'EUR',
        amount: '2',
        rows: 1,
      },
    ]);
    expect(summary).toMatchObject({ rows: 3, keptRows: 3, leftOutRows: 0, problemRows: 0 });
    expect(summary.ai).toEqual([{ currency: 'USD', rows: 2, amount: '1.25' }]);
    expect(summary.services).toEqual([
      { service: 'GPT', isAi: true, kept: true, rows: 2 },
      { service: 'Storage', isAi: false, kept: true, rows: 1 },
    ]);
  });

  it('keeps only AI where the user asks for it, and says what that leaves out', async () => {
    const summary = await summarise(tableFrom(BILL), { onlyAi: true });
    expect(summary.groups.map(({ client }) => client)).toEqual(['Contoso']);
    expect(summary.totals).toEqual([
      {
        currency: 'EUR',
        rows: 1,
        total: '2',
        keptRows: 0,
        kept: '0',
        leftOut: [{ reason: 'not-ai', rows: 1, amount: '2' }],
      },
      { currency: 'USD', rows: 2, total: '1.25', keptRows: 2, kept: '1.25', leftOut: [] },
    ]);
  });

  it('has a problem where a client, vendor, date or currency is blank, and counts the amount as left out', async () => {
    const summary = await summarise(
      tableFrom(`
        Client  | Vendor | Month   | Amount | Currency
        NULL    | V      | 2024-09 | 1      | EUR
        C       |        | 2024-09 | 2      | EUR
        C       | V      | null    | 4      | EUR
        C       | V      | 2024-09 | 8      |
        C       | V      | someday | 16     | EUR
        C       | V      | 2024-09 |        | EUR
        C       | V      | 2024-09 | much   | EUR
        C       | V      | 2024-09 | 0      | EUR
        All     |        |         | 31     | EUR
      `),
    );
    expect(summary).toMatchObject({ rows: 9, keptRows: 1, leftOutRows: 0, problemRows: 8 });
    expect(summary.problems.map(({ line, role, column, value }) => [line, role, column, value])).toEqual([
      [2, 'client', 'Client', 'NULL'],
      [3, 'vendor', 'Vendor', ''],
      [4, 'month', 'Month', 'null'],
      [5, 'currency', 'Currency', ''],
      [6, 'month', 'Month', 'someday'],
      [7, 'amount', 'Amount', ''],
      [8, 'amount', 'Amount', 'much'],
      [10, 'vendor', 'Vendor', ''],
    ]);
    expect(summary.totals).toEqual([
      {
        currency: '',
        rows: 1,
        total: '8',
        keptRows: 0,
        kept: '0',
        leftOut: [{ reason: 'problem', rows: 1, amount: '8' }],
      },
      {
        currency: 'EUR',
        rows: 6,
        total: '54',
        keptRows: 1,
        kept: '0',
        leftOut: [{ reason: 'problem', rows: 5, amount: '54' }],
      },
    ]);
    expect(summary.groups).toMatchObject([{ amount: '0', rows: 1 }]);
  });

  it('takes no notice of rows in which all mapped columns are blank', async () => {
    const table = tableOf(
      ['Client', 'Vendor', 'Month', 'Amount', 'Currency', 'Note'],
      [
        ['C', 'V', '2024-09', '1', 'EUR', ''],
        ['', ' ', 'NULL', '', '', 'printed at 9:00'],
      ],
    );
    expect(await summarise(table)).toMatchObject({ rows: 1, keptRows: 1, problemRows: 0 });
  });

  it('leaves out units that are no money, under their own name', async () => {
    const summary = await summarise(
      tableFrom(`
        Client | Vendor | Month   | Amount | Currency
        C      | V      | 2024-09 | 490    | Token
        C      | V      | 2024-09 | 3      | $
        C      | V      | 2024-09 | 1      | USD
      `),
    );
    expect(summary.totals).toMatchObject([
      { currency: '$', leftOut: [{ reason: 'problem', rows: 1, amount: '3' }] },
      { currency: 'Token', total: '490', leftOut: [{ reason: 'not-money', rows: 1, amount: '490' }] },
      { currency: 'USD', kept: '1', leftOut: [] },
    ]);
    expect(summary).toMatchObject({ keptRows: 1, leftOutRows: 1, problemRows: 1 });
  });

  it('takes the currency from the amounts, and refuses an amount that contradicts its row', async () => {
    const inCells = await summarise(tableFrom('Client|Vendor|Month|Amount\nC|V|2024-09|€ 12,50\nC|V|2024-09|£ 1'));
    expect(inCells.totals.map(({ currency, kept }) => [currency, kept])).toEqual([
      ['EUR', '12.5'],
      ['GBP', '1'],
    ]);
    const other = await summarise(
      tableFrom('Client|Vendor|Month|Amount|Currency\nC|V|2024-09|€ 12,50|USD\nC|V|2024-09|$ 1,5|USD'),
    );
    expect(other.problems.map(({ line, role }) => [line, role])).toEqual([[2, 'amount']]);
    expect(other.totals).toMatchObject([
      { currency: 'USD', kept: '1.5', leftOut: [{ reason: 'problem', amount: '12.5' }] },
    ]);
  });

  it('reads tags by their exact name, from JSON with braces, without them, and from lists', async () => {
    const table = tableOf(
      ['Tags', 'Cost'],
      [
        ['{"team": "a", "Team": "b"}', '1'],
        ['"team": "a", "x": "y"', '1'],
        ['[{"key": "team", "value": "a"}]', '1'],
        ['{"__proto__": "p", "team": 7}', '1'],
        ['{"team": ', '1'],
        ['{"team": {"deep": 1}}', '1'],
        ['{"other": "a"}', '1'],
      ],
    );
    const roles = {
      vendor: fixed('V'),
      service: fixed(''),
      month: fixed('2024-09'),
      amount: columns('Cost'),
      currency: fixed('EUR'),
    };
    const summary = await summarise(table, { roles: { ...roles, client: tag('Tags', 'team') } });
    expect(summary.groups.map(({ client, amount }) => [client, amount])).toEqual([
      ['7', '1'],
      ['a', '3'],
    ]);
    expect(summary.problems.map(({ line }) => line)).toEqual([6, 7, 8]);
    const upper = await summarise(table, { roles: { ...roles, client: tag('Tags', 'Team') } });
    expect(upper.groups.map(({ client }) => client)).toEqual(['b']);
    const proto = await summarise(table, { roles: { ...roles, client: tag('Tags', '__proto__') } });
    expect(proto.groups.map(({ client }) => client)).toEqual(['p']);
    const missing = await summarise(table, { roles: { ...roles, client: tag('Tags', 'constructor') } });
    expect(missing.groups).toEqual([]);
  });

  it('cleans names of control characters and outer spaces, and alters nothing else', async () => {
    const table = tableOf(
      ['Client', 'Vendor', 'Month', 'Amount', 'Currency'],
      [[' =A\u0000\n B\u0007 ', '__proto__', '2024-09', '1', 'EUR']],
    );
    expect((await summarise(table)).groups).toMatchObject([{ client: '=A  B', vendor: '__proto__' }]);
  });

  it('cannot be summed while a role is open, a column is missing, or nothing tells AI', async () => {
    const table = tableFrom('Amount\n1');
    await expect(summarise(table)).rejects.toThrow('No column stands for the vendor yet');
    const roles = {
      client: fixed('C'),
      vendor: fixed('V'),
      service: fixed(''),
      month: fixed('2024-09'),
      currency: fixed('EUR'),
    };
    await expect(summarise(table, { roles: { ...roles, amount: columns('Cost') } })).rejects.toThrow(
      'The table has no column "Cost"',
    );
    await expect(summarise(table, { roles, onlyAi: true })).rejects.toThrow(
      'Nothing in this table tells AI services from others',
    );
  });

  it('counts a row that does not fit the header as a problem of the whole row, and no amount of it', async () => {
    const table = tableFrom(BILL);
    const ragged = {
      ...table,
      readRows: async (...[columns, each, progress, rowProblem]: Parameters<typeof table.readRows>) => {
        await table.readRows(columns, each, progress);
        rowProblem?.(9, 'The row has 9 cells, the header 5.');
      },
    };
    const [plain, summary] = [await summarise(table), await summarise(ragged)];
    expect([summary.rows - plain.rows, summary.problemRows - plain.problemRows]).toEqual([1, 1]);
    expect(summary.problems.at(-1)).toEqual({
      line: 9,
      role: null,
      column: '',
      value: '',
      message: 'The row has 9 cells, the header 5.',
    });
    expect(summary.totals).toEqual(plain.totals);
  });

  it('takes what the mapping says otherwise where columns or a tag are blank', async () => {
    const table = tableOf(
      ['Kunde', 'Tags', 'Cost'],
      [
        ['', '{"team": "a"}', '1'],
        ['K', '', '2'],
      ],
    );
    const base = {
      vendor: fixed('V'),
      service: fixed(''),
      month: fixed('2024-09'),
      currency: fixed('EUR'),
      amount: columns('Cost'),
    };
    const byColumn = await summarise(table, {
      roles: { ...base, client: { kind: 'columns', columns: ['Kunde'], otherwise: 'rest' } },
    });
    const byTag = await summarise(table, {
      roles: { ...base, client: { kind: 'tag', column: 'Tags', tag: 'team', otherwise: 'rest' } },
    });
    expect(byColumn.groups.map(({ client, amount }) => [client, amount])).toEqual([
      ['K', '2'],
      ['rest', '1'],
    ]);
    expect(byTag.groups.map(({ client, amount }) => [client, amount])).toEqual([
      ['a', '1'],
      ['rest', '2'],
    ]);
  });

  it('tells of its progress', async () => {
    const table = tableFrom(BILL);
    const recognition = recognise(table);
    const heard: number[][] = [];
    await summariseBill(table, recognition, recognition.mapping, null, (...at) => heard.push(at));
    expect(heard).toEqual([[100, 100, 3]]);
  });

  it('shows at most 200 characters of a value', async () => {
    expect((await amountsOf('x'.repeat(1000))).problems[0]?.value).toHaveLength(200);
  });
});

describe('points and commas', () => {
  it.each<[Cell[], 'point' | 'comma', string, boolean]>([
    [['1.234'], 'comma', '1234', true],
    [['1,234'], 'point', '1234', true],
    [['1.234', '899'], 'comma', '2133', true],
    [['1.234', '5,5'], 'comma', '1239.5', false],
    [['1.234', '5.5'], 'point', '6.734', false],
    [['1.234', '1.234.567'], 'comma', '1235801', false],
    [['1,234', '1,234,567'], 'point', '1235801', false],
    [['1.234', 5.5], 'comma', '1239.5', true],
    [['1.234', '1,5', 0.25], 'comma', '1235.75', false],
    [['899', '12'], 'point', '911', false],
  ])('of %p are decided by the whole column: %s, %s; asked: %p', async (cells, numbers, kept, isAsked) => {
    const summary = await amountsOf(...cells);
    expect(summary.numbers).toBe(numbers);
    expect(summary.questions.map(({ option, answer }) => [option, answer])).toEqual(isAsked ? [['numbers', null]] : []);
    expect(summary.totals[0]?.kept).toBe(kept);
    expect(summary.problemRows).toBe(0);
  });

  it('that do not fit the others are problems', async () => {
    const summary = await amountsOf('1,5', '2,5', '3.75', '1.000');
    expect(summary).toMatchObject({ numbers: 'comma', rows: 4, keptRows: 3, problemRows: 1 });
    expect(summary.problems).toMatchObject([{ line: 4, role: 'amount', value: '3.75' }]);
    expect(summary.totals).toMatchObject([{ rows: 3, total: '1004', kept: '1004' }]);
  });

  it('that do not fit are the problem of their row, whatever else is wrong with it', async () => {
    const summary = await summarise(
      tableFrom('Client|Vendor|Month|Amount|Currency\nC|V|2024-09|1,5|EUR\nC|V|2024-09|2,5|EUR\n|V|2024-09|3.75|EUR'),
    );
    expect(summary.problems).toMatchObject([{ line: 4, role: 'amount' }]);
    expect(summary.totals).toMatchObject([{ rows: 2, total: '4', leftOut: [] }]);
  });

  it('are as the user says where the user says so, and hundredths are divided exactly', async () => {
    const table = tableFrom('Client|Vendor|Month|Amount|Currency\nC|V|2024-09|1.234|EUR');
    expect((await summarise(table, { numbers: 'comma' })).totals[0]?.kept).toBe('1234');
    expect((await summarise(table, { numbers: 'point', hundredths: true })).totals[0]?.kept).toBe('0.01234');
  });
});

describe('the order of day and month', () => {
  it.each([
    [['5/1/25', '5/13/25'], 'month-first', ['2025-05'], false],
    [['5/1/25', '13/5/25'], 'day-first', ['2025-01', '2025-05'], false],
    [['5/1/25'], 'month-first', ['2025-05'], true],
    [['5/5/25'], 'month-first', ['2025-05'], false],
    [['05.01.2025'], 'day-first', ['2025-01'], true],
    [['2025-05-01', 'May 2025'], null, ['2025-05'], false],
  ] as const)('of %p is found out from the whole file: %s', async (cells, dates, months, isAsked) => {
    const summary = await datesOf(cells);
    expect(summary).toMatchObject({ dates, problemRows: 0 });
    expect(summary.questions.map(({ option, answer }) => [option, answer])).toEqual(isAsked ? [['dates', null]] : []);
    expect(summary.groups.map(({ month }) => month)).toEqual(months);
  });

  it('makes problems of the dates that do not fit the others', async () => {
    const summary = await datesOf(['13/5/25', '14/5/25', '5/15/25', '6/5/25']);
    expect(summary).toMatchObject({ dates: 'day-first', keptRows: 3, problemRows: 1 });
    expect(summary.problems).toMatchObject([{ line: 4, role: 'month', value: '5/15/25' }]);
    expect(summary.totals).toMatchObject([
      { total: '4', kept: '3', leftOut: [{ reason: 'problem', rows: 1, amount: '1' }] },
    ]);
    expect(await datesOf(['13/5/25', '5/15/25', '5/16/25'], { dates: 'day-first' })).toMatchObject({
      keptRows: 1,
      problemRows: 2,
      questions: [],
    });
  });

  it('is told by rows that are left out, too', async () => {
    const table = tableFrom(
      'Client|Vendor|Service|Date|Amount|Currency\nC|V|GPT|5/1/25|1|EUR\nC|V|Storage|13/1/25|1|EUR',
    );
    expect(await summarise(table, { onlyAi: true })).toMatchObject({
      dates: 'day-first',
      questions: [],
      keptRows: 1,
      problemRows: 0,
    });
  });

  it('is what the format documents where nothing tells', async () => {
    const table = tableFrom(
      'SubscriptionName|MeterCategory|SubscriptionId|Date|Cost|BillingCurrency\nC|Storage|1|09/01/2023|1|USD',
    );
    const summary = await summarise(table);
    expect(summary).toMatchObject({ dates: 'month-first', questions: [] });
    expect(summary.groups[0]?.month).toBe('2023-09');
  });
});

describe('whatever the rows', () => {
  const cell = (...cells: Cell[]) => fc.constantFrom(...cells);
  const row = fc.tuple(
    cell('A', 'B', '', 'NULL', 7, '#N/A'),
    cell('V', 'OpenAI', ''),
    cell('GPT', 'Storage', ''),
    cell('2024-09', '5/1/25', '13/1/25', '1/14/25', '', 'x', 45536),
    fc.oneof(
      cell('1.234', '1,234', '0.5', '0,5', '1.234,5', '', 'x', '(3)', '-2e-9', '€ 5', 0.1, '99999999999999999999.01'),
      fc.integer({ min: -1e6, max: 1e6 }).map(String),
    ),
    cell('EUR', 'usd', 'Token', '$', ''),
  );
  const style = fc.record({
    numbers: fc.constantFrom('auto' as const, 'point' as const, 'comma' as const),
    dates: fc.constantFrom('auto' as const, 'month-first' as const, 'day-first' as const),
    hundredths: fc.boolean(),
    onlyAi: fc.boolean(),
    filters: fc.constantFrom([], [{ column: 'Vendor', contains: 'open' }]),
  });
  const header = ['Client', 'Vendor', 'Service', 'Date', 'Amount', 'Currency'];
  const roles = {
    client: columns('Client'),
    vendor: columns('Vendor'),
    service: columns('Service'),
    month: columns('Date'),
    amount: columns('Amount'),
    currency: columns('Currency'),
  };

  it('the total is what is kept and what is left out, and every row counts once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), style, async (rows, change) => {
        const summary = await summarise(tableOf(header, rows), { ...change, roles });
        const unread = summary.rows - summary.totals.reduce((count, one) => count + one.rows, 0);
        let [kept, out, problems] = [0, 0, unread];
        for (const one of summary.totals) {
          expect(total([one.kept, ...one.leftOut.map(({ amount }) => amount)])).toBe(one.total);
          expect(one.keptRows + one.leftOut.reduce((count, left) => count + left.rows, 0)).toBe(one.rows);
          const groups = summary.groups.filter(({ currency }) => currency === one.currency);
          if (one.keptRows > 0) {
            expect(total(groups.map(({ amount }) => amount))).toBe(one.kept);
          }
          kept += one.keptRows;
          for (const left of one.leftOut) {
            if (left.reason === 'problem') {
              problems += left.rows;
            } else {
              out += left.rows;
            }
          }
        }
        expect([summary.keptRows, summary.leftOutRows, summary.problemRows]).toEqual([kept, out, problems]);
        expect(kept + out + problems).toBe(summary.rows);
        expect(summary.problems).toHaveLength(problems);
        expect(new Set(summary.problems.map(({ line }) => line)).size).toBe(problems);
        expect(
          new Set(
            summary.groups.map((group) =>
              JSON.stringify([group.client, group.vendor, group.service, group.month, group.currency]),
            ),
          ).size,
        ).toBe(summary.groups.length);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('and the columns of a ledger, what is kept is what the rows say when they are read one by one', async () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    const ledgerRow = fc.tuple(amount, fc.option(amount), fc.constantFrom('D', 'C', 'Charge', 'Refund'));
    await fc.assert(
      fc.asyncProperty(fc.array(ledgerRow, { minLength: 1, maxLength: 30 }), fc.boolean(), async (rows, isPair) => {
        const table = tableOf(
          ['No', 'Client', 'Vendor', 'Month', 'Currency', 'Debit', 'Credit', 'Side'],
          rows.map(([debit, credit, side], at) => [
            `n${at}`,
            'C',
            'V',
            '2024-09',
            'EUR',
            `${debit}.5`,
            isPair ? String(credit ?? '') : '',
            side,
          ]),
        );
        const ledger = isPair ? { credits: ['Credit'] } : { side: 'Side' };
        const expected = rows.reduce((sum, [debit, credit, side]) => {
          const sign = !isPair && (side === 'C' || side === 'Refund') ? -1 : 1;
          return sum + sign * (debit + 0.5) - (isPair ? (credit ?? 0) : 0);
        }, 0);
        const recognition = recognise(table);
        const mapping = { ...recognition.mapping, roles: { ...recognition.mapping.roles, amount: columns('Debit') } };
        const others = without(mapping, 'credits', 'side');
        const summary = await summariseBill(table, recognition, { ...others, ...ledger, totals: 'count' }, null);
        expect(summary.totals).toMatchObject([{ currency: 'EUR', kept: String(expected), keptRows: rows.length }]);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  it('rows of totals are left out, wherever they stand and whatever they add up', async () => {
    const amount = fc.integer({ min: -10_000, max: 10_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(amount, { minLength: 2, maxLength: 6 }), { minLength: 1 }), async (blocks) => {
        const line = (client: string, sum: number) => [client, 'V', sum === 0 ? '0.5' : `${sum}.0`, 'EUR', '2024-09'];
        const rows = blocks.flatMap((block, at) => [
          ...block.map((one) => line(`C${at}`, one)),
          [`C${at} Total`, '', `${block.reduce((sum, one) => sum + (one === 0 ? 0.5 : one), 0)}`, '', ''],
        ]);
        const all = blocks.flat().reduce((sum, one) => sum + (one === 0 ? 0.5 : one), 0);
        const table = tableOf(
          ['Client', 'Vendor', 'Amount', 'Currency', 'Month'],
          [...rows, ['Grand total', '', String(all), '', '']],
        );
        const summary = await summarise(table);
        expect(summary).toMatchObject({ keptRows: blocks.flat().length, problemRows: 0 });
        expect(summary.totals.find(({ currency }) => currency === 'EUR')?.kept).toBe(String(all));
        const ofTotals = summary.questions.filter(({ option }) => option === 'totals');
        expect(ofTotals).toMatchObject([{ answer: 'leave-out' }]);
        expect(summary.totalRows.map((row) => row.rowsAddUpTo)).toEqual(summary.totalRows.map((row) => row.amount));
      }),
      { seed: 14, numRuns: 100 },
    );
  });

  it('their order makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), style, async (rows, change) => {
        const there = await summarise(tableOf(header, rows), { ...change, roles });
        const back = await summarise(tableOf(header, [...rows].reverse()), { ...change, roles });
        const inAnyOrder = { problems: [], notices: [] };
        // Which name a blank client stands below is a matter of order, and so is whether its amount is among those whose signs count.
        const questionsOf = (all: typeof back) =>
          all.questions.filter(({ option }) => option !== 'blanks' && option !== 'negatives');
        expect({ ...back, ...inAnyOrder, questions: questionsOf(back) }).toEqual({
          ...there,
          ...inAnyOrder,
          questions: questionsOf(there),
        });
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});
