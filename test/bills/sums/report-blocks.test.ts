import { summarise, tableFrom } from '../tables';

/** What is asked of a bill with these amounts, and the lines of the rows that may be totals. */
async function read(...amounts: readonly string[]): Promise<{ lines: number[]; kept: string | undefined }> {
  const rows = amounts.map((amount, at) => `Client ${at}|Initech|2024-09|USD|${amount}`);
  const { totals, totalRows } = await summarise(tableFrom(['Client|Vendor|Month|Currency|Amount', ...rows].join('\n')));
  return { lines: totalRows.map(({ line }) => line), kept: totals[0]?.kept };
}

describe('rows that state the sums of lists', () => {
  it('are found above lists of two, if the table is made of lists', async () => {
    expect(await read('30.5', '10.25', '20.25', '17.1', '7.05', '10.05')).toEqual({ lines: [2, 5], kept: '47.6' });
  });

  it('are found below lists of two', async () => {
    expect(await read('10.25', '20.25', '30.5', '7.05', '10.05', '17.1')).toEqual({ lines: [4, 7], kept: '47.6' });
  });

  it('are found also above a list of one row and of rows of nothing', async () => {
    expect(await read('3', '1', '2', '4', '4', '0', '7', '3', '4')).toEqual({ lines: [2, 5, 8], kept: '14' });
  });

  it('are found with the sum of all of them at the end', async () => {
    expect(await read('3', '1', '2', '7', '3', '4', '10')).toEqual({ lines: [2, 5, 8], kept: '10' });
  });

  it('are told in the order of their lines', async () => {
    expect(await read('1', '2', '3', '3', '4', '7', '10')).toEqual({ lines: [4, 7, 8], kept: '10' });
  });

  it.each([
    ['one row is the sum of its neighbours', ['300', '100', '200', '50', '20', '40', '10']],
    ['there is one list alone', ['300', '100', '200']],
    ['rows remain behind the last list', ['300', '100', '200', '50', '20', '30', '5']],
    ['all lists have the same sum, as prices may', ['40', '20', '20', '40', '20', '20']],
    ['each amount is there twice', ['20', '20', '30', '30', '40', '40']],
  ])('are none if %s', async (_, amounts) => {
    expect(await read(...amounts)).toMatchObject({ lines: [] });
  });

  it('are none if a list has another currency', async () => {
    const { totalRows } = await summarise(
      tableFrom(`Client|Vendor|Month|Currency|Amount
      A|Initech|2024-09|USD|30
      B|Initech|2024-09|USD|10
      C|Initech|2024-09|EUR|20
      D|Initech|2024-09|USD|7
      E|Initech|2024-09|USD|3
      F|Initech|2024-09|USD|4`),
    );
    expect(totalRows).toEqual([]);
  });
});
