import { writeXlsx, xlsxParts, zipParts, type XlsxCell } from '../../xlsx-writer';
import { openBill } from './open-bill';

const HEADER = ['Client', 'Vendor', 'Month', 'Amount'];
const shown =
  (format: string) =>
  (serial: number): XlsxCell => ({ serial, format });
const euros = shown('#,##0.00 [$€-407]');
const dollars = shown('[$USD] #,##0.00');
const row = (amount: XlsxCell, month = '2024-09'): XlsxCell[] => ['Acme', 'Initech', month, amount];
const file = (blob: Blob) => new File([blob], 'costs.xlsx');
const sheets = (...all: XlsxCell[][][]) => file(writeXlsx(all.map((rows, at) => ({ name: `S${at + 1}`, rows }))));

const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';

/** A sheet with a table whose last row is declared as one of totals. */
function withTotals(rows: XlsxCell[][], reference: string): File {
  const parts = xlsxParts([{ name: 'S', rows }]);
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    `<Relationships><Relationship Id="rId1" Type="${KIND}" Target="../tables/table1.xml"/></Relationships>`,
  );
  parts.set('xl/tables/table1.xml', `<table id="1" name="T" ref="${reference}" totalsRowCount="1"/>`);
  return file(zipParts(parts));
}

function withColumns(rows: XlsxCell[][], columns: string): File {
  const parts = xlsxParts([{ name: 'S', rows }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  parts.set(sheet, (parts.get(sheet) ?? '').replace('<sheetData>', `<cols>${columns}</cols><sheetData>`));
  return file(zipParts(parts));
}

async function read(bill: File) {
  const { summary } = await (await openBill(bill)).summarise();
  return {
    kept: summary.totals.flatMap(({ kept, currency, keptRows }) => (keptRows > 0 ? [`${kept} ${currency}`] : [])),
    problems: summary.problems.map(({ line }) => line),
    totals: summary.totalRows.map(({ line, label }) => `${line} ${label}`),
    notices: summary.notices,
  };
}

describe('a currency that a workbook shows by the format', () => {
  it('is that of each row, also of joined sheets and of months side by side', async () => {
    expect((await read(sheets([HEADER, row(euros(10)), row(dollars(20))]))).kept).toEqual(['10 EUR', '20 USD']);
    expect((await read(sheets([HEADER, row(euros(10))], [HEADER, row(dollars(20))]))).kept).toEqual([
      '10 EUR',
      '20 USD',
    ]);
    const beside = [
      ['Client', 'Vendor', '2024-09', '2024-10'],
      ['Acme', 'Initech', euros(1), dollars(2)],
      ['Beta', 'Initech', euros(3), dollars(4)],
    ];
    expect((await read(sheets(beside))).kept).toEqual(['4 EUR', '6 USD']);
  });

  it('is that of cells never formatted too, if most are and they agree', async () => {
    expect((await read(sheets([HEADER, row(euros(10)), row(euros(20)), row(5)]))).kept).toEqual(['35 EUR']);
    await expect(read(sheets([HEADER, row(euros(10)), row(20), row(5)]))).rejects.toThrow('stands for the currency');
    await expect(read(sheets([HEADER, row(euros(10)), row(dollars(20)), row(5)]))).rejects.toThrow(
      'stands for the currency',
    );
  });

  it('is a problem beside a name of the column that says another', async () => {
    const named = ['Client', 'Vendor', 'Month', 'Amount (USD)'];
    expect(await read(sheets([named, row(euros(1)), row(dollars(2))]))).toMatchObject({
      kept: ['2 USD'],
      problems: [2],
    });
  });

  it('is not what its sign is asked by: a positive amount that is shown as a credit may be one', async () => {
    const asked = async (change: string, ...formats: string[]) => {
      const rows = formats.map((format, at) => [...row(shown(format)(10 * (at + 1))), 'EUR']);
      const { summarise } = await openBill(sheets([[...HEADER, 'Currency'], ...rows]));
      const { questions, totals } = (await summarise(change)).summary;
      return [questions.map(({ option }) => option).join(), totals[0]?.kept];
    };
    expect(await asked('', '(0.00);0.00', '0.00')).toEqual(['sides', '10']);
    expect(await asked('sides:as-written', '0.00"-"', '0.00')).toEqual(['sides', '30']);
    expect(await asked('', '0.00 "CR"', '0.00 "DR"', '-0.00')).toEqual(['sides', '-20']);
    expect(await asked('', '0.00_);(0.00)', '0.00')).toEqual(['', '30']);
  });

  it('does not hide that a number is shown as another: in millions, crores or per cent', async () => {
    const rupees = [...HEADER, 'Currency'];
    const of = (format: string): XlsxCell[] => [...row(shown(format)(1.5)), 'INR'];
    const bill = sheets([rupees, of('0.0 "Mio"'), of('0.00 "Cr"'), of('0.0 "L"'), of('0.0%'), of('0.0')]);
    expect(await read(bill)).toMatchObject({ kept: ['1.5 INR'], problems: [2, 3, 4, 5] });
  });
});

describe('a row of totals that a table declares', () => {
  const rows = (...totals: XlsxCell[]): XlsxCell[][] => [HEADER, row(euros(1)), row(euros(2)), totals];

  it('is left out, whatever it is called', async () => {
    const expected = { kept: ['3 EUR'], problems: [] };
    const full = row(euros(9), '2024-10');
    expect(await read(withTotals(rows(...full), 'A1:D4'))).toMatchObject({ ...expected, totals: ['4 Acme'] });
    expect(await read(withTotals(rows(null, null, null, euros(3)), 'A1:D4'))).toMatchObject({
      ...expected,
      totals: ['4 Totals row of the table'],
    });
    expect(await read(withTotals(rows('Count: 2'), 'A1:D4'))).toMatchObject({ ...expected, totals: [] });
  });

  it('is one of the table alone that declares it', async () => {
    expect((await read(withTotals(rows(...row(euros(9))), 'F1:F4'))).kept).toEqual(['12 EUR']);
  });
});

describe('columns that a workbook hides', () => {
  it('are told if the import uses them, also one of months side by side', async () => {
    const { notices } = await read(withColumns([HEADER, row(euros(1))], '<col min="4" max="9" hidden="1"/>'));
    expect(notices).toEqual([expect.stringMatching(/^The workbook hides the column "Amount"/)]);
    const beside = [
      ['Client', 'Vendor', '2024-09', '2024-10'],
      ['Acme', 'Initech', euros(1), euros(2)],
    ];
    expect((await read(withColumns(beside, '<col min="3" max="3" hidden="1"/>'))).notices).toEqual([
      expect.stringMatching(/^The workbook hides the column "2024-09"/),
    ]);
  });

  it('are not told if it does not, nor if the file says nothing clear', async () => {
    const noted = [...HEADER, 'Note'];
    const rows = [noted, [...row(euros(1)), 'x']];
    expect((await read(withColumns(rows, '<col min="5" max="5" hidden="1"/>'))).notices).toEqual([]);
    expect((await read(withColumns(rows, '<col min="x" max="-1" hidden="1"/><col hidden="1"/>'))).notices).toEqual([]);
  });
});
