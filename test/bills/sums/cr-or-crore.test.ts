import { recogniseTable } from '../../../src/bills/formats/recognise';
import { summarise, tableFrom } from '../tables';

const bill = (currency: string, ...amounts: string[]) =>
  tableFrom(
    [
      'Client|Vendor|Month|Currency|Amount',
      ...amounts.map((amount) => `Acme|Initech|2024-09|${currency}|${amount}`),
    ].join('\n'),
  );

const asked = async (table: ReturnType<typeof bill>, answer?: 'credit' | 'crore') => {
  const { questions, totals } = await summarise(table, answer === undefined ? {} : { cr: answer });
  return { questions: questions.map(({ option, answer: said }) => [option, said]), kept: totals[0]?.kept };
};

describe('Cr behind an amount', () => {
  it('is asked about among rupees, with both totals', async () => {
    const { questions } = await summarise(bill('INR', '1.2 Cr', '100', '200'));
    expect(questions.map(({ option, choices, answer }) => ({ option, choices, answer }))).toEqual([
      {
        option: 'cr',
        choices: [
          { value: 'crore', kept: [{ currency: 'INR', amount: '12000300' }] },
          { value: 'credit', kept: [{ currency: 'INR', amount: '298.8' }] },
        ],
        answer: null,
      },
    ]);
  });

  it('is what was answered', async () => {
    expect(await asked(bill('INR', '1.2 Cr', '100'), 'crore')).toMatchObject({ kept: '12000100' });
    expect(await asked(bill('INR', '1.2 Cr', '100'), 'credit')).toMatchObject({ kept: '98.8' });
  });

  it('is crore beside lakhs, and credit beside Dr; beside both it is asked about', async () => {
    expect(await asked(bill('INR', '1.2 Cr', '3 lakh'))).toEqual({ questions: [], kept: '12300000' });
    expect(await asked(bill('INR', '1.2 Cr', '3 Dr'))).toEqual({ questions: [], kept: '1.8' });
    expect(await asked(bill('INR', '1.2 Cr', '3 Dr', '1 lakh'))).toMatchObject({ questions: [['cr', null]] });
  });

  it('is credit among dollars, unless lakhs are written out', async () => {
    expect(await asked(bill('USD', '2 CR', '5'))).toEqual({ questions: [], kept: '3' });
    expect(await asked(bill('USD', '2 Cr', '5 lakh'))).toEqual({ questions: [], kept: '20500000' });
  });

  it('counts the same in the check of rows of totals', async () => {
    const table = tableFrom(`Client|Vendor|Month|Currency|Amount
      Acme|Initech|2024-09|INR|1.2 Cr
      Beta|Initech|2024-09|INR|0.3 Cr
      Total||||1.5 Cr`);
    const { totals, totalRows } = await summarise(table, { cr: 'crore' });
    expect(totals.find(({ currency }) => currency === 'INR')?.kept).toBe('15000000');
    expect(totalRows).toEqual([{ line: 4, label: 'Total', amount: '15000000', rowsAddUpTo: '15000000' }]);
  });
});

describe('numbers in words', () => {
  it('are told with an example', async () => {
    expect((await summarise(bill('USD', '1.5M', '20k', '3'))).notices).toEqual([
      '2 amounts say in a word what they are counted in, and count so: "1.5M" is 1500000.',
    ]);
  });

  it('are no letters that stand for the currency itself', async () => {
    const { problems } = await summarise(bill('ZMW', '20 K', '3'));
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });

  it('leave open in what the others are counted, if the name of the column says it too', async () => {
    const table = tableFrom(
      'Client|Vendor|Month|Currency|Spend ($M)\nAcme|Initech|2024-09|USD|1.5M\nBeta|Initech|2024-09|USD|2.25',
    );
    const { questions } = await summarise(table);
    expect(questions.map(({ option, answer }) => [option, answer])).toEqual([['units', null]]);
  });

  it('do not make a column of names one of amounts', () => {
    const { mapping } = recogniseTable(
      ['Client', 'Context'],
      [
        ['Acme', '32k'],
        ['Beta', '128k'],
      ],
    );
    expect(mapping.roles.amount).toEqual({ kind: 'columns', columns: [] });
  });
});

describe('a column whose name says Cr', () => {
  const asks = async (name: string, currency: string) => {
    const { questions } = await summarise(
      tableFrom(`Client|Vendor|Month|Currency|${name}\nAcme|Initech|2024-09|${currency}|1.2`),
    );
    return questions.map(({ option, answer }) => [option, answer]);
  };

  it('is asked about among rupees, and told beside the sign of rupees', async () => {
    expect(await asks('Amount (Cr)', 'INR')).toEqual([['units', null]]);
    expect(await asks('Amount (₹ Cr)', 'INR')).toEqual([['units', 'crores']]);
    expect(await asks('Amount (Rs. in L)', 'INR')).toEqual([['units', 'lakhs']]);
    expect(await asks('Amount (Cr)', 'USD')).toEqual([]);
  });
});
