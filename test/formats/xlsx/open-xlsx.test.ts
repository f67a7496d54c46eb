import { openXlsx } from '../../../src/formats/xlsx/open-xlsx';
import {
  columnLetters,
  writeXlsx,
  xlsxParts,
  zipParts,
  type XlsxCell,
  type XlsxOptions,
  type XlsxSheet,
} from '../../xlsx-writer';
import { readAll } from '../read-rows';

const HEADER = ['Client', 'Amount', 'When'];

async function read(rows: readonly (readonly XlsxCell[])[], options: XlsxOptions = {}): Promise<unknown> {
  const [table] = (await openXlsx(writeXlsx([{ name: 'Bill', rows }], options))).tables;
  return readAll(table);
}

/** The values of cells that stand side by side in one row. */
async function valuesOf(cells: readonly XlsxCell[], options: XlsxOptions = {}): Promise<unknown> {
  const rows = (await read([cells.map((_, index) => `Column ${index}`), cells], options)) as unknown[][];
  return rows[0]?.slice(1);
}

/** A workbook whose only sheet is written by hand. */
function handWritten(sheet: string, change: (parts: Map<string, string>) => void = () => undefined): Blob {
  const parts = xlsxParts([{ name: 'Bill', rows: [['Client', 'Amount']] }]);
  parts.set('xl/worksheets/sheet1.xml', sheet);
  change(parts);
  return zipParts(parts);
}

describe('a workbook', () => {
  it('gives a table for each sheet with rows, visible ones first', async () => {
    const sheet = (name: string, rows: XlsxSheet['rows'], hidden = false): XlsxSheet => ({ name, rows, hidden });
    const opened = await openXlsx(
      writeXlsx([
        sheet('Old', [HEADER], true),
        sheet('Empty', []),
        sheet('A & <B> "ü" 😀', [HEADER, ['x', 1, null]]),
        sheet('Blank', [[' ', '']]),
        sheet('Last', [['One']]),
      ]),
    );
    expect(opened).toMatchObject({ kind: 'xlsx', reading: null, notices: [] });
    expect(opened.tables.map(({ name, header, notation }) => [name, header, notation])).toEqual([
      ['A & <B> "ü" 😀', HEADER, 'written'],
      ['Last', ['One'], 'written'],
      ['Old', HEADER, 'written'],
    ]);
  });

  it.each(['shared', 'inline'] as const)('gives the values of its cells, texts %s', async (strings) => {
    expect(
      await valuesOf(
        [
          'ByteDance',
          '  spaces ',
          'a & <b> "c"',
          'Ürümqi 日本 😀',
          20,
          -1.5e-7,
          0.1,
          true,
          false,
          { error: '#N/A' },
          '1,234.50',
          '007',
          null,
        ],
        { strings },
      ),
    ).toEqual([
      'ByteDance',
      '  spaces ',
      'a & <b> "c"',
      'Ürümqi 日本 😀',
      20,
      -1.5e-7,
      0.1,
      'TRUE',
      'FALSE',
      '#N/A',
      '1,234.50',
      '007',
      '',
    ]);
  });

  it('gives the saved results of formulas, and says where they are not saved', async () => {
    const cells: XlsxCell[] = [
      { formula: 'A1&"<x>"', result: 'a<x>' },
      { formula: '1+1', result: 2 },
      { formula: 'TODAY()', result: null },
      { formula: '""', result: '' },
    ];
    expect(await valuesOf(cells)).toEqual(['a<x>', 2, '', '']);
    const opened = await openXlsx(writeXlsx([{ name: 'Bill', rows: [['a', 'b', 'c', 'd'], cells] }]));
    expect(opened.notices).toEqual([expect.stringContaining('Sheet "Bill" has formulas without saved results')]);
    const saved = await openXlsx(
      writeXlsx([
        {
          name: 'Bill',
          rows: [
            ['a', 'b'],
            [{ formula: '1+1', result: 2 }, { xml: '<c r="B2"/>' }],
          ],
        },
      ]),
    );
    expect(saved.notices).toEqual([]);
  });

  it('joins the runs of a rich text, and leaves phonetic hints out', async () => {
    const inline =
      '<c t="inlineStr"><is><r><t>Byte</t></r><r><t>Dance</t></r><rPh sb="0" eb="1"><t>kana</t></rPh><phoneticPr/></is></c>';
    expect(await valuesOf([{ runs: ['Byte', 'Dance ', '<3'], phonetic: 'バイト' }, { xml: inline }, 'next'])).toEqual([
      'ByteDance <3',
      'ByteDance',
      'next',
    ]);
  });

  it('knows escaped characters', async () => {
    expect(await valuesOf(['a_x000D_b_x0009_', '_x005F_x000D_', '_x00', 'x_xZZZZ_'])).toEqual([
      'a\rb\t',
      '_x000D_',
      '_x00',
      'x_xZZZZ_',
    ]);
  });

  it('gives dates by their formats, in both systems', async () => {
    const cells: XlsxCell[] = [
      { serial: 45614, format: 'yyyy-mm-dd' },
      { serial: 45614.25, format: 14 },
      { serial: 45614, format: '0.00 "d"' },
      { serial: 45614.25, format: '[h]:mm' },
      { serial: 0.25, format: 'h:mm' },
      { serial: 45614.25, format: 'h:mm' },
      { serial: -5, format: 'yyyy-mm-dd' },
      { serial: 60, format: 22 },
    ];
    expect(await valuesOf(cells)).toEqual([
      '2024-11-18',
      '2024-11-18T06:00:00',
      45614,
      45614.25,
      0.25,
      '2024-11-18T06:00:00',
      -5,
      '1900-02-29',
    ]);
    expect(await valuesOf([{ serial: 45614, format: 14 }, 45614])).toEqual(['2024-11-18', 45614]);
    expect(await valuesOf(cells.slice(0, 2), { date1904: true })).toEqual(['2028-11-19', '2028-11-19T06:00:00']);
    expect(
      await valuesOf([
        { xml: '<c t="d"><v>2024-11-18T00:00:00</v></c>' },
        { xml: '<c t="d"><v>2024-11-18T05:00:00Z</v></c>' },
      ]),
    ).toEqual(['2024-11-18', '2024-11-18T05:00:00']);
  });

  it('gives what is no number as it stands', async () => {
    const written = (value: string): XlsxCell => ({ xml: `<c><v>${value}</v></c>` });
    expect(await valuesOf(['0x10', '1e999', 'NaN', ' 5 ', '', '1.', '.5', '+3', '1,5'].map(written))).toEqual([
      '0x10',
      '1e999',
      'NaN',
      5,
      '',
      1,
      0.5,
      3,
      '1,5',
    ]);
  });

  it('numbers rows as the sheet does, and leaves blank ones out', async () => {
    expect(await read([[], HEADER, ['a', 1, null], [], [null, ' ', ''], ['b', null, 2]])).toEqual([
      [3, 'a', 1, ''],
      [6, 'b', '', 2],
    ]);
  });

  it('counts a row whose content is in other columns than those asked for', async () => {
    const [table] = (await openXlsx(writeXlsx([{ name: 'Bill', rows: [HEADER, [null, 1, null], ['b', 2, 3]] }])))
      .tables;
    expect(await readAll(table, [0])).toEqual([
      [2, ''],
      [3, 'b'],
    ]);
    expect(await readAll(table, [2, 0, 2, 9])).toEqual([
      [2, '', '', '', ''],
      [3, 3, 'b', 3, ''],
    ]);
    expect(await readAll(table, [])).toEqual([[2], [3]]);
  });

  it('can be read again and again, also at the same time', async () => {
    const [table] = (
      await openXlsx(
        writeXlsx([
          { name: 'Bill', rows: [HEADER, ...Array.from({ length: 3000 }, (_, row) => [`Client ${row}`, row, null])] },
        ]),
      )
    ).tables;
    const [first, second] = await Promise.all([readAll(table), readAll(table, [1])]);
    expect(first).toHaveLength(3000);
    expect(second.at(-1)).toEqual([3001, 2999]);
    expect(await readAll(table)).toEqual(first);
  });

  it('passes on what its listener throws, and tells how far it is', async () => {
    const [table] = (await openXlsx(writeXlsx([{ name: 'Bill', rows: [HEADER, ['a', 1, 2]] }]))).tables;
    const cancelled = new Error('cancelled');
    await expect(
      table?.readRows([0], () => {
        throw cancelled;
      }),
    ).rejects.toBe(cancelled);
    const progress: number[][] = [];
    await table?.readRows(
      [0],
      () => undefined,
      (done, total) => progress.push([done, total]),
    );
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  });
});

describe('a header', () => {
  it.each<[string, XlsxCell[][], string[]]>([
    ['in the first row', [HEADER, ['a', 1, 2]], HEADER],
    ['below blank rows', [[], [null, ' '], HEADER, ['a', 1, 2]], HEADER],
    [
      'below a title and a date',
      [['Usage report'], ['Period', '2024-11'], [], ['Client', 'Vendor', 'Month', 'Amount'], ['a', 'b', 'c', 1]],
      ['Client', 'Vendor', 'Month', 'Amount'],
    ],
    [
      'that begins in another column',
      [
        [null, null, 'Client', 'Amount'],
        [null, null, 'a', 1],
      ],
      ['Client', 'Amount'],
    ],
    [
      'with columns that have no name',
      [
        ['Client', null, 'Amount', 'Note', null],
        ['a', 'b', 1, 'c', 'd'],
      ],
      ['Client', '', 'Amount', 'Note', ''],
    ],
    [
      'with a column at its left edge that has no name',
      [['A title'], [null, 'Vendor', 'Amount'], ['Acme', 'b', 1]],
      ['', 'Vendor', 'Amount'],
    ],
    [
      'that names few of the columns',
      [['A title'], [null, 'Client', null, null, null, 'Amount'], [null, 'Acme', 'x', 'y', 'z', 12.5]],
      ['Client', '', '', '', 'Amount'],
    ],
    [
      'in two rows of which the first names few of the columns',
      [
        [null, 'Client', 'Cost', null, null, null],
        [null, null, 'Oct', 'Nov', 'Dec', 'Total'],
        [null, 'Acme', 1, 2, 3, 6],
      ],
      ['Client', 'Oct', 'Nov', 'Dec', 'Total'],
    ],
    [
      'of months below what is said of the table',
      [
        ['Company', 'Acme', null, null, null],
        ['Client', '2024-10', '2024-11', '2024-12', '2025-01'],
        ['Beta', 1.5, 2.5, 3, 4],
      ],
      ['Client', '2024-10', '2024-11', '2024-12', '2025-01'],
    ],
    ['of numbers, truth values and spaces', [[' Client ', 2024, true]], ['Client', '2024', 'TRUE']],
    ['with awkward names', [['__proto__', 'constructor', 'toString']], ['__proto__', 'constructor', 'toString']],
    ['of one column', [['Client'], ['a'], ['b']], ['Client']],
  ])('is found %s', async (_, rows, header) => {
    expect((await openXlsx(writeXlsx([{ name: 'Bill', rows }]))).tables[0]?.header).toEqual(header);
  });

  it('of awkward names leaves objects as they are', async () => {
    expect(
      await read([
        ['__proto__', 'constructor'],
        ['x', '__proto__'],
      ]),
    ).toEqual([[2, 'x', '__proto__']]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('may have as many columns as the limit says', async () => {
    const names = Array.from({ length: 2001 }, (_, column) => `Column ${column}`);
    const [table] = (
      await openXlsx(writeXlsx([{ name: 'Bill', rows: [names.slice(1), names.slice(1).map((__, column) => column)] }]))
    ).tables;
    expect(table?.header).toHaveLength(2000);
    expect(await readAll(table, [1999])).toEqual([[2, 1999]]);
    await expect(openXlsx(writeXlsx([{ name: 'Bill', rows: [names] }]))).rejects.toThrow(
      'Sheet "Bill" has more than 2,000 columns',
    );
  });
});

describe('a sheet written by others', () => {
  const SHEET = (rows: string, before = ''): string =>
    `<worksheet>${before}<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`;
  const text = (value: string): string => `<c t="str"><v>${value}</v></c>`;
  const readFirst = async (file: Blob): Promise<unknown> => {
    const [table] = (await openXlsx(file)).tables;
    return [table?.header, ...(await readAll(table))];
  };

  it('need not say where rows and cells stand', async () => {
    const rows = `<row>${text('Client')}${text('Amount')}</row><row><c><v>1</v></c><c r="B2"><v>2</v></c></row><row r="9"><c r="B9"><v>3</v></c></row><row><c><v>4</v></c></row>`;
    expect(await readFirst(handWritten(SHEET(rows)))).toEqual([
      ['Client', 'Amount'],
      [2, 1, 2],
      [9, '', 3],
      [10, 4, ''],
    ]);
  });

  it('may say nonsense about its dimension', async () => {
    const rows = `<row>${text('Client')}</row><row><c><v>1</v></c></row>`;
    expect(await readFirst(handWritten(SHEET(rows, '<dimension ref="A1:XFD1000000000"/>')))).toEqual([
      ['Client'],
      [2, 1],
    ]);
  });

  it('may use a prefix and the strict namespaces', async () => {
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c r="A2" s="1"><x:v>45614</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const file = handWritten(sheet, (parts) => {
      parts.set('xl/sharedStrings.xml', `<x:sst xmlns:x="${main}"><x:si><x:t>Client</x:t></x:si></x:sst>`);
      parts.set(
        'xl/styles.xml',
        `<x:styleSheet xmlns:x="${main}"><x:cellXfs><x:xf/><x:xf numFmtId="15"/></x:cellXfs></x:styleSheet>`,
      );
      for (const name of ['_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
        parts.set(
          name,
          parts
            .get(name)!
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
              'http://purl.oclc.org/ooxml/officeDocument/relationships/',
            ),
        );
      }
    });
    expect(await readFirst(file)).toEqual([['Client'], [2, '2024-11-18']]);
  });

  it('may lie anywhere, without content types, styles and texts', async () => {
    const parts = xlsxParts([{ name: 'Bill', rows: [] }]);
    const moved = new Map([
      ['_rels/.rels', parts.get('_rels/.rels')!.replace('xl/workbook.xml', '/Book/Main.xml')],
      ['book/main.xml', parts.get('xl/workbook.xml')!],
      [
        'book/_rels/main.xml.rels',
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="..\\Sheets/./One.xml"/></Relationships>',
      ],
      ['sheets/one.xml', SHEET(`<row>${text('Client')}</row><row><c s="5"><v>1</v></c></row>`)],
    ]);
    expect(await readFirst(zipParts(moved))).toEqual([['Client'], [2, 1]]);
  });

  it('may stand beside a sheet that is a chart, and have two tabs', async () => {
    const parts = xlsxParts([
      { name: 'Bill', rows: [['Client'], ['a']] },
      { name: 'Chart', rows: [['Axis'], ['b']] },
    ]);
    parts.set(
      'xl/_rels/workbook.xml.rels',
      parts
        .get('xl/_rels/workbook.xml.rels')!
        .replace('/worksheet" Target="worksheets/sheet2', '/chartsheet" Target="worksheets/sheet2'),
    );
    parts.set(
      'xl/workbook.xml',
      parts.get('xl/workbook.xml')!.replace('</sheets>', '<sheet name="Again" sheetId="3" r:id="rId1"/></sheets>'),
    );
    expect((await openXlsx(zipParts(parts))).tables.map(({ name }) => name)).toEqual(['Bill']);
  });

  it('may have cells in columns far out and in any order', async () => {
    const rows = `<row><c r="B1" t="str"><v>Amount</v></c><c r="A1" t="str"><v>Client</v></c></row><row><c r="XFD2"><v>9</v></c><c r="ZZZZZZZZZZZZZZ2"><v>9</v></c><c r="A2"><v>1</v></c></row>`;
    const [table] = (await openXlsx(handWritten(SHEET(rows)))).tables;
    expect(table?.header).toEqual(['Client', 'Amount']);
    const [heard, told]: [unknown[], [number, string][]] = [[], []];
    await table?.readRows(
      [0, 1],
      (cells) => heard.push([...cells]),
      undefined,
      (line, problem) => told.push([line, problem]),
    );
    expect([heard, told]).toEqual([[], [[2, expect.stringMatching(/^"9" stands beside the table/)]]]);
  });

  it('may be UTF-16', async () => {
    const sheet = SHEET(`<row>${text('Clïent')}</row><row>${text('日本')}</row>`);
    const { zipSync, strToU8 } = await import('fflate');
    const parts = Object.fromEntries(
      [...xlsxParts([{ name: 'Bill', rows: [] }])].map(([name, xml]) => [name, strToU8(xml)]),
    );
    parts['xl/worksheets/sheet1.xml'] = Uint8Array.from(Buffer.from(`\uFEFF${sheet}`, 'utf16le'));
    expect(await readFirst(new Blob([zipSync(parts)]))).toEqual([['Clïent'], [2, '日本']]);
  });

  it('has columns named as Excel names them', () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
