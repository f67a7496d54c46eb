import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetContent, WorkbookContent } from '../../../../src/local/values/content';
import { fromXlsx, toXlsx } from '../../../../src/local/files/xlsx/xlsx-file';
import { FileProblem } from '../../../../src/formats/file/file-problem';
import { EVERYTHING, FUNCTIONS } from './contents';

const file = toXlsx(EVERYTHING, FUNCTIONS);
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The file with some of its parts changed; null takes a part away. */
function changed(change: (path: string, xml: string) => string | null): Uint8Array {
  const parts = Object.entries(unzipSync(file)).flatMap(([path, bytes]) => {
    const xml = change(path, strFromU8(bytes));
    return xml === null ? [] : [[path, strToU8(xml)] as const];
  });
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function withSheet(xml: string, more: Readonly<Record<string, string>> = {}): Promise<WorkbookContent> {
  const bytes = changed((path, old) => (path === 'xl/worksheets/sheet1.xml' ? xml : (more[path] ?? old)));
  return fromXlsx(bytes, FUNCTIONS);
}

async function cellsOf(rows: string, more: Readonly<Record<string, string>> = {}): Promise<SheetContent['cells']> {
  return (await withSheet(`<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`, more)).sheets[0]!.cells;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  try {
    await fromXlsx(bytes, FUNCTIONS);
    return 'opened';
  } catch (error) {
    expect(error).toBeInstanceOf(FileProblem);
    return (error as Error).message;
  }
}

describe('a file that is none, or a hostile one', () => {
  it.each([
    ['nothing', new Uint8Array(), /empty/],
    ['a text', strToU8('Month,Spend\n'), /not an \.xlsx workbook/],
    [
      'an encrypted workbook, or one of old Excel',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /password.*before 2007/,
    ],
    ['another kind of zip', zipSync({ 'a.xml': strToU8('<a/>') }), /not an \.xlsx workbook/],
    ['half a file', file.slice(0, file.length / 2), /cannot be unpacked/],
    ['a zip with a password', Uint8Array.from(file, (byte, index) => (index === 6 ? byte | 1 : byte)), /encrypted zip/],
    [
      'a workbook without its sheets',
      changed((path, xml) => (path.includes('worksheets') ? null : xml)),
      /part "xl\/worksheets\/sheet1\.xml" is missing/,
    ],
    [
      'a workbook without its workbook',
      changed((path, xml) => (path === 'xl/workbook.xml' ? null : xml)),
      /not an \.xlsx workbook/,
    ],
    [
      'XML that ends too early',
      changed((path, xml) => (path.endsWith('sheet1.xml') ? xml.slice(0, -20) : xml)),
      /xl\/worksheets\/sheet1\.xml is not well-formed/,
    ],
    [
      'an entity',
      changed((path, xml) => (path.endsWith('sheet1.xml') ? xml.replace('</v>', '&lol;</v>') : xml)),
      /not well-formed/,
    ],
    [
      'a DOCTYPE',
      changed((path, xml) =>
        path.endsWith('styles.xml')
          ? xml.replace('<styleSheet', '<!DOCTYPE s SYSTEM "file:///etc/passwd"><styleSheet')
          : xml,
      ),
      /DOCTYPE/,
    ],
    [
      'depth',
      changed((path, xml) =>
        path.endsWith('sheet1.xml') ? xml.replace('<sheetData>', `<sheetData>${'<a>'.repeat(100_000)}`) : xml,
      ),
      /too deeply/,
    ],
    [
      'a binary workbook',
      changed((path, xml) => (path === '_rels/.rels' ? xml.replace('workbook.xml', 'workbook.bin') : xml)),
      /\.xlsb/,
    ],
  ])('%s is refused, and the message says what to do', async (_, bytes, message) => {
    expect(await problemOf(bytes)).toMatch(message);
    expect(await problemOf(bytes)).toMatch(/(?:Choose|open|Get it|save it)[^.]*(?:\.xlsx\)|\.)?/i);
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const bomb = zipSync({ ...unzipSync(file), 'xl/bomb.xml': new Uint8Array(12_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(bomb)).toMatch(/too large: unpacked it would take \d+ MB/);
  });

  it('an entry that unpacks to more than it says is refused', async () => {
    const lying = zipSync({ ...unzipSync(file), 'xl/worksheets/sheet1.xml': new Uint8Array(100_000).fill(32) });
    const name = strToU8('xl/worksheets/sheet1.xml');
    const view = new DataView(lying.buffer);
    for (let index = 0; index < lying.length - name.length; index += 1) {
      // The sizes in the central directory, 46 bytes before the name's end of its fixed part.
      if (view.getUint32(index, true) === 0x02014b50 && name.every((byte, at) => lying[index + 46 + at] === byte)) {
        view.setUint32(index + 24, 100, true);
      }
    }
    expect(await problemOf(lying)).not.toBe('opened');
  });

  it('areas as large as a sheet cost nothing', async () => {
    const whole = 'A1:XFD1048576';
    const { sheets } = await withSheet(
      `<worksheet ${MAIN}><sheetViews><sheetView><pane state="frozen" ySplit="999999999"/></sheetView></sheetViews>` +
        `<cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1">` +
        `<c r="A1"><f t="array" ref="${whole}">_xldudf_AISPEND(1)</f><v>1</v></c></row></sheetData>` +
        `<mergeCells><mergeCell ref="${whole}"/></mergeCells></worksheet>`,
    );
    const [first] = sheets;
    expect(first).toMatchObject({ merges: [], frozenRows: 1000 });
    expect(first?.cells).toEqual([expect.objectContaining({ formula: '=AISPEND(1)', spill: null })]);
    expect(first?.columnWidths).toHaveLength(1000);
  });

  it('damaged bytes, wherever they lie, are refused or change nothing: it never opens with other content', async () => {
    const whole = await fromXlsx(file, FUNCTIONS);
    const directory = new DataView(file.buffer, file.byteOffset).getUint32(file.length - 6, true);
    const flipped = fc.integer({ min: 1, max: 255 });
    // Of one byte of what is packed, the check sum alone may tell; of several, mostly the packing.
    const one = fc.array(fc.tuple(fc.nat(directory - 1), flipped), { minLength: 1, maxLength: 1 });
    const places = fc.oneof(fc.nat(file.length - 1), fc.integer({ min: directory, max: file.length - 1 }));
    const several = fc.array(fc.tuple(places, flipped), { minLength: 1, maxLength: 3 });
    const opensAsItWas = fc.asyncProperty(fc.oneof(one, one, several), async (changes) => {
      const bytes = file.slice();
      changes.forEach(([at, by]) => (bytes[at]! ^= by));
      const found = await fromXlsx(bytes, FUNCTIONS).catch((error: unknown) => error);
      if (!(found instanceof FileProblem)) {
        expect(found).toEqual(whole);
      }
    });
    await fc.assert(opensAsItWas, { seed: 7, numRuns: 300 });
  });

  it('any change of its XML opens or is refused, never more', async () => {
    const pieces = fc.constantFrom(
      '',
      '<c/>',
      '<f t="shared" si="0"/>',
      'r="ZZZZ9"',
      '<row r="0">',
      't="s"',
      '99999999999',
      '-1',
      '</c>',
      '<v>',
      '"',
      '<f t="array" ref="A1:XFD1048576">',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/styles.xml', 'xl/tables/table1.xml'),
        fc.nat(),
        fc.nat(20),
        pieces,
        async (wanted, at, length, piece) => {
          await problemOf(
            changed((path, xml) =>
              path === wanted ? xml.slice(0, at % xml.length) + piece + xml.slice((at % xml.length) + length) : xml,
            ),
          );
        },
      ),
      { seed: 11, numRuns: 120 },
    );
  });
});

describe('cells as other programs write them', () => {
  it('shared formulas are written out, each with its own cached value', async () => {
    const cells = await cellsOf(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="5">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="5"/><v>2</v></c></row>',
    );
    expect(cells.map(({ formula, value }) => [formula, value])).toEqual([
      ['=B1*$C$1', 1],
      ['=B2*$C$1', 2],
    ]);
  });

  it('places that are not stated follow one another', async () => {
    const cells = await cellsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 0, 3],
    ]);
  });

  it('cells in disorder, or twice, are put in order; the last counts', async () => {
    const cells = await cellsOf(
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>',
    );
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 3],
      [1, 0, 2],
      [1, 1, 4],
    ]);
  });

  it('types: ISO dates, rich and inline texts, errors that are none, strings that are missing', async () => {
    const cells = await cellsOf(
      '<row r="1"><c r="A1" t="d"><v>2024-11-01T00:00:00Z</v></c><c r="B1" t="inlineStr"><is><t>a_x000D_</t><rPh><t>no</t></rPh></is></c><c r="C1" t="e"><v>#ODD!</v></c><c r="D1" t="s"><v>9999</v></c><c r="E1"><v>x</v></c><c r="F1" t="str"><f>A1</f><v></v></c></row>',
    );
    expect(cells.map(({ value }) => value)).toEqual([45_597, 'a\r', { error: '#VALUE!' }, '', 'x', '']);
  });

  it('a formula without a value, or that waited when it was saved, has none', async () => {
    const cells = await cellsOf(
      '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><f>_xldudf_AISPEND("a")</f><v>#GETTING_DATA</v></c><c r="C1" t="e"><v>#GETTING_DATA</v></c></row>',
    );
    expect(cells.map(({ value }) => value)).toEqual([null, null, { error: '#GETTING_DATA' }]);
  });

  it('colours of the theme are resolved, lighter and darker too', async () => {
    const styles = `<styleSheet ${MAIN}><fonts><font><color theme="4"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="0" fillId="0"/></cellXfs></styleSheet>`;
    const theme =
      '<a:theme xmlns:a="x"><a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="204060"/></a:accent1></a:clrScheme></a:theme>';
    const bytes = changed((path, xml) =>
      path === 'xl/styles.xml'
        ? styles
        : path === 'xl/_rels/workbook.xml.rels'
          ? xml.replace('</Rel', '<Relationship Id="t" Type="x/theme" Target="metadata.xml"/></Rel')
          : path === 'xl/metadata.xml'
            ? theme
            : xml,
    );
    expect((await fromXlsx(bytes, FUNCTIONS)).sheets[0]?.cells[0]?.style).toMatchObject({
      color: '#204060',
      fill: '#90A0B0',
    });
  });

  it('names that Excel keeps for itself, and charts on sheets of their own, are passed over', async () => {
    const bytes = changed((path, xml) =>
      path === 'xl/workbook.xml'
        ? xml
            .replace(
              '<definedNames>',
              '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Last!$A$1</definedName>',
            )
            .replace('<sheets>', '<sheets><sheet name="Chart" sheetId="9" r:id="chart"/>')
        : path === 'xl/_rels/workbook.xml.rels'
          ? xml.replace('</Rel', '<Relationship Id="chart" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Rel')
          : xml,
    );
    const { names, sheets } = await fromXlsx(bytes, FUNCTIONS);
    expect(names).toEqual(EVERYTHING.names);
    expect(sheets.map(({ name }) => name)).toEqual(EVERYTHING.sheets.map(({ name }) => name));
  });

  it('a workbook whose days count from 1904 is converted: dates move, durations and numbers do not', async () => {
    const styles = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/><numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const sheet = `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" s="1"><v>44135</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1"><v>44135</v></c></row></sheetData></worksheet>`;
    const bytes = changed((path, xml) =>
      path === 'xl/styles.xml'
        ? styles
        : path === 'xl/worksheets/sheet1.xml'
          ? sheet
          : path === 'xl/workbook.xml'
            ? xml.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>')
            : xml,
    );
    expect((await fromXlsx(bytes, FUNCTIONS)).sheets[0]?.cells.map(({ value }) => value)).toEqual([
      45_597, 0.5, 44_135,
    ]);
  });

  it('a table without headers stays cells, and the totals of one are no part of its area', async () => {
    const table = (attributes: string): Promise<WorkbookContent> =>
      fromXlsx(
        changed((path, xml) =>
          path.includes('table1')
            ? xml.replace('totalsRowShown="0"', attributes).replace('ref="A1:B2"', 'ref="A1:B3"')
            : xml,
        ),
        FUNCTIONS,
      );
    expect((await table('headerRowCount="0"')).sheets[1]?.tables).toEqual([]);
    const empty = { label: '', aggregate: '', formula: '' };
    expect((await table('totalsRowCount="1"')).sheets[1]?.tables).toEqual([
      { ...EVERYTHING.sheets[1]!.tables[0], extras: { totals: [empty, empty] } },
    ]);
  });

  it('a table with an extension, which is called a table as well, is the table still', async () => {
    const bytes = changed((path, xml) =>
      path.includes('table1')
        ? xml.replace(
            '</table>',
            '<extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}" xmlns:x14="urn:x14"><x14:table altText="Rates" altTextSummary="by month"/></ext></extLst></table>',
          )
        : xml,
    );
    expect((await fromXlsx(bytes, FUNCTIONS)).sheets[1]?.tables).toEqual([
      {
        ...EVERYTHING.sheets[1]!.tables[0],
        extras: { alternativeText: 'Rates', alternativeDescription: 'by month' },
      },
    ]);
  });

  it('hidden rows and columns are hidden, of the size that they have when they are shown', async () => {
    const [sheet] = (
      await withSheet(
        `<worksheet ${MAIN}><cols><col min="2" max="3" width="20" hidden="1"/><col min="5" max="5" hidden="1"/></cols>` +
          '<sheetData><row r="2" hidden="1"/><row r="4" ht="30" customHeight="1" hidden="true"/></sheetData></worksheet>',
      )
    ).sheets;
    expect(sheet).toMatchObject({
      hiddenRows: [1, 3],
      rowHeights: [[3, 40]],
      hiddenColumns: [1, 2, 4],
      columnWidths: [
        [1, 140],
        [2, 140],
      ],
    });
  });

  it('a formula of before dynamic arrays shows where it takes one cell, an array formula is kept as one', async () => {
    const cells = await cellsOf(
      '<row r="1"><c r="A1"><f>B1:B3*2</f><v>1</v></c><c r="D1"><f t="array" ref="D1:E1">TRANSPOSE(B1:B2)</f><v>2</v></c><c r="E1"><v>3</v></c>' +
        '<c r="F1" cm="1"><f t="array" ref="F1">B1:B3*2</f><v>4</v></c></row>',
    );
    expect(cells.map(({ formula, isFixedArray }) => [formula, isFixedArray])).toEqual([
      ['=@B1:B3*2', undefined],
      ['=TRANSPOSE(B1:B2)', true],
      ['', undefined],
      ['=B1:B3*2', undefined],
    ]);
  });

  it('a formula that looks into another workbook keeps only its value where the file has no link to that', async () => {
    const cells = await cellsOf(
      `<row r="1"><c r="A1"><f>[1]Other!A1*2</f><v>5</v></c><c r="B1"><f>'[Book.xlsx]S'!A1</f><v>6</v></c></row>`,
    );
    expect(cells.map(({ formula, value }) => [formula, value])).toEqual([
      ['', 5],
      ['', 6],
    ]);
  });

  it('a name of one sheet stands beside that of another, and of the workbook', async () => {
    const name = (text: string, attributes = ''): string =>
      `<definedName name="Rate"${attributes}>${text}</definedName>`;
    const bytes = changed((path, xml) =>
      path === 'xl/workbook.xml'
        ? xml.replace(
            /<definedNames>.*<\/definedNames>/s,
            `<definedNames>${name('1')}${name('2', ' localSheetId="0"')}${name('3', ' localSheetId="1"')}${name('4', ' localSheetId="1"')}${name('5', ' localSheetId="99"')}</definedNames>`,
          )
        : xml,
    );
    expect((await fromXlsx(bytes, FUNCTIONS)).names).toEqual([
      { name: 'Rate', formula: '=1', comment: '' },
      { name: 'Rate', formula: '=2', comment: '', sheet: 0 },
      { name: 'Rate', formula: '=3', comment: '', sheet: 1 },
    ]);
  });
});
