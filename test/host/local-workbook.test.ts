import { FixtureWorkbook } from '../e2e/fixture-workbook';

jest.setTimeout(60_000);

/** The local workbook with an add-in of known answers, through Microsoft's own Office.js. */
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

describe('a custom function in a cell', () => {
  test('is called through the runtime, which a formula starts while the pane was never shown', async () => {
    await workbook.renew();
    expect(await workbook.result('A1', '=ECHO(42)')).toMatchObject({ value: 42, text: '42', error: null, busy: false });
    expect(await workbook.page.getByRole('button', { name: 'Fixture' }).getAttribute('aria-expanded')).toBe('false');
    expect(await workbook.inAddin(() => document.getElementById('mode')?.textContent)).toBe(
      'Excel OfficeOnline Hidden',
    );
  });

  test('typed with the keyboard answers as well', async () => {
    await workbook.type('B2', '=ADD(2,3)');
    await workbook.settled();
    expect(await workbook.read('B2')).toMatchObject({ formula: '=ADD(2,3)', value: 5 });
  });

  test('gives its error with its message, which the status line shows', async () => {
    expect(await workbook.result('A1', '=FAIL("No such thing.")')).toMatchObject({
      value: null,
      error: { code: '#N/A', message: 'No such thing.' },
    });
    await workbook.clickCell('A1');
    await workbook.page.getByText('#N/A No such thing.').waitFor();
  });

  test('gets matrices, nulls for blanks and for what is omitted, and errors', async () => {
    expect(await workbook.result('A1', '=KIND(7)')).toMatchObject({ value: '[[number 7]]' });
    expect(await workbook.result('A2', '=KIND(F1:F2)')).toMatchObject({ value: '[[null],[null]]' });
    expect(await workbook.result('A3', '=KIND()')).toMatchObject({ value: 'null' });
    expect(await workbook.result('A4', '=KIND(NA())')).toMatchObject({ value: '[[error #N/A]]' });
    expect(await workbook.result('A5', '=WHERE()')).toMatchObject({ value: 'Sheet1!A5' });
  });

  test('passes an error on, uncalled, where its parameter has a type', async () => {
    expect(await workbook.result('A1', '=ADD(NA(),1)')).toMatchObject({ error: { code: '#N/A' } });
    expect(await workbook.result('A2', '=ADD("x",1)')).toMatchObject({ error: { code: '#VALUE!' } });
    const { calls } = await workbook.log();
    expect(calls).toEqual([]);
  });

  test('is called once for each element where a scalar parameter is given a range', async () => {
    await workbook.enter('D1', '1');
    await workbook.enter('D2', '2');
    expect(await workbook.result('A1', '=ADD(D1:D2,10)')).toMatchObject({ spill: [[11], [12]] });
  });
});

describe('a spilled result', () => {
  test('mixes values and errors', async () => {
    expect((await workbook.result('A1', '=MIXED()')).spill).toEqual([
      [1, { code: '#N/A', message: '' }],
      [{ code: '#DIV/0!', message: '' }, 'text'],
    ]);
    expect(await workbook.read('B2')).toMatchObject({ value: 'text' });
  });

  test('is blocked by a cell in its way, and spills without a new call when the cell is freed', async () => {
    await workbook.enter('A2', 'in the way');
    expect(await workbook.result('A1', '=MIXED()')).toMatchObject({ error: { code: '#SPILL!' } });
    const before = (await workbook.log()).calls.length;
    await workbook.enter('A2', '');
    await workbook.settled();
    expect(await workbook.read('A2')).toMatchObject({ error: { code: '#DIV/0!' } });
    expect((await workbook.log()).calls).toHaveLength(before);
  });

  test('brings its number formats to every cell', async () => {
    await workbook.result('A1', '=SHARES()');
    expect([
      (await workbook.read('A1')).text,
      (await workbook.read('A2')).text,
      (await workbook.read('A3')).text,
    ]).toEqual(['10.0%', '20.0%', '30.0%']);
  });
});

describe('a number format that comes with a result', () => {
  test('is shown, and follows when a later result has another', async () => {
    await workbook.enter('C1', 'EUR');
    expect(await workbook.result('A1', '=MONEY(1234.5,C1)')).toMatchObject({ value: 1234.5, text: '1,234.50 EUR' });
    await workbook.enter('C1', 'USD');
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ text: '1,234.50 USD' });
  });

  test("never replaces the user's own", async () => {
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').numberFormat = [['0.000']];
        await context.sync();
      }),
    );
    expect(await workbook.result('A1', '=MONEY(2)')).toMatchObject({ text: '2.000' });
  });
});

describe('while a call is on its way', () => {
  test('the cell shows #GETTING_DATA, and reads as busy, and so does what depends on it, an IFERROR too', async () => {
    await workbook.enter('A1', '=WAIT(5)');
    await workbook.enter('A2', '=IFERROR(WAIT(6),-1)');
    await workbook.enter('A3', '=IFERROR(A1,-1)+1');
    await workbook.shows('A3', '#GETTING_DATA');
    expect(await workbook.read('A1')).toMatchObject({ text: '#GETTING_DATA', busy: true, value: null });
    expect(await workbook.read('A2')).toMatchObject({ text: '#GETTING_DATA', busy: true });
    const frame = workbook.page.frames().find((candidate) => candidate !== workbook.page.mainFrame());
    await frame?.waitForFunction(() => document.getElementById('mode')?.textContent?.startsWith('Excel'));
    const values = await frame?.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3').load('values,text');
        await context.sync();
        return [range.values, range.text];
      }),
    );
    expect(values).toEqual([
      [['#BUSY!'], ['#BUSY!'], ['#BUSY!']],
      [['#BUSY!'], ['#BUSY!'], ['#BUSY!']],
    ]);
    await workbook.release();
    await workbook.settled();
    expect([
      (await workbook.read('A1')).value,
      (await workbook.read('A2')).value,
      (await workbook.read('A3')).value,
    ]).toEqual([5, 6, 6]);
  });

  test('clearing the cell cancels the call, and no late result comes', async () => {
    await workbook.enter('A1', '=WAIT(5)');
    await workbook.shows('A1', '#GETTING_DATA');
    const frame = workbook.page.frames().find((candidate) => candidate !== workbook.page.mainFrame());
    await frame?.waitForFunction(
      () =>
        'fixture' in window &&
        (window as unknown as { fixture: { log: { calls: unknown[] } } }).fixture.log.calls.length === 1,
    );
    await workbook.enter('A1', '');
    await workbook.settled();
    await workbook.release();
    await workbook.settled();
    expect((await workbook.log()).canceled).toEqual([5]);
    expect(await workbook.read('A1')).toMatchObject({ text: '', busy: false });
  });

  test('a reload calls again: a placeholder is never saved as a value', async () => {
    await workbook.enter('A1', '=WAIT(5)');
    await workbook.shows('A1', '#GETTING_DATA');
    await workbook.saves('=WAIT(5)');
    await workbook.reload();
    await workbook.shows('A1', '#GETTING_DATA');
    await workbook.page.waitForFunction(() => document.querySelector('iframe') !== null);
    await workbook.release();
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ value: 5 });
  });
});

describe('a reload', () => {
  test('shows values, spills, messages, formats, tables and settings without calling anything', async () => {
    await workbook.enter('A1', '=MONEY(3)');
    await workbook.enter('C1', '=MIXED()');
    await workbook.enter('A2', '=FAIL("Still known.")');
    await workbook.inAddin(async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('F1:G2').values = [
          ['Item', 'Count'],
          ['Pen', 4],
        ];
        sheet.tables.add('F1:G2', true).name = 'Items';
        await context.sync();
      });
      Office.context.document.settings.set('colour', { name: 'green' });
      await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    });
    await workbook.settled();
    await workbook.reload();
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ value: 3, text: '3.00 EUR' });
    expect(await workbook.read('A2')).toMatchObject({ error: { code: '#N/A', message: 'Still known.' } });
    expect(await workbook.read('D2')).toMatchObject({ value: 'text' });
    expect(workbook.page.frames()).toHaveLength(1);
    const known = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('Items').getRange().load('address');
        await context.sync();
        return [table.address, Office.context.document.settings.get('colour')];
      }),
    );
    expect(known).toEqual(['Sheet1!F1:G2', { name: 'green' }]);
    expect((await workbook.log()).calls).toEqual([]);
  });
});

describe('the Excel API', () => {
  test('writes as if typed, and reads values, texts, formats and formulas back', async () => {
    const read = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B4');
        context.workbook.worksheets.getActiveWorksheet().getRange('B4').numberFormat = [['@']];
        range.values = [
          [1, '12%'],
          ['2025-01-02', true],
          ['=A1*2', "'007"],
          ['text', '=1+1'],
        ];
        range.load('values,text,formulas,numberFormat,valueTypes,address,cellCount');
        await context.sync();
        return range.toJSON();
      }),
    );
    expect(read).toMatchObject({
      address: 'Sheet1!A1:B4',
      cellCount: 8,
      values: [
        [1, 0.12],
        [45659, true],
        [2, '007'],
        ['text', '=1+1'],
      ],
      text: [
        ['1', '12%'],
        ['2025-01-02', 'TRUE'],
        ['2', '007'],
        ['text', '=1+1'],
      ],
      formulas: [
        [1, 0.12],
        [45659, true],
        ['=A1*2', '007'],
        ['text', '=1+1'],
      ],
      numberFormat: [
        ['General', '0%'],
        ['yyyy-mm-dd', 'General'],
        ['General', 'General'],
        ['General', '@'],
      ],
      valueTypes: [
        ['Double', 'Double'],
        ['Double', 'Boolean'],
        ['Double', 'String'],
        ['String', 'String'],
      ],
    });
  });

  test('takes a formula and a number format for the same cell in one request, in either order', async () => {
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [[3]];
        sheet.getRange('B1:B2').formulas = [['=ECHO(A1)'], ['=A1*2']];
        sheet.getRange('B1:B2').numberFormat = [['0.00'], ['0.00']];
        sheet.getRange('C1:C2').numberFormat = [['0.00'], ['0.00']];
        sheet.getRange('C1:C2').formulas = [['=ECHO(A1)'], ['=A1*2']];
        await context.sync();
      }),
    );
    await workbook.settled();
    const cells = await Promise.all(['B1', 'B2', 'C1', 'C2'].map((address) => workbook.read(address)));
    expect(cells.map(({ formula, text }) => [formula, text])).toEqual([
      ['=ECHO(A1)', '3.00'],
      ['=A1*2', '6.00'],
      ['=ECHO(A1)', '3.00'],
      ['=A1*2', '6.00'],
    ]);
  });

  test('a cell that is given another look keeps its formula, and a spill its values', async () => {
    await workbook.enter('A1', '=MIXED()');
    await workbook.enter('D1', '=1+2');
    await workbook.settled();
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        for (const address of ['A1:B2', 'D1']) {
          sheet.getRange(address).format.font.bold = true;
        }
        await context.sync();
      }),
    );
    await workbook.settled();
    const cells = await Promise.all(['A1', 'B2', 'D1'].map((address) => workbook.read(address)));
    expect(cells.map(({ formula, text }) => [formula, text])).toEqual([
      ['=MIXED()', '1'],
      ['', 'text'],
      ['=1+2', '3'],
    ]);
  });

  test('walks from range to range', async () => {
    const addresses = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:C4');
        const ranges = [
          range.getCell(1, 1),
          range.getRow(2),
          range.getColumn(0),
          range.getLastRow(),
          range.getOffsetRange(1, -1),
          range.getResizedRange(1, 1),
          range.getAbsoluteResizedRange(1, 1),
          range.getBoundingRect('E5'),
          range.getRowsBelow(2),
          range.getRowsAbove(1),
          range.getEntireColumn(),
          range.getEntireRow(),
          range.getIntersectionOrNullObject('C4:D9'),
        ];
        ranges.forEach((each) => each.load('address'));
        const none = range.getIntersectionOrNullObject('E9').load('address');
        await context.sync();
        return [...ranges.map((each) => each.address), none.isNullObject];
      }),
    );
    expect(addresses).toEqual([
      'Sheet1!C3',
      'Sheet1!B4:C4',
      'Sheet1!B2:B4',
      'Sheet1!B4:C4',
      'Sheet1!A3:B5',
      'Sheet1!B2:D5',
      'Sheet1!B2',
      'Sheet1!B2:E5',
      'Sheet1!B5:C6',
      'Sheet1!B1:C1',
      'Sheet1!B:C',
      'Sheet1!2:4',
      'Sheet1!C4',
      true,
    ]);
  });

  test('makes, finds, renames and deletes sheets, tables and names', async () => {
    const seen = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const { worksheets, tables, names } = context.workbook;
        const sheet = worksheets.add('Data');
        sheet.getRange('A1:B3').values = [
          ['Item', 'Count'],
          ['Pen', 4],
          ['Cup', 5],
        ];
        const table = sheet.tables.add('A1:B3', true);
        table.name = 'Items';
        names.add('Start', sheet.getRange('A2'));
        names.add('Quota', 7 as unknown as string);
        const body = table.getDataBodyRange().load('address,values');
        table.columns.load('items/name,count');
        table.rows.load('count');
        const start = names.getItem('Start').load('type,formula');
        const range = start.getRange().load('address');
        const rate = names.getItem('Quota').load('value,type');
        worksheets.load('items/name');
        const active = worksheets.getActiveWorksheet().load('name');
        await context.sync();
        table.rows.add(undefined, [['Hat', 6]]);
        sheet.name = 'Stock';
        const grown = table.getRange().load('address');
        await context.sync();
        table.resize('A1:B3');
        const shrunk = tables.getItem('items').getRange().load('address');
        const missing = tables.getItemOrNullObject('Nothing').load('name');
        await context.sync();
        table.delete();
        names.getItem('Start').delete();
        names.load('items/name');
        sheet.delete();
        worksheets.load('items/name');
        await context.sync();
        return {
          body: [body.address, body.values],
          columns: table.columns.items.map((column) => column.name),
          start: [start.type, start.formula, range.address],
          rate: [rate.type, rate.value],
          active: active.name,
          grown: grown.address,
          shrunk: shrunk.address,
          missing: missing.isNullObject,
          names: names.items.map((name) => name.name),
          sheets: worksheets.items.map((each) => each.name),
        };
      }),
    );
    expect(seen).toEqual({
      body: [
        'Data!A2:B3',
        [
          ['Pen', 4],
          ['Cup', 5],
        ],
      ],
      columns: ['Item', 'Count'],
      start: ['Range', '=Data!$A$2', 'Data!A2'],
      rate: ['Double', 7],
      active: 'Sheet1',
      grown: 'Stock!A1:B4',
      shrunk: 'Stock!A1:B3',
      missing: true,
      names: ['Quota'],
      sheets: ['Sheet1'],
    });
  });

  test('finds formulas and marks just their cells for recalculation', async () => {
    await workbook.enter('A1', '=ECHO(1)');
    await workbook.enter('A2', '=ECHO(2)');
    await workbook.enter('A3', 'constant');
    await workbook.settled();
    const before = (await workbook.log()).calls.length;
    const found = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const areas = context.workbook.worksheets
          .getItem('Sheet1')
          .getRange()
          .getSpecialCellsOrNullObject('Formulas')
          .load('address,cellCount');
        context.workbook.worksheets.getItem('Sheet1').getRange('A2:A3').setDirty();
        await context.sync();
        return [areas.address, areas.cellCount];
      }),
    );
    await workbook.settled();
    expect(found).toEqual(['Sheet1!A1:A2', 2]);
    const { calls } = await workbook.log();
    expect(calls.slice(before).map(({ args }) => args[0])).toEqual([[[2]]]);
  });

  test('knows where formulas stand after they were typed over, moved, cleared, sorted apart, deleted and brought back', async () => {
    /** Where the cells say that they have formulas, and where the sheet says so. */
    const formulas = (): Promise<{ cells: string[]; found: string[] }> =>
      workbook.inAddin(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('Sheet1');
          const range = sheet.getRange('A1:C9').load('formulas');
          const areas = sheet.getRange().getSpecialCellsOrNullObject('Formulas').load('address');
          await context.sync();
          const cells = (range.formulas as unknown[][]).flatMap((row, at) =>
            row.flatMap((content, column) => (String(content).startsWith('=') ? [`${'ABC'[column]}${at + 1}`] : [])),
          );
          const found = areas.isNullObject ? [] : areas.address.replaceAll('Sheet1!', '').split(',');
          return {
            cells: cells.sort(),
            found: found
              .flatMap((area) => {
                const [, column = '', first = '', last = first] = /^([A-C])(\d+)(?::[A-C](\d+))?$/.exec(area) ?? [];
                const height = Number(last) - Number(first) + 1;
                return Array.from({ length: height }, (_, at) => `${column}${Number(first) + at}`);
              })
              .sort(),
          };
        }),
      );
    const expectKnown = async (count: number): Promise<void> => {
      await workbook.settled();
      const { cells, found } = await formulas();
      expect(found).toEqual(cells);
      expect(cells).toHaveLength(count);
    };
    await workbook.enter('A1', '=1+2');
    await workbook.enter('B1', '=A1*2');
    await workbook.enter('C1', 'constant');
    await expectKnown(2);
    await workbook.enter('C1', '=B1');
    await expectKnown(3);
    await workbook.enter('B1', '5');
    await expectKnown(2);
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A5:A6').formulas = [['=1+1'], ['=A5+1']];
        await context.sync();
      }),
    );
    await expectKnown(4);
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('2:3').insert('Down');
        await context.sync();
      }),
    );
    await expectKnown(4);
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('1:2').delete('Up');
        await context.sync();
      }),
    );
    await expectKnown(2);
    await workbook.clickCell('C9');
    await workbook.page.keyboard.press('Control+z');
    await expectKnown(4);
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A3:A4').clear('Contents');
        await context.sync();
      }),
    );
    await expectKnown(4);
    await workbook.page.keyboard.press('Control+z');
    await expectKnown(4);
  });

  test('writes large ranges, which Office.js sends in pieces', async () => {
    const sum = await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        const range = sheet.getRange('A1').getResizedRange(3999, 1);
        range.values = Array.from({ length: 4000 }, (_, row) => [row, 1]);
        const read = sheet.getRange('A1:B4000').load('values');
        await context.sync();
        return read.values.reduce((total, [row, one]) => total + Number(row) + Number(one), 0);
      }),
    );
    expect(sum).toBe((3999 * 4000) / 2 + 4000);
  });

  test('reports what went wrong with code and member, and names what it does not have', async () => {
    const errors = await workbook.inAddin(async () => {
      const failures: unknown[] = [];
      const attempt = async (batch: (context: Excel.RequestContext) => void): Promise<void> => {
        try {
          await Excel.run(async (context) => {
            batch(context);
            await context.sync();
          });
        } catch (error) {
          const { code, message, debugInfo } = error as OfficeExtension.Error;
          failures.push([code, debugInfo.errorLocation, message]);
        }
      };
      await attempt(({ workbook: book }) => book.tables.getItem('Nothing').load('name'));
      await attempt(({ workbook: book }) => {
        book.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1]].concat([[2]]);
      });
      await attempt(({ workbook: book }) =>
        book.worksheets.getItem('Sheet1').getRange('not an address').load('values'),
      );
      await attempt(({ workbook: book }) => book.worksheets.getItem('Sheet1').shapes.load('items'));
      await attempt(({ workbook: book }) =>
        book.worksheets.getItem('Sheet1').getRange('A1').format.borders.load('items'),
      );
      return failures;
    });
    expect(errors).toEqual([
      ['ItemNotFound', 'TableCollection.getItem', "The requested resource doesn't exist."],
      [
        'InvalidArgument',
        'Range.values',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      ],
      ['InvalidArgument', 'Worksheet.getRange', 'The argument is invalid or missing or has an incorrect format.'],
      ['ApiNotFound', 'Worksheet.shapes', 'Worksheet.shapes is not available in the local workbook.'],
      ['ApiNotFound', 'RangeFormat.borders', 'RangeFormat.borders is not available in the local workbook.'],
    ]);
  });

  test('refuses a request above 5 MB', async () => {
    const code = await workbook.inAddin(async () => {
      try {
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['x'.repeat(6 * 1024 * 1024)]];
          await context.sync();
        });
        return 'no error';
      } catch (error) {
        return (error as OfficeExtension.Error).code;
      }
    });
    expect(code).toBe('RequestPayloadSizeLimitExceeded');
  });

  test('refuses everything while a cell is being edited, and lets it wait where the add-in asks for that', async () => {
    await workbook.addin();
    await workbook.clickCell('C3');
    await workbook.page.keyboard.type('half');
    await workbook.page.waitForFunction(() => window.localWorkbook.isEditing());
    const code = await workbook.inAddin(async () => {
      try {
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
          await context.sync();
        });
        return 'no error';
      } catch (error) {
        return (error as OfficeExtension.Error).code;
      }
    });
    expect(code).toBe('InvalidOperationInCellEditMode');
    const others = await workbook.inAddin(() => {
      const codeOf = (run: (context: Excel.RequestContext) => void): Promise<string> =>
        Excel.run(async (context) => {
          run(context);
          await context.sync();
          return 'no error';
        }).catch((error: OfficeExtension.Error) => error.code);
      return Promise.all([
        codeOf((context) => context.workbook.worksheets.load('items/name')),
        codeOf((context) => context.workbook.worksheets.onChanged.add(async () => undefined)),
      ]);
    });
    expect(others).toEqual([code, code]);
    const patient = workbook.inAddin(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[2]];
        await context.sync();
      }),
    );
    await workbook.page.keyboard.press('Enter');
    await patient;
    expect(await workbook.read('A1')).toMatchObject({ value: 2 });
    expect(await workbook.read('C3')).toMatchObject({ value: 'half' });
  });

  test('makes one undo step of one batch', async () => {
    await workbook.enter('A1', 'before');
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [['first']];
        sheet.getRange('A1:B1').values = [['second', 'more']];
        sheet.getRange('A1:B1').format.font.bold = true;
        await context.sync();
      }),
    );
    await workbook.clickCell('D5');
    await workbook.page.keyboard.press('Control+z');
    await workbook.shows('A1', 'before');
    expect(await workbook.read('B1')).toMatchObject({ text: '' });
  });

  test('declares what it serves', async () => {
    const sets = await workbook.inAddin(() =>
      [
        ['ExcelApi', '1.9'],
        ['ExcelApi', '1.10'],
        ['SharedRuntime', '1.1'],
        ['CustomFunctionsRuntime', '1.4'],
        ['DialogApi', '1.1'],
      ].map(([name, version]) => Office.context.requirements.isSetSupported(name ?? '', version)),
    );
    expect(sets).toEqual([true, false, true, true, false]);
  });
});

describe('events', () => {
  test('tell the add-in of a local edit of a table and its sheet, with the range', async () => {
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1:B2').values = [
          ['Item', 'Count'],
          ['Pen', 4],
        ];
        const table = sheet.tables.add('A1:B2', true);
        table.name = 'Watched';
        await context.sync();
        const { log } = (window as unknown as { fixture: { log: { events: unknown[] } } }).fixture;
        table.onChanged.add(
          async ({ source, changeType, address }) => void log.events.push(['table', source, changeType, address]),
        );
        sheet.onChanged.add(
          async ({ source, changeType, address }) => void log.events.push(['sheet', source, changeType, address]),
        );
        context.workbook.tables.onAdded.add(async ({ source }) => void log.events.push(['table added', source]));
        await context.sync();
      }),
    );
    await workbook.enter('B2', '9');
    await workbook.enter('D7', 'elsewhere');
    await workbook.settled();
    expect((await workbook.log()).events).toEqual([
      ['sheet', 'Local', 'RangeEdited', 'B2'],
      ['table', 'Local', 'RangeEdited', 'B2'],
      ['sheet', 'Local', 'RangeEdited', 'D7'],
    ]);
  });

  test('tell of the pane being shown and hidden', async () => {
    await workbook.renew();
    await workbook.addin();
    await workbook.page.getByRole('button', { name: 'Close the pane' }).click();
    await workbook.inAddin(() => Office.addin.showAsTaskpane());
    await workbook.settled();
    expect((await workbook.log()).visibility).toEqual(['Hidden', 'Taskpane']);
    expect(await workbook.page.getByRole('button', { name: 'Fixture' }).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('tables', () => {
  test('grow when something is typed directly below', async () => {
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1:B2').values = [
          ['Item', 'Count'],
          ['Pen', 4],
        ];
        sheet.tables.add('A1:B2', true).name = 'Boxes';
        await context.sync();
      }),
    );
    await workbook.enter('D1', '=SUM(Boxes[Count])');
    await workbook.type('B3', '6');
    await workbook.settled();
    expect(await workbook.read('D1')).toMatchObject({ value: 10 });
  });

  test('can be referred to in typed formulas without harm to later ones', async () => {
    await workbook.inAddin(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1:B3').values = [
          ['Item', 'Count'],
          ['Pen', 4],
          ['Cup', 5],
        ];
        sheet.tables.add('A1:B3', true).name = 'Stock';
        await context.sync();
      }),
    );
    await workbook.type('D1', '=SUM(Stock[Count])');
    await workbook.type('D2', '=B3+1');
    await workbook.settled();
    expect([(await workbook.read('D1')).value, (await workbook.read('D2')).value]).toEqual([9, 6]);
  });
});

test('ten thousand calls at once all come back', async () => {
  await workbook.inAddin(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A10000').formulas = [['=ECHO(ROW())']];
      await context.sync();
    }),
  );
  await workbook.settled();
  expect((await workbook.read('A10000')).value).toBe(10000);
  const { calls } = await workbook.log();
  expect(calls).toHaveLength(10_000);
});

test('cells whose calculation is stopped are calculated with the next edit', async () => {
  await workbook.page.evaluate(async () => {
    for (let row = 1; row <= 900; row += 1) {
      window.localWorkbook.enter('Sheet1', `A${row}`, `=${row}+1`);
    }
    // The run has begun; the grid's own button for stopping one is there, out of sight, before the run has taken long.
    await new Promise((resolve) => setTimeout(resolve, 0));
    document.querySelector<HTMLElement>('.univer-w-40.univer-h-1 ~ button')?.click();
  });
  await workbook.settled();
  expect((await workbook.read('A1')).value).toBeNull();
  await workbook.enter('B1', '=1+1');
  await workbook.settled();
  expect([
    (await workbook.read('A1')).value,
    (await workbook.read('A900')).value,
    (await workbook.read('B1')).value,
  ]).toEqual([2, 901, 2]);
});

describe('an add-in whose runtime is killed', () => {
  test('is called again for what it had not answered', async () => {
    await workbook.enter('A1', '=WAIT(5)');
    await workbook.shows('A1', '#GETTING_DATA');
    await workbook.page.waitForSelector('iframe', { state: 'attached' });
    await workbook.page.evaluate(() => window.localWorkbook.killRuntime());
    await workbook.page.waitForSelector('iframe', { state: 'attached' });
    await workbook.release();
    await workbook.settled();
    expect(await workbook.read('A1')).toMatchObject({ value: 5 });
  });

  test('starts anew with its pane, listening to nothing', async () => {
    await workbook.enter('B1', '=ECHO(1)');
    await workbook.addin();
    await workbook.page.evaluate(() => window.localWorkbook.killRuntime());
    expect(workbook.page.frames()).toHaveLength(1);
    await workbook.settled();
    expect(await workbook.read('B1')).toMatchObject({ value: 1 });
    expect((await workbook.log()).calls).toEqual([]);
    expect(await workbook.result('B2', '=ECHO(2)')).toMatchObject({ value: 2 });
  });
});

test('a read-only workbook refuses every change of the add-in', async () => {
  const readOnly = await FixtureWorkbook.open('&readonly');
  try {
    const answer = await readOnly.inAddin(async () => {
      const mode = Office.context.document.mode;
      try {
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
          await context.sync();
        });
        return [mode, 'no error'];
      } catch (error) {
        return [mode, (error as OfficeExtension.Error).code];
      }
    });
    expect(answer).toEqual(['readOnly', 'AccessDenied']);
  } finally {
    await readOnly.close();
  }
});

test('in a window of 320 pixels every button can be reached', async () => {
  await workbook.page.setViewportSize({ width: 320, height: 600 });
  const outside = await workbook.page.evaluate(() =>
    [...document.querySelectorAll('.bar button')]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().right > innerWidth)
      .map((button) => button.textContent),
  );
  await workbook.page.setViewportSize({ width: 1440, height: 900 });
  expect(outside).toEqual([]);
});

test('no request leaves the machine, and the page says what it is', async () => {
  const foreign: string[] = [];
  workbook.page.on('request', (request) => {
    if (!/^(https:\/\/localhost|data:|blob:)/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  await workbook.reload();
  await workbook.result('A1', '=ECHO(1)');
  expect(foreign).toEqual([]);
  await workbook.page
    .getByText('Runs Microsoft’s own Office.js against a local grid. Not Excel.')
    .or(workbook.page.getByText("Runs Microsoft's own Office.js against a local grid. Not Excel."))
    .waitFor();
});
