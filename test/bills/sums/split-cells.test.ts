import { openBill } from '../reading/open-bill';

describe('cells that a comma may have set apart within an amount', () => {
  it.each([
    ['the note behind it holds nothing but two digits', 'Note', ['1,50,', '10,00,'], '11.5'],
    ['the currency does', 'Currency,Note', ['1,50,EUR', '10,00,EUR'], '11.5'],
    ['the last column has no name', '', ['1,50', '10,00'], '11.5'],
    ['a quantity begins with a zero', 'Quantity', ['1,50', '10,05'], '11.55'],
    ['some other number is 00', 'Team', ['1,50', '10,00'], '11.5'],
    ['a whole amount is among them', 'Note', ['1,50', '10'], '11.5'],
    ['a sign of a currency stands before or behind it', 'Note', ['€ 1,50', '10,00 €'], '11.5'],
    ['thousands are apart from the rest', 'Note', ['1,234.50', '275.00,late'], '1509.5'],
  ])('are asked about if %s', async (_, next, rows, joined) => {
    const { options, sums } = await read(next, rows);
    expect(options).toEqual(['cells']);
    expect(sums[0]).toBe(joined);
    expect((await read(next, rows, 'cells:join')).kept).toBe(joined);
    expect((await read(next, rows, 'cells:apart')).kept).toBe(sums[1]);
  });

  it.each([
    ['quantities', 'Quantity', ['100,10', '200,25']],
    ['rates of a tax', 'VAT %', ['100,19', '200,19']],
    ['numbers of a cost centre', 'Kostenstelle', ['100,10', '200,20']],
    ['texts among them', 'Note', ['100,10', '200,second seat']],
    ['amounts with decimals of their own', 'Note', ['100.00,10', '200.00,20']],
    ['longer numbers', 'Note', ['100,1041', '200,1042']],
    ['nothing', 'Note', ['100,', '200,']],
  ])('are not asked about if %s stand behind whole amounts', async (_, next, rows) => {
    expect(await read(next, rows)).toMatchObject({ options: [] });
  });

  it('are none if semicolons set the cells apart', async () => {
    const { options, kept } = await read('Note', ['1,50;', '10,00;'], '', ';');
    expect(options).toEqual([]);
    expect(kept).toBe('11.5');
  });
});

/** What is asked of a bill in which these are the amounts and what follows, with what the answers would keep, and what it keeps. */
async function read(
  next: string,
  rows: readonly string[],
  change = '',
  delimiter = ',',
): Promise<{ options: string[]; sums: (string | undefined)[]; kept: string | undefined }> {
  const header = ['Client', 'Vendor', 'Month', 'Amount', next].join(delimiter);
  const lines = rows.map((row) => [`Acme`, 'OpenAI', '2026-05', row].join(delimiter));
  const { summarise } = await openBill(new File([[header, ...lines, ''].join('\n')], 'bill.csv'));
  const { summary } = await summarise(`"EUR"=currency${change === '' ? '' : `,${change}`}`);
  return {
    options: summary.questions.filter(({ answer }) => answer === null || change !== '').map(({ option }) => option),
    sums: summary.questions.flatMap(({ choices }) => choices.map(({ kept }) => kept[0]?.amount)),
    kept: summary.totals[0]?.kept,
  };
}
