import { summarise, tableFrom } from '../tables';

const HEADER = 'Client|Vendor|Month|Amount|Currency|Invoice number|Line';
const notices = async (...rows: string[]) => (await summarise(tableFrom([HEADER, ...rows].join('\n')))).notices;

const first = 'Acme|OpenAI|2024-09|10.50|USD|R-1|1';
const other = (n: number) => `Beta|OpenAI|2024-09|${n}|USD|R-${n}|1`;

describe('a row that is there twice', () => {
  it('is told with its sum if it has the same number of an invoice and all else the same', async () => {
    expect(await notices(first, other(2), other(3), other(4), first, other(5))).toEqual([
      'A row repeats another cell for cell, with all that should tell it from others, such as the number of an invoice (line 6 that of 2): 10.5 USD. It counts. If it is there twice by mistake, take it out of the file.',
    ]);
  });

  it('is told right below the first, and as often as it comes', async () => {
    expect(await notices(first, first, first, other(2))).toEqual([
      expect.stringMatching(/^2 rows repeat .*: 21 USD\. They count/),
    ]);
  });

  it('is another row if any cell differs, or no invoice is named', async () => {
    expect(await notices(first, other(2), first.replace(/1$/, '2'))).toEqual([]);
    expect(await notices(first.replace('R-1|1', '|'), other(2), other(3), first.replace('R-1|1', '|'))).toEqual([]);
  });

  it('is not told a second time in a block that is told', async () => {
    const found = await notices(first, other(2), other(3), first, other(2), other(3));
    expect(found).toEqual([expect.stringMatching(/^Lines 5 to 7 repeat the 3 rows from line 2 on/)]);
  });
});

describe('a bill that says which rows are estimated', () => {
  const bill = tableFrom(`
    Client | Vendor | Month   | Amount | Currency | Estimated
    Acme   | AWS    | 2024-09 | 1      | USD      | false
    Acme   | AWS    | 2024-10 | 2      | USD      | true
    Acme   | AWS    | 2024-11 | 3      | USD      | TRUE`);

  it('marks their months as not complete, and asks', async () => {
    const { groups, questions } = await summarise(bill);
    expect(groups.map(({ month, isPartial = false }) => [month, isPartial])).toEqual([
      ['2024-09', false],
      ['2024-10', true],
      ['2024-11', true],
    ]);
    expect(questions).toMatchObject([{ option: 'complete', answer: 'no' }]);
    expect(questions[0]?.reason).toContain('2024-10 and 2024-11 are estimated');
  });

  it('marks none if they are complete as answered', async () => {
    const { groups } = await summarise(bill, { complete: 'yes' });
    expect(groups.some(({ isPartial }) => isPartial === true)).toBe(false);
  });
});
