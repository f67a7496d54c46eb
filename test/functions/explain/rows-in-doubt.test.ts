import type { CellValue } from '../../../src/domain/ledger/table';
import { TABLES } from '../../../src/domain/ledger/tables';
import { explain } from '../../../src/functions/explain/explain';
import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { bookOfFile } from '../../golden/workbook-file';

beforeAll(fetchLateCode);

const BASE = { Client: 'Contoso', Vendor: 'Microsoft', Month: '2024-11', Currency: 'EUR' };
type Row = Readonly<Record<string, CellValue>>;

/** Each row that stands in the way of a call, with what it says and may be marked as. */
function inDoubt(
  call: readonly [string, ...CellValue[]],
  clients: readonly Row[],
  revenues: readonly Row[] = [],
): string[] {
  const table = (name: 'AIClients' | 'AIRevenue', rows: readonly Row[]): CellValue[][] => {
    const schema = TABLES[name];
    const header = [...schema.columns, ...('optional' in schema ? schema.optional : [])].map((column) => column.name);
    return [header, ...rows.map((row) => header.map((column) => row[column] ?? null))];
  };
  const book = bookOfFile({
    AIClients: table(
      'AIClients',
      clients.map((row) => ({ ...BASE, ...row })),
    ),
    AIRevenue: table('AIRevenue', revenues),
  });
  const [name, ...values] = call;
  const { problem } = explain(
    name,
    values.map((value) => [[value]]),
    book,
  );
  return (problem?.rows ?? []).map(
    ({ table: of, row, amount, basis, marks }) => `${of} ${row}: ${amount}, ${basis}, ${marks.join(' or ') || 'stays'}`,
  );
}

const REVENUE = { Vendor: 'Microsoft', Month: '2024-11', Currency: 'EUR', Per: 'month', Basis: 'reported' };

it.each<[string, Parameters<typeof inDoubt>, string[]]>([
  [
    'two claims that disagree',
    [
      ['AISPEND', 'Contoso'],
      [
        { Spend: 20, Basis: 'reported', Source: 'A' },
        { Spend: 18, Basis: 'reported', Source: 'B' },
      ],
    ],
    [
      'AIClients 2: 20.00 EUR, reported, superseded or accepted',
      'AIClients 3: 18.00 EUR, reported, superseded or accepted',
    ],
  ],
  [
    'a claim beyond the bounds of another',
    [
      ['AISPEND', 'Contoso'],
      [
        { Spend: 20, Basis: 'reported', Source: 'A' },
        { 'Spend low': 30, Basis: 'reported', Source: 'B' },
      ],
    ],
    [
      'AIClients 2: 20.00 EUR, reported, superseded or accepted',
      'AIClients 3: more than 30.00 EUR, reported, superseded or accepted',
    ],
  ],
  [
    'a bill beside a claim of another service',
    [
      ['AISPEND', 'Contoso'],
      [
        { Spend: 20, Service: 'Azure' },
        { Spend: 18, Service: 'Copilot', Basis: 'reported' },
      ],
    ],
    ['AIClients 2: 20.00 EUR, billed, stays', 'AIClients 3: 18.00 EUR, reported, superseded or accepted'],
  ],
  [
    'a claim without a service beside one with',
    [
      ['AISPEND', 'Contoso'],
      [
        { Spend: 20, Service: 'Azure', Basis: 'reported' },
        { Spend: 18, Basis: 'reported' },
      ],
    ],
    [
      'AIClients 2: 20.00 EUR, reported, superseded or accepted',
      'AIClients 3: 18.00 EUR, reported, superseded or accepted',
    ],
  ],
  [
    'bounds that may be the same money and exclude each other',
    [
      ['AISPEND', 'Contoso', null, null, null, null, 'low'],
      [
        { 'Spend high': 10, Service: 'Azure' },
        { 'Spend low': 50, Service: 'Copilot', Basis: 'reported' },
      ],
    ],
    [
      'AIClients 2: less than 10.00 EUR, billed, stays',
      'AIClients 3: more than 50.00 EUR, reported, superseded or accepted',
    ],
  ],
  [
    'two accepted shares that disagree',
    [
      ['REVSHARE', 'Contoso'],
      [
        { Spend: 20, Share: 0.1, Basis: 'accepted', Source: 'A' },
        { Share: 0.2, Basis: 'accepted', Source: 'B' },
      ],
    ],
    ['AIClients 2: 20.00 EUR, share 10%, accepted, superseded', 'AIClients 3: share 20%, accepted, superseded'],
  ],
  [
    'two bills that state other shares: only bills stand there, so one of them may go',
    [
      ['REVSHARE', 'Contoso'],
      [
        { Spend: 20, Share: 0.1, Source: 'A' },
        { Spend: 10, Share: 0.2, Source: 'B' },
      ],
    ],
    ['AIClients 2: 20.00 EUR, share 10%, billed, superseded', 'AIClients 3: 10.00 EUR, share 20%, billed, superseded'],
  ],
  [
    'revenues that disagree',
    [
      ['AIREVENUE', 'Microsoft'],
      [{ Spend: 20 }],
      [
        { ...REVENUE, Revenue: 100, Source: 'A' },
        { ...REVENUE, Revenue: 90, Source: 'B' },
      ],
    ],
    [
      'AIRevenue 2: 100.00 EUR a month, reported, superseded or accepted',
      'AIRevenue 3: 90.00 EUR a month, reported, superseded or accepted',
    ],
  ],
  [
    'a share that spend and revenue contradict',
    [['REVSHARE', 'Contoso'], [{ Spend: 20, Share: 0.5, Basis: 'reported' }], [{ ...REVENUE, Revenue: 100 }]],
    [
      'AIClients 2: 20.00 EUR, share 50%, reported, superseded or accepted',
      'AIRevenue 2: 100.00 EUR a month, reported, superseded or accepted',
    ],
  ],
])('%s: every row is named, with what it may be marked as', (_what, question, rows) => {
  expect(inDoubt(...question)).toEqual(rows);
});

it('what one row alone is to blame for leaves nothing to decide', () => {
  expect(inDoubt(['AISPEND', 'Contoso'], [{ Spend: 'abc' }])).toEqual([]);
});
