import { HeaderRows } from '../../../src/bills/sums/header-rows';
import { summarise, tableFrom } from '../tables';

describe('a header among the rows', () => {
  const rows = new HeaderRows(['Client', 'Month', 'Vendor', 'Amount USD']);

  it.each([
    [['Client', 'Month', 'Vendor', 'Amount USD'], 'same'],
    [['CLIENT', 'month', 'Vendor', 'Amount'], 'same'],
    [['Vendor', 'Month', 'Client', 'Amount USD'], 'other'],
    [['Client', 'Month', 'Model', 'Tokens'], 'other'],
    [['Acme', 'pending', 'OpenAI', 'tbd'], null],
    [['Client', '', '', ''], null],
    [['Vendor', 'soon', 'OpenAI', 'unknown'], null],
    [['', '', '', ''], null],
  ] as const)('%j is the header of %s table', (cells, found) => {
    expect(rows.find(cells)).toBe(found);
  });

  it('begins another table, whose rows are problems until the header of this one comes again', async () => {
    const summary = await summarise(
      tableFrom(`
        Client | Vendor    | Month   | Currency | Amount
        Acme   | OpenAI    | 2024-09 | EUR      | 160
        Vendor | Client    | Month   | Currency | Amount
        OpenAI | Acme      | 2024-09 | EUR      | 20
        Client | Vendor    | Month   | Currency | Amount
        Beta   | OpenAI    | 2024-09 | EUR      | 5
      `),
    );
    expect(summary).toMatchObject({ keptRows: 2, totals: [{ kept: '165' }] });
    expect(summary.problems).toMatchObject([
      { line: 3, value: 'Amount' },
      { line: 4, message: expect.stringContaining('line 3') as string },
      { line: 5, value: 'Amount' },
    ]);
  });
});
