import { strToU8, zipSync } from 'fflate';
import { openXlsx } from '../../../src/formats/xlsx/open-xlsx';
import { xlsxParts, zipParts, type Parts } from '../../xlsx-writer';
import { fileProblemOf, readAll } from '../read-rows';
import { rawZip } from '../zip/raw-zip';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

const ROWS = [
  ['Client', 'Amount'],
  ['ByteDance', 20],
];
const CELLS = '<row><c t="str"><v>Client</v></c></row>';
const sheet = (data: string, prolog = ''): string => `${prolog}<worksheet><sheetData>${data}</sheetData></worksheet>`;

function changed(change: (parts: Parts) => void): Blob {
  const parts = xlsxParts([{ name: 'Bill', rows: ROWS }]);
  change(parts);
  return zipParts(parts);
}

const withSheet = (xml: string): Blob => changed((parts) => parts.set('xl/worksheets/sheet1.xml', xml));
const without = (part: string): Blob => changed((parts) => parts.delete(part));
const replaced = (part: string, from: string, to: string): Blob =>
  changed((parts) => parts.set(part, parts.get(part)!.replace(from, to)));

async function readWhole(file: Blob): Promise<void> {
  for (const table of (await openXlsx(file)).tables) {
    await readAll(table);
  }
}

/** 12 MB of spaces in 12 kB. */
function bomb(part: string): Blob {
  const parts: Record<string, Uint8Array> = {};
  for (const [name, xml] of xlsxParts([{ name: 'Bill', rows: ROWS }])) {
    parts[name] = strToU8(xml);
  }
  parts[part] = new Uint8Array(12 * 1024 * 1024).fill(32);
  return new Blob([zipSync(parts)]);
}

/** Shared texts that say they have 201 MB, packed in a little more than a hundredth of it. */
function hugeTexts(): Blob {
  const files = [...xlsxParts([{ name: 'Bill', rows: ROWS }])].map(([name, xml]) => ({ name, data: strToU8(xml) }));
  const data = new Uint8Array(2 * 1024 * 1024);
  return new Blob([
    rawZip(
      files.map((file) => (file.name === 'xl/sharedStrings.xml' ? { ...file, data, bytes: 201 * 1024 * 1024 } : file)),
    ) as Uint8Array<ArrayBuffer>,
  ]);
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'b'.repeat(index + 1)} "${`&${'b'.repeat(index) || 'a'};`.repeat(10)}">`).join('')}]>`;
const XXE = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';

describe('a workbook is refused within two seconds', () => {
  it.each<[string, () => Blob, string]>([
    ['empty', () => new Blob([]), 'The file is empty'],
    [
      'an .xls, or encrypted',
      () => new Blob([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])]),
      'Save it as .xlsx or CSV, without a password',
    ],
    [
      'an .xlsb',
      () =>
        zipParts(
          new Map([
            ['[Content_Types].xml', '<Types/>'],
            ['xl/workbook.bin', 'x'],
          ]),
        ),
      'a binary Excel workbook (.xlsb)',
    ],
    [
      'an .ods',
      () =>
        zipParts(
          new Map([
            ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
            ['content.xml', '<x/>'],
          ]),
        ),
      'an OpenDocument spreadsheet (.ods)',
    ],
    [
      'a .docx',
      () =>
        zipParts(
          new Map([
            [
              '_rels/.rels',
              '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
            ],
            ['word/document.xml', '<w:document/>'],
          ]),
        ),
      'not an .xlsx workbook',
    ],
    ['a zip of something else', () => zipParts(new Map([['a.txt', 'x']])), 'not an .xlsx workbook'],
    ['text', () => new Blob(['Client,Amount']), 'not an .xlsx workbook'],
    [
      'a zip with a password',
      () => new Blob([rawZip([{ name: 'xl/workbook.xml', data: strToU8('x'), flags: 1 }]) as Uint8Array<ArrayBuffer>]),
      'protected by a password',
    ],
    ['cut off', () => changed(() => undefined).slice(0, 1000), 'not complete'],
    ['a bomb in a sheet', () => bomb('xl/worksheets/sheet1.xml'), 'times its size'],
    ['a bomb in the relationships', () => bomb('_rels/.rels'), 'times its size'],
    [
      'with more text than is held in memory',
      () => hugeTexts(),
      '"xl/sharedStrings.xml" in the file unpacks to 201 MB',
    ],
    ['without its sheet', () => without('xl/worksheets/sheet1.xml'), 'its part "xl/worksheets/sheet1.xml" is missing'],
    ['without its texts', () => without('xl/sharedStrings.xml'), 'its part "xl/sharedStrings.xml" is missing'],
    ['without relationships', () => without('xl/_rels/workbook.xml.rels'), 'its part "Bill" is missing'],
    [
      'with a sheet elsewhere',
      () => replaced('xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', '../../../../etc/passwd'),
      'its part "etc/passwd" is missing',
    ],
    [
      'with a sheet on the network',
      () =>
        replaced(
          'xl/_rels/workbook.xml.rels',
          'Target="worksheets',
          'TargetMode="External" Target="https://example.com',
        ),
      'its part "Bill" is missing',
    ],
    [
      'with billion laughs',
      () => withSheet(sheet('<row><c t="str"><v>&bbbbbbbbb;</v></c></row>', LAUGHS)),
      'has a DOCTYPE',
    ],
    [
      'with an external entity',
      () => changed((parts) => parts.set('xl/sharedStrings.xml', `${XXE}<sst><si><t>&xxe;</t></si></sst>`)),
      'has a DOCTYPE',
    ],
    [
      'with an entity that nobody declared',
      () => withSheet(sheet('<row><c t="str"><v>&xxe;</v></c></row>')),
      'xl/worksheets/sheet1.xml is not well-formed XML',
    ],
    ['nested without end', () => withSheet(sheet('<row>'.repeat(500_000))), 'is nested too deeply'],
    [
      'with XML that stops',
      () => withSheet('<worksheet><sheetData><row><c t="str"><v>Client</v></c></row>'),
      'xl/worksheets/sheet1.xml is not well-formed XML',
    ],
    [
      'without any rows',
      () => withSheet('<worksheet><sheetData/></worksheet>'),
      'No sheet of the workbook has any rows',
    ],
    ['with a sheet that is text', () => withSheet('Client,Amount'), 'xl/worksheets/sheet1.xml is not well-formed XML'],
    [
      'with a text number too large',
      () => withSheet(sheet(`${CELLS}<row><c t="s"><v>99</v></c></row>`)),
      'row 2 of sheet "Bill" refers to text number 99',
    ],
    [
      'with a negative text number',
      () => withSheet(sheet(`${CELLS}<row r="7"><c t="s"><v>-1</v></c></row>`)),
      'row 7 of sheet "Bill" refers to text number -1',
    ],
    [
      'with a text number by another name',
      () => withSheet(sheet(`${CELLS}<row><c t="s"><v>length</v></c></row>`)),
      'refers to text number length',
    ],
    [
      'with an endless text',
      () => withSheet(sheet(`<row><c t="str"><v>${'x'.repeat(1_000_001)}</v></c></row>`)),
      'A cell of the file has more than',
    ],
    [
      'with bytes that are no text',
      () => new Blob([zipSync({ 'xl/workbook.xml': Uint8Array.from([60, 97, 0xff, 0xfe, 62]) })]),
      'neither UTF-8 nor UTF-16',
    ],
  ])('that is %s', async (_, make, message) => {
    const file = make();
    let problem = '';
    const spent = await cpuTime(async () => {
      problem = await fileProblemOf(readWhole(file));
    });
    expect(problem).toContain(message);
    expect(spent).toBeLessThan(WRONG_KIND_MS);
  });

  it.each([
    ['wrong content types', replaced('[Content_Types].xml', 'sheet.main', 'nonsense')],
    [
      'the same sheet a thousand times',
      changed((parts) =>
        parts.set(
          'xl/workbook.xml',
          `<workbook><sheets>${'<sheet name="Bill" r:id="rId1"/>'.repeat(1000)}</sheets></workbook>`,
        ),
      ),
    ],
    [
      'rows and cells within cells',
      withSheet(sheet(`${CELLS}<row><c t="str"><c t="str"><row><v>x</v></row></c></c></row>`)),
    ],
    [
      'a style that is not there',
      withSheet(sheet(`${CELLS}<row><c s="99"><v>1</v></c><c s="__proto__"><v>1</v></c></row>`)),
    ],
  ])('but not for %s', async (_, file) => {
    expect(await fileProblemOf(readWhole(file))).toBe('read');
    expect((await openXlsx(file)).tables).toHaveLength(1);
  });
});
