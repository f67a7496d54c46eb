import { fromXlsx, toXlsx } from '../../src/local/files/xlsx/xlsx-file';
import {
  PLAIN_SHEET,
  PLAIN_STYLE,
  type CellContent,
  type SheetContent,
  type WorkbookContent,
} from '../../src/local/values/content';
import { FixtureWorkbook } from '../e2e/fixture-workbook';

jest.setTimeout(60_000);

/* What is tried in the local workbook has to come out as in Excel: the grid's own readings must not stand between. */
let workbook: FixtureWorkbook;

beforeAll(async () => {
  workbook = await FixtureWorkbook.open();
});

afterAll(async () => {
  await workbook.close();
});

beforeEach(async () => {
  await workbook.clear();
});

/** A table `My_Clients` over F1:G3, of Client and Spend. */
async function makeTable(): Promise<void> {
  for (const [address, text] of Object.entries({ F1: 'Client', F2: 'A', F3: 'B', G1: 'Spend', G2: '1', G3: '2' })) {
    await workbook.enter(address, text);
  }
  await workbook.inAddin(() =>
    Excel.run(async (context) => {
      context.workbook.tables.add('Sheet1!F1:G3', true).name = 'My_Clients';
      await context.sync();
    }),
  );
}

/** Enters formulas in column A, five rows apart, and reads what they come to. */
async function results(formulas: readonly string[]): Promise<unknown[]> {
  const place = (index: number): string => `A${5 * index + 1}`;
  for (const [index, formula] of formulas.entries()) {
    await workbook.enter(place(index), formula);
  }
  await workbook.settled();
  const cells = await Promise.all(formulas.map((_, index) => workbook.read(place(index))));
  return cells.map(({ value, error }) => error?.code ?? value);
}

test('a call with a function that the grid does not have is answered, not waited for', async () => {
  expect(await results(['=KIND(NOSUCH(1))'])).toEqual(['[[error #NAME?]]']);
});

test('rows and columns that the add-in deletes on another sheet than the active one take no formula of the active one along', async () => {
  await workbook.enter('B5', '=1+1');
  await workbook.inAddin(() =>
    Excel.run(async (context) => {
      const other = context.workbook.worksheets.add('Other');
      other.getRange('D6').formulas = [['=2+2']];
      other.getRange('1:2').delete('Up');
      other.getRange('A:A').delete('Left');
      await context.sync();
    }),
  );
  await workbook.settled();
  expect((await workbook.read('B5')).formula).toBe('=1+1');
  expect((await workbook.read('B3')).formula).toBe('');
});

describe('a constant in a formula', () => {
  test('reaches a function as a number where it is one, however it is spelled', async () => {
    expect(await results(['=KIND(1.50)', '=KIND(100.00)', '=KIND(.5)', '=KIND(0.10)', '=KIND(-2.50)'])).toEqual([
      '[[number 1.5]]',
      '[[number 100]]',
      '[[number 0.5]]',
      '[[number 0.1]]',
      '[[number -2.5]]',
    ]);
  });

  test('reaches a function as a text where it is one, whatever it looks like', async () => {
    expect(await results(['=KIND("11/2024")', '=KIND("8%")', '=KIND("1/2")', '=KIND("$1.00")', '=KIND("")'])).toEqual([
      '[[string 11/2024]]',
      '[[string 8%]]',
      '[[string 1/2]]',
      '[[string $1.00]]',
      '[[string ]]',
    ]);
    expect(await results(['=KIND({1.50,"a,b";"11/2024",TRUE})', '=1.50+"1.5"'])).toEqual([
      '[[number 1.5,string a,b],[string 11/2024,boolean true]]',
      3,
    ]);
  });

  test('is compared as it stands, though functions read an asterisk as any text', async () => {
    expect(
      await results([
        '="total"="*"',
        '="*"="*"',
        '="A?"="a?"',
        '="ab"<>"a?"',
        '="a*">"a*"',
        '=SUM(--({"a","*"}="*"))',
        '=COUNTIF(A1:A1,"*")',
      ]),
    ).toEqual([false, true, true, true, false, 1, 0]);
  });

  test('keeps doubled quotation marks and line ends, also when its formula is copied or moved', async () => {
    expect(await results(['=LEN("a""""b")', '=KIND("say ""yes""")', '=LEN("a\nb")'])).toEqual([
      4,
      '[[string say "yes"]]',
      3,
    ]);
    await workbook.enter('K1', '=L1&"a""b"&"c\nd"');
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('K5').copyFrom('K1');
        sheet.getRange('2:2').insert('Down');
        await context.sync();
      }),
    );
    await workbook.settled();
    expect(await workbook.read('K6')).toMatchObject({ formula: '=L6&"a""b"&"c\nd"', value: 'a"bc\nd' });
  });
});

describe('@', () => {
  test('takes the first of several values', async () => {
    expect(await results(['=@SUM({1,2})', '=@KIND(1)', '=@MIXED()', '=KIND(@{7,8})'])).toEqual([
      3,
      '[[number 1]]',
      1,
      '[[number 7]]',
    ]);
    expect(await workbook.read('A11')).toMatchObject({ spill: null });
  });

  test('takes of a range the cell in its own row or column, and is an error where there is none', async () => {
    await workbook.enter('C1', '10');
    await workbook.enter('C6', '60');
    expect(await results(['=@C1:C9', '=-@C1:C9*2', '=KIND(@C2:C40)', '=@C1:C9', '=@C1'])).toEqual([
      10,
      -120,
      '[[null]]',
      '#VALUE!',
      10,
    ]);
  });

  test('is no reason to add parentheses to what was typed', async () => {
    await workbook.type('A2', '=-@C1:C9');
    expect(await workbook.read('A2')).toMatchObject({ formula: '=-@C1:C9' });
  });
});

describe('a reference to a table', () => {
  test('means by [@Column] the row it stands in, within the table and beside it', async () => {
    await makeTable();
    await workbook.enter('H2', '=KIND(My_Clients[@Client])');
    await workbook.enter('H3', '=my_clients[@spend]*10');
    await workbook.enter('H4', '=My_Clients[@Spend]');
    await workbook.enter('G3', '=LEN([@Client])+4');
    await workbook.settled();
    expect(await workbook.read('H2')).toMatchObject({ value: '[[string A]]', formula: '=KIND(My_Clients[@Client])' });
    expect(await workbook.read('H3')).toMatchObject({ value: 50 });
    expect(await workbook.read('H4')).toMatchObject({ error: { code: '#VALUE!' } });
    await workbook.enter('F3', 'Longer');
    await workbook.settled();
    expect(await workbook.read('G3')).toMatchObject({ value: 10 });
  });

  test('to a column that is not there is #REF!, and never the next column', async () => {
    await makeTable();
    expect(
      await results(['=SUM(My_Clients[Spend])', '=SUM(My_Clients[Nope])', '=My_Clients[[#Totals],[Spend]]']),
    ).toEqual([3, '#REF!', '#REF!']);
  });
});

describe("the menu of a table's column", () => {
  test('sorts the rows, which is one step to undo', async () => {
    await makeTable();
    await workbook.settled();
    const spend = async (): Promise<unknown[]> => [
      (await workbook.read('F2')).text,
      (await workbook.read('G2')).value,
      (await workbook.read('G3')).value,
    ];
    const header = await workbook.page.evaluate(() => window.localWorkbook.cellRect('Sheet1', 'G1'));
    await workbook.page.mouse.click(header.x + header.width - 10, header.y + header.height / 2);
    await workbook.page.getByText('Descending').first().click();
    await workbook.shows('G2', '2');
    expect(await spend()).toEqual(['B', 2, 1]);
    await workbook.page.keyboard.press('Escape');
    await workbook.clickCell('J9');
    await workbook.page.keyboard.press('Control+z');
    await workbook.shows('G2', '1');
    expect(await spend()).toEqual(['A', 1, 2]);
  });
});

describe('what a table grows by', () => {
  test('is one step to undo, together with what was pasted below it, and one to do again', async () => {
    await makeTable();
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('G3').numberFormat = [['0.00']];
        await context.sync();
      }),
    );
    const state = (): Promise<unknown> =>
      workbook.inAddin(() =>
        Excel.run(async (context) => {
          const table = context.workbook.tables.getItem('My_Clients').getRange().load('address');
          const range = context.workbook.worksheets.getItem('Sheet1').getRange('F3:G6').load('values,numberFormat');
          await context.sync();
          return [table.address, range.values, range.numberFormat];
        }),
      );
    const before = await state();
    await workbook.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbook.page.evaluate(() => navigator.clipboard.writeText('X\t5\nY\t6\nZ\t7'));
    await workbook.clickCell('F4');
    await workbook.page.keyboard.press('Control+v');
    await workbook.shows('G6', '7.00');
    await workbook.settled();
    const after = await state();
    expect(after).toMatchObject([
      'Sheet1!F1:G6',
      [
        ['B', 2],
        ['X', 5],
        ['Y', 6],
        ['Z', 7],
      ],
      Array.from({ length: 4 }, () => ['General', '0.00']),
    ]);
    await workbook.clickCell('J9');
    await workbook.page.keyboard.press('Control+z');
    await workbook.shows('F4', '');
    await workbook.settled();
    expect(await state()).toEqual(before);
    await workbook.page.keyboard.press('Control+y');
    await workbook.shows('G6', '7.00');
    await workbook.settled();
    expect(await state()).toEqual(after);
  });
});

describe('a text that looks like a number', () => {
  test('stays a text when its cell gets a format, and in a copy of its values', async () => {
    await workbook.enter('A1', '=TEXT(12,"0000")');
    await workbook.enter('B1', '=ECHO({"0012";"TRUE"})');
    await workbook.settled();
    const values = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const source = context.workbook.worksheets.getItem('Sheet1');
        const copy = source.copy('After', source);
        for (const address of ['A1', 'B1:B2']) {
          copy.getRange(address).copyFrom(source.getRange(address), 'Values');
          copy.getRange(address).numberFormat = address === 'A1' ? [['General']] : [['General'], ['General']];
        }
        const range = copy.getRange('A1:B2').load('values');
        await context.sync();
        return range.values as unknown[][];
      }),
    );
    expect(values).toEqual([
      ['0012', '0012'],
      ['', 'TRUE'],
    ]);
  });
});

describe('a format that came with a result', () => {
  /** The formats of A1:A3. */
  const formats = (): Promise<unknown> =>
    workbook.inAddin(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3').load('numberFormat');
        await context.sync();
        return (range.numberFormat as string[][]).flat();
      }),
    );

  test('goes with it: from cells that a spill has left, and from one that is typed over', async () => {
    await workbook.result('A1', '=SHARES()');
    expect(await formats()).toEqual(['0.0%', '0.0%', '0.0%']);
    await workbook.enter('A1', '');
    await workbook.settled();
    expect(await formats()).toEqual(['General', 'General', 'General']);
    await workbook.result('A1', '=MONEY(5,"EUR")');
    expect(await formats()).toEqual([expect.stringContaining('EUR'), 'General', 'General']);
    await workbook.enter('A1', '7');
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ text: '7' });
  });

  test('moves with its cell, and leaves none behind that the user chose', async () => {
    await workbook.result('A1', '=MONEY(5,"EUR")');
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('1:1').insert('Down');
        await context.sync();
      }),
    );
    await workbook.settled();
    expect(await workbook.read('A2')).toMatchObject({ text: '5.00 EUR' });
    await workbook.enter('A2', '7');
    await workbook.settled();
    expect(await workbook.read('A2')).toMatchObject({ text: '7' });
  });
});

describe('a page that is loaded again', () => {
  test('right after an edit has it, with the results that were still to come', async () => {
    await workbook.enter('A1', '1');
    await workbook.enter('A2', '=A1*10');
    await workbook.settled();
    await workbook.enter('A1', '2');
    await workbook.reload();
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ value: 2 });
    expect(await workbook.read('A2')).toMatchObject({ value: 20 });
  });

  test('while it was edited again and again has all edits', async () => {
    await workbook.page.evaluate(async () => {
      for (let count = 1; count <= 15; count += 1) {
        window.localWorkbook.enter('Sheet1', 'A1', String(count));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    await workbook.reload();
    expect(await workbook.read('A1')).toMatchObject({ value: 15 });
  });
});

describe('a file', () => {
  const FUNCTIONS = ['ECHO', 'KIND'];
  const LINK = {
    xml: '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></externalLink>',
    relationships:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="Book2.xlsx" TargetMode="External"/></Relationships>',
  };
  const cell = (row: number, column: number, value: CellContent['value'], formula = ''): CellContent => ({
    row,
    column,
    value,
    formula,
    spill: null,
    style: PLAIN_STYLE,
  });
  const sheet = (name: string, cells: readonly CellContent[], more: Partial<SheetContent> = {}): SheetContent => ({
    ...PLAIN_SHEET,
    name,
    cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    ...more,
  });
  const CONTENT: WorkbookContent = {
    sheets: [
      sheet(
        'Sheet1',
        [
          cell(0, 0, 1),
          cell(1, 0, 71, '=[1]Other!A1+A1'),
          cell(2, 0, 142, '=A2*2'),
          cell(3, 0, 'kept', '=GETPIVOTDATA("x",A1)'),
          cell(4, 0, 10.5, '=A1*10+Rate'),
          cell(5, 0, 0, '=ECHO(0)'),
          cell(6, 0, '', '=IF(A1>0,"","x")'),
          cell(7, 0, 1, '=@A1:A9'),
          cell(9, 0, 'Client'),
          cell(9, 1, 'Spend'),
          cell(10, 0, 'A'),
          cell(10, 1, 3),
          cell(11, 0, 'B'),
          cell(11, 1, 4),
          cell(12, 0, 'All'),
          cell(12, 1, 7, '=SUBTOTAL(109,[Spend])'),
          cell(14, 0, 7, '=Clients[[#Totals],[Spend]]+0*A1'),
        ],
        {
          hiddenRows: [8],
          hiddenColumns: [4],
          tables: [
            {
              name: 'Clients',
              area: { row: 9, column: 0, rowCount: 3, columnCount: 2 },
              style: 'TableStyleLight1',
              extras: {
                totals: [
                  { label: 'All', aggregate: '', formula: '' },
                  { label: '', aggregate: 'sum', formula: '' },
                ],
              },
            },
          ],
        },
      ),
      sheet('Two', [cell(0, 0, 22, '=Sheet1!A1*20+Rate'), cell(1, 0, 2.5, '=Sheet1!Rate+2')]),
    ],
    activeSheet: 0,
    names: [
      { name: 'Rate', formula: '=0.5', comment: '', sheet: 0 },
      { name: 'Rate', formula: '=2', comment: '', sheet: 1 },
    ],
    externalLinks: [LINK],
  };
  const values = (): Promise<unknown[]> =>
    workbook.page.evaluate(() =>
      [
        ...['A2', 'A3', 'A4', 'A5', 'A8', 'B13', 'A15'].map((address) => window.localWorkbook.read('Sheet1', address)),
        ...['A1', 'A2'].map((address) => window.localWorkbook.read('Two', address)),
      ].map(({ value, error }) => error?.code ?? value),
    );

  beforeEach(() => workbook.openFile(toXlsx(CONTENT, FUNCTIONS)));

  test('opens without calculating anything, also where a result is 0 or an empty text', async () => {
    await workbook.settled();
    expect(workbook.page.frames()).toHaveLength(1);
    expect(await values()).toEqual([71, 142, 'kept', 10.5, 1, 7, 7, 22, 2.5]);
  });

  test('keeps what cannot be calculated here, and gives each sheet its own names', async () => {
    await workbook.enter('A1', '2');
    await workbook.enter('B11', '30');
    await workbook.settled();
    expect(await values()).toEqual([71, 142, 'kept', 20.5, 1, 34, 34, 42, 2.5]);
  });

  test('comes back as it was', async () => {
    const bytes = await workbook.page.evaluate(() => window.localWorkbook.saveXlsx());
    const saved = await fromXlsx(Uint8Array.from(Object.values(bytes)), FUNCTIONS);
    expect(saved.sheets.map(({ cells }) => cells.map(({ value, formula }) => [value ?? '', formula]))).toEqual(
      CONTENT.sheets.map(({ cells }) =>
        cells.map(({ value, formula }) => [value ?? '', formula.replace('109,[', '109,Clients[')]),
      ),
    );
    expect(saved.sheets.map(({ tables, hiddenRows, hiddenColumns }) => [tables, hiddenRows, hiddenColumns])).toEqual(
      CONTENT.sheets.map(({ tables, hiddenRows, hiddenColumns }) => [tables, hiddenRows, hiddenColumns]),
    );
    expect([saved.names, saved.externalLinks]).toEqual([CONTENT.names, CONTENT.externalLinks]);
  });
});

describe('a number', () => {
  test('that does not fit its column is shown as ####, and never cut', async () => {
    await workbook.page.addInitScript(() => {
      const drawn = new Set<string>();
      const draw = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function fillText(text, ...place): void {
        drawn.add(text);
        draw.call(this, text, ...place);
      };
      Object.assign(window, { drawn });
    });
    await workbook.reload();
    await workbook.enter('B2', '240,000,000.00');
    await workbook.enter('B3', '5.25');
    const drawn = (text: string): Promise<unknown> =>
      workbook.page.waitForFunction((wanted) => (window as unknown as { drawn: Set<string> }).drawn.has(wanted), text);
    await drawn('5.25');
    await drawn('######');
    expect(await workbook.read('B2')).toMatchObject({ text: '240,000,000.00', value: 240_000_000 });
  });
});
