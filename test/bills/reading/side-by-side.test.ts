import { sideBySide } from '../../../src/bills/reading/side-by-side';
import type { Cell, TextTable } from '../../../src/formats/file/text-table';
import { tableFrom, type MemoryTable } from '../tables';
import { openBill } from './open-bill';

async function rowsOf(table: TextTable, ...columns: string[]): Promise<[number, ...Cell[]][]> {
  const rows: [number, ...Cell[]][] = [];
  await table.readRows(
    columns.map((column) => table.header.indexOf(column)),
    (cells, line) => rows.push([line, ...cells]),
  );
  return rows;
}

const unfolded = (table: MemoryTable) => sideBySide(table, table.rows)?.table ?? null;

describe('amounts under months', () => {
  const table = tableFrom(`
    Client | Sep 2024 ($) | Team | Oct 2024 ($) | Total ($)
    Acme   | 1            | a    | 2            | 3
    Beta   |              | b    | -4.5         | -4.5
    Gamma  |              |      |              |
    Total  | 1            |      | -2.5         | -1.5
  `);

  it('are read one below the other, each with what its row says; a row of totals once', async () => {
    const below = unfolded(table)!;
    expect(below.header).toEqual(['Client', 'Team', 'Month', 'Amount ($)']);
    expect(await rowsOf(below, 'Amount ($)', 'Client', 'Month', 'Team')).toEqual([
      [2, '1', 'Acme', 'Sep 2024', 'a'],
      [2, '2', 'Acme', 'Oct 2024', 'a'],
      [3, '-4.5', 'Beta', 'Oct 2024', 'b'],
      [4, '', 'Gamma', '', ''],
      [5, '-1.5', 'Total', '', ''],
    ]);
  });

  it('are told', () => {
    expect(sideBySide(table, table.rows)?.notice).toBe(
      '2 columns of amounts stand side by side, from "Sep 2024" to "Oct 2024": they are read one below the other, with these names as Month. ' +
        '"Total ($)" adds them up, and is not read. If that is wrong, choose the table as it stands.',
    );
  });

  it('keep the names of columns that are there already', () => {
    const named = tableFrom('Month|Amount|2024-09|2024-10\nx|y|1|2');
    expect(unfolded(named)?.header).toEqual(['Month', 'Amount', 'Month of the column', 'Amount of the column']);
  });

  it.each([
    ['one month', 'Client|2024-09|Amount\nAcme|1|2'],
    ['no amounts', 'Client|2024-09|2024-10\nAcme|yes|no'],
    ['one column that has none', 'Client|2024-09|2024-10|2024-11\nAcme|1|2|open'],
    ['a month twice', 'Client|2024-09 (cost)|2024-09 (use)|2024-10 (cost)\nAcme|1|2|3'],
    ['dates that could be either', 'Client|05/01/2024|06/01/2024\nAcme|1|2'],
    ['nothing below them', 'Client|2024-09|2024-10'],
  ])('are not where there is %s', (_, text) => {
    expect(unfolded(tableFrom(text))).toBeNull();
  });
});

describe('a total beside months', () => {
  const noticesOf = async (...lines: string[]): Promise<readonly string[]> => {
    const file = new File([['Client;Vendor;Sep 2024;Oct 2024;Total', ...lines].join('\n')], 'spend.csv');
    return (await (await openBill(file)).summarise('"EUR"=currency')).summary.notices;
  };

  it('is told where the months do not add up to it, by the line, with both', async () => {
    expect(
      await noticesOf(
        'Acme;V;1.250,50;1.300,00;2.550,50',
        'Beta;V;;80,10;81,10',
        'Gamma;V;5,00;;',
        'Delta;V;1,00;1,00;3,00',
      ),
    ).toEqual([
      '"Total" is not what the amounts beside it add up to in 2 rows, the first of them line 3: it says 81.1, they add up to 80.1. ' +
        'The amounts count, the total does not: look for one that is missing or wrong.',
    ]);
  });

  it('may differ by what rounding does', async () => {
    expect(await noticesOf('Acme;V;0,3333;0,3333;0,67', 'Beta;V;1,0000;2,0000;3,00')).toEqual([]);
  });

  it('of some months is not held against all of them', async () => {
    const file = new File(['Client;Vendor;Sep 2024;Oct 2024;September total\nA;V;1,50;2,50;1,50\n'], 'spend.csv');
    const { table, summarise } = await openBill(file);
    expect(table.columns).toEqual(['Client', 'Vendor', 'Month', 'Amount']);
    expect((await summarise('"EUR"=currency')).summary.notices).toEqual([]);
  });
});

describe('a file with months side by side', () => {
  const file = new File(['Client,2024-09,2024-10\nAcme,1,2\n'], 'spend.csv');

  it('can be read as it stands as well', async () => {
    const { found } = await openBill(file);
    expect(found.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['Amounts one below the other', ['Client', 'Month', 'Amount']],
      ['As it stands', ['Client', '2024-09', '2024-10']],
    ]);
  });
});

describe('months side by side with two digits behind their names', () => {
  const columnsOf = async (...names: string[]) => {
    const text = `Client;Vendor;Currency;${names.join(';')}\nAcme;OpenAI;EUR;${names.map(() => '1,50').join(';')}\n`;
    return (await openBill(new File([text], 'spend.csv'))).table.columns;
  };

  it('are of these years where each follows the one before', async () => {
    expect(await columnsOf('Nov 24', 'Dez 24', 'Jan 25', 'Summe')).toEqual([
      'Client',
      'Vendor',
      'Currency',
      'Month',
      'Amount',
    ]);
  });

  it.each([[['Nov 4', 'Nov 11', 'Nov 18']], [['Nov 24', 'Dez 24', 'Feb 25']], [['Nov 24', 'Dez 31']]])(
    'are left as they stand where they may be days: %p',
    async (names) => {
      expect(await columnsOf(...names)).toEqual(['Client', 'Vendor', 'Currency', ...names]);
    },
  );
});
