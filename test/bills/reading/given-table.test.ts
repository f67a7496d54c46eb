import type { GivenTable } from '../../../src/bills/reading/import-protocol';
import { importReader } from '../../../src/bills/reading/import-reader';

const HEADER = ['Client', 'Vendor', 'Month', 'Amount'];
const GENERAL = 'General';

interface Row {
  readonly amount: number;
  readonly format?: string;
  readonly isHidden?: true;
}

/** What a table of the workbook comes to as a bill. */
async function read(rows: readonly Row[], look: Partial<GivenTable['look']> = {}, currency: string | null = null) {
  const formats = [GENERAL, ...new Set(rows.map(({ format = GENERAL }) => format))];
  const table: GivenTable = {
    name: 'Costs',
    header: [...HEADER, ...(currency === null ? [] : ['Currency'])],
    rows: rows.map(({ amount }) => ['Acme', 'Initech', '2026-05', amount, ...(currency === null ? [] : [currency])]),
    firstRow: 2,
    look: {
      formats,
      formatOf: rows.map(({ format = GENERAL }) => [0, 0, 0, formats.indexOf(format), 0]),
      hiddenRows: rows.flatMap(({ isHidden }, at) => (isHidden === true ? [at] : [])),
      hiddenColumns: [],
      hasTotals: false,
      ...look,
    },
  };
  const reader = importReader(() => new Date('2026-06-15T12:00:00Z'));
  const found = await reader.answer('open', { kind: 'table', table }, () => undefined);
  const recognition = found.kind === 'bill' ? found.tables[0]?.recognition : undefined;
  if (recognition === undefined) {
    throw new Error('It is no bill.');
  }
  const { totals, problems, notices, totalRows, questions } = await reader.answer(
    'summarise',
    { table: 0, mapping: recognition.mapping },
    () => undefined,
  );
  return {
    kept: totals.map(({ kept, currency: code }) => `${kept} ${code}`),
    problems: problems.map(({ line }) => line),
    totals: totalRows.map(({ line }) => line),
    asked: questions.flatMap(({ option, answer }) => (answer === null ? [option] : [])),
    notices,
  };
}

describe('a table of the workbook', () => {
  it('has the currency that the number format of a cell shows', async () => {
    const rows = [
      { amount: 10, format: '#,##0.00 [$€-407]' },
      { amount: 20, format: '[$USD] #,##0.00' },
    ];
    expect((await read(rows)).kept).toEqual(['10 EUR', '20 USD']);
    expect(await read(rows, {}, 'EUR')).toMatchObject({ problems: [3] });
  });

  it('does not hide that a number is shown as another', async () => {
    const rows = [
      { amount: 1.5, format: '0.0 "Mio"' },
      { amount: 1500, format: '0.0,"k"' },
    ];
    expect(await read(rows, {}, 'EUR')).toMatchObject({ kept: ['1500 EUR'], problems: [2] });
    expect(await read([{ amount: 5, format: '(0.00)' }, { amount: 7 }], {}, 'EUR')).toMatchObject({ asked: ['sides'] });
  });

  it('tells of rows and columns that are hidden', async () => {
    const { notices } = await read([{ amount: 1 }, { amount: 2, isHidden: true }], { hiddenColumns: [3] }, 'EUR');
    expect(notices).toEqual([
      expect.stringMatching(/Sheet "Costs" hides a row, which counts/),
      expect.stringMatching(/The workbook hides the column "Amount"/),
    ]);
  });

  it('leaves its own row of totals out, whatever that is called', async () => {
    expect(await read([{ amount: 1 }, { amount: 2 }, { amount: 3 }], { hasTotals: true }, 'EUR')).toMatchObject({
      kept: ['3 EUR'],
      totals: [4],
      asked: [],
    });
  });
});
