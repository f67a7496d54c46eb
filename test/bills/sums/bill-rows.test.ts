import { summariseBill } from '../../../src/bills/sums/summarise';
import type { TextTable } from '../../../src/formats/file/text-table';
import { recognise, summarise, tableFrom } from '../tables';

const spentOf = ({ groups }: Awaited<ReturnType<typeof summarise>>) =>
  groups.map(({ client, amount }) => `${client} ${amount}`);

describe('blank clients that stand for the one above', () => {
  it.each(['', 'much', '1e400'])('stand for a client whose own amount is "%s"', async (amount) => {
    const table = tableFrom(`
      Client | Vendor | Month   | Amount    | Currency
      Acme   | V      | 2024-09 | 1         | EUR
             | V      | 2024-10 | 2         | EUR
      Beta   | V      | 2024-09 | ${amount} | EUR
             | V      | 2024-10 | 8         | EUR
    `);
    const summary = await summarise(table, { blanks: 'fill-down' });
    expect(spentOf(summary)).toEqual(['Acme 1', 'Acme 2', 'Beta 8']);
    expect(summary.problemRows).toBe(1);
  });

  it('stand for no total that has no amount', async () => {
    const table = tableFrom(`
      Client | Vendor | Month   | Amount | Currency
      Acme   | V      | 2024-09 | 1      | EUR
      Total  | V      |         | much   | EUR
             | V      | 2024-10 | 2      | EUR
    `);
    expect(spentOf(await summarise(table, { blanks: 'fill-down' }))).toEqual(['Acme 1', 'Acme 2']);
  });

  it('stand for nobody below a row that does not fit the header, whose client is not known', async () => {
    const rows = tableFrom(`
      Client | Vendor | Month   | Amount | Currency
      Acme   | V      | 2024-09 | 1      | EUR
      misfit | V      | 2024-09 | 4      | EUR
             | V      | 2024-10 | 8      | EUR
      Beta   | V      | 2024-09 | 16     | EUR
             | V      | 2024-10 | 32     | EUR
    `);
    const table: TextTable = {
      ...rows,
      readRows: (positions, each, progress, rowProblem) =>
        rows.readRows(
          positions,
          (cells, line) => (cells.includes('misfit') ? rowProblem?.(line, 'The row is too long.') : each(cells, line)),
          progress,
        ),
    };
    const recognition = recognise(rows);
    const summary = await summariseBill(table, recognition, { ...recognition.mapping, blanks: 'fill-down' }, null);
    expect(spentOf(summary)).toEqual(['Acme 1', 'Beta 16', 'Beta 32']);
    expect(summary.problems.map(({ line }) => line)).toEqual([3, 4]);
  });
});
