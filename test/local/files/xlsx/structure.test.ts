import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatArea, parseAddress } from '../../../../src/formats/xlsx/address';
import type { WorkbookContent } from '../../../../src/local/values/content';
import { toXlsx } from '../../../../src/local/files/xlsx/xlsx-file';
import { FileProblem } from '../../../../src/formats/file/file-problem';
import { area, cell, EVERYTHING, FUNCTIONS, sheet, workbook } from './contents';

const GOLDEN = path.join(__dirname, 'golden');

function partsOf(content: WorkbookContent): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(toXlsx(content, FUNCTIONS))).map(([part, bytes]) => [part, strFromU8(bytes)]),
  );
}

function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** What Excel asks of a file; each entry is a fault. */
function faults(parts: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const fault = (what: string): void => void found.push(what);
  const types = new Set(all(parts.get('[Content_Types].xml') ?? '', /PartName="\/([^"]+)"/g));
  for (const part of parts.keys()) {
    if (!part.endsWith('.rels') && part !== '[Content_Types].xml' && !types.has(part)) {
      fault(`${part} has no content type`);
    }
  }
  for (const part of types) {
    if (!parts.has(part)) {
      fault(`${part} has a content type, but is not there`);
    }
  }
  for (const [part, xml] of parts) {
    if (part.endsWith('.rels')) {
      const folder = path.posix.dirname(path.posix.dirname(part));
      for (const target of all(xml, /Target="([^"]+)"/g)) {
        if (!parts.has(path.posix.join(folder, target))) {
          fault(`${part} names ${target}, which is not there`);
        }
      }
      const owner = parts.get(path.posix.join(folder, path.posix.basename(part, '.rels'))) ?? '';
      const ids = new Set(all(xml, / Id="([^"]+)"/g));
      for (const id of all(owner, /r:id="([^"]+)"/g)) {
        if (!ids.has(id)) {
          fault(`${part} lacks ${id}`);
        }
      }
    }
  }
  const strings = all(parts.get('xl/sharedStrings.xml') ?? '', /(<si>)/g).length;
  const looks = all(/<cellXfs.*<\/cellXfs>/s.exec(parts.get('xl/styles.xml') ?? '')?.[0] ?? '', /(<xf )/g).length;
  const tableNames = new Set<string>();
  for (const [part, xml] of parts) {
    if (part.startsWith('xl/worksheets/sheet')) {
      const places = all(xml, /<c r="([A-Z]+\d+)"/g).map((address) => parseAddress(address)!.area);
      const order = places.map(({ row, column }) => row * 20_000 + column);
      if (order.some((place, index) => index > 0 && place <= order[index - 1]!)) {
        fault(`${part}: cells in disorder`);
      }
      if (all(xml, /t="s"><v>(\d+)</g).some((place) => Number(place) >= strings)) {
        fault(`${part}: no such string`);
      }
      if (all(xml, /<c [^>]*\bs="(\d+)"/g).some((place) => Number(place) >= looks)) {
        fault(`${part}: no such style`);
      }
      if (all(xml, /cm="(\d+)"/g).some((place) => place !== '1')) {
        fault(`${part}: no such metadata`);
      }
    }
    if (part.startsWith('xl/tables/')) {
      const name = /displayName="([^"]+)"/.exec(xml)?.[1] ?? '';
      if (tableNames.has(name.toLowerCase())) {
        fault(`${name} is there twice`);
      }
      tableNames.add(name.toLowerCase());
      const ref = parseAddress(/<table [^>]*ref="([^"]+)"/.exec(xml)?.[1] ?? '')!.area;
      const columns = all(xml, /<tableColumn id="\d+" name="([^"]*)"/g);
      if (columns.length !== ref.columnCount) {
        fault(`${name}: ${columns.length} columns for ${formatArea(ref)}`);
      }
      if (new Set(columns.map((column) => column.toLowerCase())).size < columns.length) {
        fault(`${name}: columns alike`);
      }
      const rels = [...parts].find(
        ([other, text]) => other.startsWith('xl/worksheets/_rels') && text.includes(path.posix.basename(part)),
      );
      const owner = parts.get(`xl/worksheets/${path.posix.basename(rels?.[0] ?? '', '.rels')}`) ?? '';
      const texts = all(parts.get('xl/sharedStrings.xml') ?? '', /<si><t[^>]*>([^<]*)</g);
      columns.forEach((column, index) => {
        const address = formatArea(area(ref.row, ref.column + index));
        const place = new RegExp(`<c r="${address}"[^>]* t="s"><v>(\\d+)<`).exec(owner)?.[1];
        if (texts[Number(place)]?.replaceAll('\n', '_x000a_') !== column.replaceAll('&quot;', '"')) {
          fault(`${name}: header ${address} is not "${column}"`);
        }
      });
    }
  }
  return found;
}

it('every part is declared and every reference within the file leads somewhere', () => {
  expect(faults(partsOf(EVERYTHING))).toEqual([]);
});

it('headers that are blank, numbers, formulas or alike become what Excel would make of them', () => {
  const headers = ['Month', null, 2024, 'month', 'two\nlines', true];
  const cells = headers.flatMap((value, index) =>
    value === null ? [] : [cell(1, 1 + index, value, index === 0 ? { formula: '="Month"' } : {})],
  );
  const parts = partsOf(
    workbook([
      sheet('One', cells, { tables: [{ name: 'Sales', area: area(1, 1, 3, 6), style: 'TableStyleMedium2' }] }),
    ]),
  );
  expect(faults(parts)).toEqual([]);
  expect(all(parts.get('xl/tables/table1.xml') ?? '', /<tableColumn id="\d+" name="([^"]*)"/g)).toEqual([
    'Month',
    'Column2',
    '2024',
    'month2',
    'two_x000a_lines',
    'TRUE',
  ]);
});

it('any table has the texts of its header cells as its columns', () => {
  const header = fc.oneof(
    fc.constantFrom('a', 'A', 'a2', 'Column1', '', '<&">', 'b\nc'),
    fc.integer({ min: 0, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(header, { minLength: 1, maxLength: 6 }), fc.boolean(), (list, isTwice) => {
      const at = (first: number): ReturnType<typeof cell>[] =>
        list.map((value, index) => cell(0, first + index, value));
      const tables = [0, ...(isTwice ? [10] : [])].map((column) => ({
        name: `T${column}`,
        area: area(0, column, 2, list.length),
        style: 'TableStyleLight1',
      }));
      expect(faults(partsOf(workbook([sheet('One', [...at(0), ...(isTwice ? at(10) : [])], { tables })])))).toEqual([]);
    }),
    { seed: 3, numRuns: 100 },
  );
});

it('no formula of ours is written under its plain name, and nothing asks Excel to calculate on opening', () => {
  const xml = [...partsOf(EVERYTHING).values()].join('');
  expect(xml).toContain(
    '<c r="B1" s="2" cm="1"><f t="array" ref="B1">_xldudf_AISPEND("ByteDance")</f><v>20000000</v></c>',
  );
  expect(xml).toContain(
    '<f t="array" ref="A4:B5">_xldudf_AITREND("ByteDance")</f><v>Month</v></c><c r="B4" t="str"><v>Spend</v></c>',
  );
  expect(xml).not.toMatch(/<f[^>]*>(?:[^<"]|"[^"]*")*(?<!_xldudf_)AI(?:SPEND|TREND)\(/);
  expect(xml).not.toContain('fullCalcOnLoad');
});

it('Excel is told to believe the results only where all of them are of the add-in', () => {
  const calculation = (...formulas: string[]): string | undefined =>
    /<calcPr[^>]*>/.exec(
      partsOf(
        workbook([
          sheet(
            'One',
            formulas.map((formula, row) => cell(row, 0, 1, { formula })),
          ),
        ]),
      ).get('xl/workbook.xml') ?? '',
    )?.[0];
  expect(calculation('=AISPEND("a")', '=AISPEND(AITREND(A1:B2),{1,2})')).toBe('<calcPr calcId="191029"/>');
  expect(calculation()).toBe('<calcPr calcId="191029"/>');
  expect(calculation('=AISPEND("a")', '=A1')).toBe('<calcPr/>');
  expect(calculation('=AISPEND("a")/2')).toBe('<calcPr/>');
  expect(calculation('=AISPEND(TRIM("a"))')).toBe('<calcPr/>');
});

it('what was typed as a formula but is none is stored as text, which no Excel has to repair', () => {
  const xml = partsOf(workbook([sheet('One', [cell(0, 0, { error: '#VALUE!' }, { formula: '=1+' })])])).get(
    'xl/worksheets/sheet1.xml',
  );
  expect(xml).toContain('<c r="A1" t="s"><v>0</v></c>');
});

it('errors that files do not know are stored as one that they know, and a call on its way as waiting', () => {
  const cells = [
    cell(0, 0, { error: '#SPILL!' }, { formula: '=A2:A3' }),
    cell(0, 1, null, { formula: '=AISPEND("a")' }),
  ];
  const xml = partsOf(workbook([sheet('One', cells)])).get('xl/worksheets/sheet1.xml');
  expect(xml).toContain('<v>#VALUE!</v>');
  expect(xml).toContain('<v>#GETTING_DATA</v>');
});

it.each([
  [sheet('a/b', []), /no sheet with the name "a\/b"/],
  [sheet('a'.repeat(32), []), /no sheet with the name/],
  [sheet('One', [cell(4, 1, 'x'.repeat(32_768))]), /One!B5 holds 32,768 characters; a cell in Excel holds 32,767/],
])('what no Excel takes is refused before a file is made', (each, message) => {
  expect(() => toXlsx(workbook([each]), FUNCTIONS)).toThrow(FileProblem);
  expect(() => toXlsx(workbook([each]), FUNCTIONS)).toThrow(message);
});

describe('readers that are none of ours', () => {
  interface Found {
    readonly hucre: {
      readonly sheets: readonly {
        name: string;
        rows: unknown[][];
        cells: Record<string, object>;
        tables?: { name: string; range: string; style: string; columns: { name: string }[] }[];
      }[];
      readonly names: readonly { name: string }[];
    };
    readonly readExcelFile: readonly { sheet: string; data: unknown[][] }[];
  }
  let found: Found;

  beforeAll(() => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xlsx-'));
    const file = path.join(folder, 'everything.xlsx');
    writeFileSync(file, toXlsx(EVERYTHING, FUNCTIONS));
    found = JSON.parse(
      execFileSync(process.execPath, [path.join(__dirname, 'independent-readers.mjs'), file], { encoding: 'utf8' }),
    ) as Found;
    rmSync(folder, { recursive: true });
  });

  it('find the same values, formulas, tables and names', () => {
    const [first, rates] = found.hucre.sheets;
    expect(found.hucre.sheets.map(({ name }) => name)).toEqual(EVERYTHING.sheets.map(({ name }) => name));
    expect(first?.rows[1]).toEqual([0.1, -1.5e-300, true, '#N/A', '#N/A', '007']);
    expect(first?.cells['0,1']).toMatchObject({
      formula: '_xldudf_AISPEND("ByteDance")',
      formulaResult: 20_000_000,
      formulaDynamic: true,
    });
    expect(first?.cells['3,0']).toMatchObject({ value: 'Month', formulaRef: 'A4:B5', formulaDynamic: true });
    expect(first?.cells['5,0']).toMatchObject({ formula: 'SUM(Rates[Rate])', formulaResult: 20_000_000 });
    expect(rates?.tables).toEqual([
      expect.objectContaining({
        name: 'Rates',
        range: 'A1:B2',
        style: 'TableStyleLight1',
        columns: [{ name: 'Month' }, { name: 'Rate' }],
      }),
    ]);
    expect(found.hucre.names.map(({ name }) => name)).toEqual(['AIFiscalYearStart', 'Total']);
  });

  it('find dates as dates, and results of formulas', () => {
    const rows = found.readExcelFile[0]?.data ?? [];
    expect(rows[0]?.slice(0, 2)).toEqual(['Spend <2024>', 20_000_000]);
    expect(rows[2]?.slice(0, 3)).toEqual(['2024-11-01T00:00:00.000Z', 0.15, 'two\nlines']);
    expect(rows[5]?.slice(0, 2)).toEqual([20_000_000, 'yes']);
  });
});

/* The parts as text, to be read by people; to write them anew, delete the folder and run the test. */
it('the parts are those of the golden files', () => {
  const parts = partsOf(EVERYTHING);
  if (!existsSync(GOLDEN)) {
    mkdirSync(GOLDEN);
    for (const [part, xml] of parts) {
      writeFileSync(path.join(GOLDEN, part.replaceAll('/', '~')), xml.replaceAll('><', '>\n<'));
    }
  }
  for (const [part, xml] of parts) {
    expect(xml.replaceAll('><', '>\n<')).toBe(readFileSync(path.join(GOLDEN, part.replaceAll('/', '~')), 'utf8'));
  }
});
