import fc from 'fast-check';
import type { Area } from '../../../../src/formats/xlsx/address';
import { openedWorkbook } from '../../../../src/local/grid/opened-workbook';
import { workbookContent } from '../../../../src/local/grid/workbook-content';
import { WHOLE_WORKBOOK } from '../../../../src/local/grid/univer-codes';
import { toArea, type UniverRange } from '../../../../src/local/grid/univer-range';
import type { CellValue, ErrorCode } from '../../../../src/local/values/cell-value';
import {
  PLAIN_STYLE,
  type CellContent,
  type CellStyle,
  type SheetContent,
  type WorkbookContent,
} from '../../../../src/local/values/content';
import { fromXlsx, toXlsx } from '../../../../src/local/files/xlsx/xlsx-file';
import { area, cell, EVERYTHING, FUNCTIONS, sheet, workbook } from './contents';

const SEEDED = { seed: 20_241_118, numRuns: 60 };

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '_x000D_',
    '_x0041_x',
    ' padded ',
    '\r\n',
    '\t',
    '\u0000',
    '\ud800',
    '#N/A',
    '=1+1',
    '__proto__',
    ']]>',
    '&amp;',
    '007',
  ),
);
const values: fc.Arbitrary<CellValue> = fc.oneof(
  texts.filter((text) => text !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc
    .constantFrom<ErrorCode>('#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!')
    .map((error) => ({ error })),
);
const colors = fc.constantFrom('', '#0F6C5C', '#FFFFFF');
const styles: fc.Arbitrary<CellStyle> = fc.oneof(
  fc.constant(PLAIN_STYLE),
  fc.record({
    numberFormat: fc.constantFrom('General', '0.00%', 'yyyy-mm', '#,##0.00 [$EUR]', '0 "a<b"', '@', 'm/d/yyyy'),
    isFormatOfResult: fc.constant(false),
    bold: fc.boolean(),
    italic: fc.boolean(),
    size: fc.constantFrom(8, 11, 13.5),
    color: colors,
    fill: colors,
    wrap: fc.boolean(),
    horizontal: fc.constantFrom('general', 'left', 'center', 'right', 'justify'),
    vertical: fc.constantFrom('top', 'center', 'bottom'),
  }),
);
const formulas = fc.constantFrom(
  '=AISPEND("ByteDance",,"USD")',
  '=CONTOSO.ADD(1,2)',
  '=SUM(A1:A3)+1',
  '=SUM(A1:A3*2)',
  '=\'Other sheet\'!A1&"AISPEND("',
  '=XLOOKUP(A1,B:B,C:C)',
  '=_xlookup',
  '=LET(x,1,x+1)',
  '=SORT(FILTER(A1:A9,A1:A9>1))',
  '=B2#',
  '=Rates[Rate]',
  '={1,2;3,4}',
  '=IF(A1<>"",-A1%,#N/A)',
);

interface Placed {
  readonly row: number;
  readonly column: number;
}

const cells: fc.Arbitrary<CellContent[]> = fc
  .uniqueArray(fc.record({ row: fc.nat(30), column: fc.nat(8) }), {
    maxLength: 25,
    selector: ({ row, column }: Placed) => `${row}/${column}`,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map(({ row, column }) =>
        fc
          .record({ value: values, formula: fc.option(formulas, { freq: 3, nil: '' }), style: styles })
          .map(({ value, formula, style }) => cell(row, column, value, { formula, style })),
      ),
    ),
  )
  .map((list) => [...list].sort((a, b) => a.row - b.row || a.column - b.column));

const sheets: fc.Arbitrary<SheetContent> = fc
  .record({
    cells,
    visibility: fc.constantFrom('Visible' as const, 'Hidden' as const, 'VeryHidden' as const),
    columnWidths: fc.uniqueArray(fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 900 })), {
      selector: ([column]) => column,
      maxLength: 4,
    }),
    rowHeights: fc.uniqueArray(fc.tuple(fc.nat(40), fc.integer({ min: 4, max: 500 })), {
      selector: ([row]) => row,
      maxLength: 4,
    }),
    hiddenRows: fc.uniqueArray(fc.nat(40), { maxLength: 3 }).map((rows) => rows.sort((a, b) => a - b)),
    hiddenColumns: fc.uniqueArray(fc.nat(25), { maxLength: 3 }).map((columns) => columns.sort((a, b) => a - b)),
    frozenRows: fc.nat(3),
    frozenColumns: fc.nat(3),
    showsGridlines: fc.boolean(),
    tabColor: colors,
  })
  .map(({ columnWidths, rowHeights, ...rest }) =>
    sheet('', rest.cells, {
      ...rest,
      columnWidths: columnWidths.filter(([, width]) => width !== 88).sort(([a], [b]) => a - b),
      rowHeights: rowHeights.filter(([, height]) => height !== 24).sort(([a], [b]) => a - b),
    }),
  );

const workbooks: fc.Arbitrary<WorkbookContent> = fc.array(sheets, { minLength: 1, maxLength: 3 }).map((list) => {
  const named = list.map((each, index) => ({
    ...each,
    name: ['Plain', "It's <2>", 'ÄÖÜ 汉字'][index] ?? '',
    ...(index === 0 ? { visibility: 'Visible' as const } : {}),
  }));
  return workbook(named, {
    names: [
      { name: 'Rate_1', formula: '=Plain!$B$2', comment: '' },
      ...named.map((_, sheet) => ({ name: 'Rate_1', formula: `=${sheet}.5`, comment: 'of its sheet', sheet })),
      { name: 'Secret', formula: '=7', comment: '', isHidden: true },
    ],
  });
});

/** A spilling formula and a table beside one another. */
const spills = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 4 }),
    items: fc.array(values, { minLength: 16, maxLength: 16 }),
  })
  .map(({ rows, columns, items }) => {
    const spill: Area | null = rows * columns > 1 ? area(2, 1, rows, columns) : null;
    const covered = items.slice(0, rows * columns).map((value, index) => {
      const isFirst = index === 0;
      return cell(
        2 + Math.floor(index / columns),
        1 + (index % columns),
        value,
        isFirst ? { formula: '=AITREND("a")', spill } : {},
      );
    });
    const headers = ['Month', 'Rate'].map((value, index) => cell(10, index, value));
    return workbook([
      sheet('One', [...covered, ...headers, cell(11, 0, 1)], {
        tables: [{ name: 'Rates', area: area(10, 0, 2, 2), style: 'TableStyleLight1' }],
      }),
    ]);
  });

it('a workbook with one of everything comes back from a file as it was', async () => {
  expect(await fromXlsx(toXlsx(EVERYTHING, FUNCTIONS), FUNCTIONS)).toEqual(EVERYTHING);
});

it('any workbook comes back from a file as it was', async () => {
  await fc.assert(
    fc.asyncProperty(workbooks, async (content) =>
      expect(await fromXlsx(toXlsx(content, FUNCTIONS), FUNCTIONS)).toEqual(content),
    ),
    SEEDED,
  );
});

it('spilled results and tables come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(spills, async (content) =>
      expect(await fromXlsx(toXlsx(content, FUNCTIONS), FUNCTIONS)).toEqual(content),
    ),
    SEEDED,
  );
});

it('the same workbook always gives the same bytes', () => {
  expect(toXlsx(EVERYTHING, FUNCTIONS)).toEqual(toXlsx(EVERYTHING, FUNCTIONS));
});

/** By way of the grid's own data, as if it had been opened and were saved again. */
function throughGrid(content: WorkbookContent): WorkbookContent {
  const saved = openedWorkbook(content);
  const resource = (name: string): Record<string, unknown> =>
    JSON.parse(saved.workbook.resources?.find((each) => each.name === name)?.data ?? '{}') as Record<string, unknown>;
  const tables = Object.entries(
    resource('SHEET_TABLE_PLUGIN') as Record<string, { tables: { id: string; name: string; range: UniverRange }[] }>,
  ).flatMap(([sheetId, { tables: list }]) =>
    list.map(({ id, name, range }) => {
      const extras = saved.tableExtras?.[id];
      const style = saved.tableStyles[id] ?? '';
      return { id, name, sheetId, area: toArea(range), style, ...(extras ? { extras } : {}) };
    }),
  );
  const names = Object.values(
    resource('SHEET_DEFINED_NAME_PLUGIN') as Record<
      string,
      { name: string; formulaOrRefString: string; comment: string; localSheetId: string; hidden: boolean }
    >,
  ).map(({ name, formulaOrRefString, comment, localSheetId, hidden }) => ({
    name,
    formula: formulaOrRefString.replace(/^=?/, '='),
    comment,
    sheetId: localSheetId === WHOLE_WORKBOOK ? null : localSheetId,
    isHidden: hidden,
  }));
  return workbookContent({
    saved,
    tables,
    names,
    formula: (sheetId, row, column) => saved.workbook.sheets?.[sheetId]?.cellData?.[row]?.[column]?.f ?? '',
  });
}

it('a workbook comes back from the grid as it was', () => {
  expect(throughGrid(EVERYTHING)).toEqual(EVERYTHING);
  fc.assert(
    fc.property(fc.oneof(workbooks, spills), (content) => expect(throughGrid(content)).toEqual(content)),
    SEEDED,
  );
});

describe('what files have that the grid cannot work out', () => {
  const LINK = {
    xml: '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></externalLink>',
    relationships:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="Book2.xlsx" TargetMode="External"/></Relationships>',
  };
  const EXCELS = workbook(
    [
      sheet(
        'One',
        [
          cell(0, 0, 'Month'),
          cell(0, 1, 'Spend'),
          cell(1, 0, 1),
          cell(1, 1, 5),
          cell(2, 0, 'All'),
          cell(2, 1, 5, { formula: '=SUBTOTAL(109,Rates[Spend])' }),
          cell(4, 0, 5, { formula: '=Rates[[#Totals],[Spend]]' }),
          cell(5, 0, 7, { formula: '=[1]Sheet1!A1*2' }),
          cell(6, 0, 1, { formula: '=TRANSPOSE(A1:B2)', spill: area(6, 0, 2, 2), isFixedArray: true }),
          cell(6, 1, 2),
          cell(7, 0, 3),
          cell(7, 1, 4),
          cell(8, 0, 9, { formula: '=SUM(A1:A3*2)', isFixedArray: true }),
          cell(9, 0, 9, { formula: '=@A1:A30*2' }),
        ],
        {
          tables: [
            {
              name: 'Rates',
              area: area(0, 0, 2, 2),
              style: 'TableStyleLight1',
              extras: {
                totals: [
                  { label: 'All', aggregate: '', formula: '' },
                  { label: '', aggregate: 'custom', formula: 'SUBTOTAL(109,Rates[Spend])' },
                ],
                alternativeText: 'Spend "by" month',
                alternativeDescription: 'of <one> client',
              },
            },
          ],
        },
      ),
    ],
    { externalLinks: [LINK] },
  );

  it('comes back from a file, and from the grid, as it was', async () => {
    expect(await fromXlsx(toXlsx(EXCELS, FUNCTIONS), FUNCTIONS)).toEqual(EXCELS);
    expect(throughGrid(EXCELS)).toEqual(EXCELS);
  });

  it('loses a row of totals that other cells have taken', async () => {
    const [one] = EXCELS.sheets;
    const cells = one!.cells.map((each) => (each.row === 2 && each.column === 0 ? { ...each, value: 'mine' } : each));
    const { sheets: read } = await fromXlsx(toXlsx({ ...EXCELS, sheets: [{ ...one!, cells }] }, FUNCTIONS), FUNCTIONS);
    expect(read[0]?.tables[0]?.extras).toEqual({
      alternativeText: 'Spend "by" month',
      alternativeDescription: 'of <one> client',
    });
  });
});
