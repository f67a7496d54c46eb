import { EVERY_TABLE } from '../../../src/domain/ledger/import-tables';
import { rowOf, type CellValue, type RawTable } from '../../../src/domain/ledger/table';
import { parseMonth, serialOf } from '../../../src/domain/calendar/month';
import { TABLES } from '../../../src/domain/ledger/tables';
import { loadedBills, removalOfBill } from '../../../src/workbook/plans/loaded-bills';
import { atOnce } from '../../../src/domain/ledger/steps';

type Row = readonly [client: string, vendor: string, month: string, spend: number, source: string, complete?: string];

function clientsOf(...rows: readonly Row[]): RawTable {
  const cells = rows.map(([client, vendor, month, spend, source, complete = '']): CellValue[] => [
    ...rowOf(TABLES.AIClients, {
      Client: client,
      Vendor: vendor,
      Service: '',
      Month: serialOf(parseMonth(month)!),
      Spend: spend,
      Currency: 'USD',
      Share: null,
      Basis: source.startsWith('press') ? 'reported' : 'billed',
      Source: source,
      Note: '',
    }),
    complete,
  ]);
  return {
    name: 'AIClients',
    firstRow: 5,
    header: [...TABLES.AIClients.columns.map(({ name }) => name), 'Complete'],
    rows: cells,
  };
}

function logOf(...files: readonly string[]): RawTable {
  const { columns } = EVERY_TABLE.AIImports;
  const rows = files.map((file) =>
    columns.map(
      ({ name }): CellValue => ({ File: file, Loaded: '2024-12-01 08:00', Format: 'Table' })[name as string] ?? '',
    ),
  );
  return { name: 'AIImports', firstRow: 2, header: columns.map(({ name }) => name), rows };
}

const clients = clientsOf(
  ['ByteDance', 'Microsoft', '2024-11', 9, 'press'],
  ['Acme', 'OpenAI', '2024-08', 1.5, 'a.csv'],
  ['Acme', 'OpenAI', '2024-09', 2, 'a.csv'],
  ['Beta', 'openai', '2024-11', 4, 'A.csv', 'no'],
  ['Beta', 'Anthropic', '2024-10', 8, 'b.csv'],
);

describe('what is loaded', () => {
  it('is each import in the log, the latest first, with what AIClients has of it', () => {
    const { bills } = atOnce(loadedBills({ clients, log: logOf('gone.csv', 'a.csv', 'b.csv') }));
    expect(bills).toEqual([
      expect.objectContaining({
        source: 'b.csv',
        rows: 1,
        firstRow: 9,
        from: '2024-10',
        to: '2024-10',
        clients: ['Beta'],
      }),
      {
        source: 'a.csv',
        loadedAt: '2024-12-01 08:00',
        format: 'Table',
        rows: 3,
        firstRow: 6,
        from: '2024-08',
        to: '2024-11',
        clients: ['Acme', 'Beta'],
        sums: [{ currency: 'USD', amount: '7.5' }],
        canRefresh: false,
      },
      expect.objectContaining({ source: 'gone.csv', rows: 0, firstRow: null, from: null, clients: [], sums: [] }),
    ]);
  });

  it('shows which vendor lacks a month after its first, or has one that is not over', () => {
    const { coverage } = atOnce(loadedBills({ clients, log: null }));
    expect(coverage).toEqual({
      months: ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11'],
      vendors: [
        { vendor: 'Anthropic', coverage: ['before', 'before', 'before', 'before', 'loaded', 'missing'] },
        { vendor: 'OpenAI', coverage: ['before', 'before', 'loaded', 'loaded', 'missing', 'partial'] },
      ],
    });
  });

  it('is nothing in a workbook without tables', () => {
    expect(atOnce(loadedBills({ clients: null, log: null }))).toEqual({
      bills: [],
      coverage: { months: [], vendors: [] },
    });
  });
});

describe('the removal of a bill', () => {
  it('takes its rows and its record, and nothing else', () => {
    const [rows, record] = removalOfBill('a.csv');
    expect(atOnce(rows!.steps(clients, new Map()))).toMatchObject({
      replaced: [],
      removed: [1, 2, 3],
      added: [],
      kept: 2,
    });
    expect(atOnce(record!.steps(logOf('b.csv', 'a.csv'), new Map()))).toMatchObject({
      removed: [1],
      added: [],
      kept: 1,
    });
    expect(atOnce(rows!.steps(null, new Map()))).toMatchObject({ removed: [], added: [] });
  });
});
