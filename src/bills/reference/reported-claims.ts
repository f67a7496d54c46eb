import { parseMonth, serialOf } from '../../domain/calendar/month';
import type { CellValue, RawTable } from '../../domain/ledger/table';
import { TABLES, type ColumnOf, type TableSchema } from '../../domain/ledger/tables';

/*
 * What the press, the vendors and studies state, 2023 to 2026: claims, with bounds if a source gives a bound. A second set beside the
 * article's, loaded by choice. Read second-hand, as stored copies and reports of the original pages have it. Commitments, backlogs and
 * forecasts are not spend and are left out.
 */

type Claims<Table extends 'AIClients' | 'AIRevenue' | 'AIReturns'> = readonly Partial<
  Readonly<Record<ColumnOf<Table>, CellValue>>
>[];

const AZURE = { Vendor: 'Microsoft', Service: 'Azure OpenAI Service', Basis: 'reported' } as const;
const MILLIONS = { ...AZURE, 'Spend low': 1_000_000, Currency: 'USD' } as const;
const NOTEPAD = 'The Verge, Notepad, Nov 2024';

const CLIENTS: Claims<'AIClients'> = [
  {
    ...AZURE,
    Client: 'ByteDance',
    Month: '2024-03',
    'Spend high': 20_000_000,
    Currency: 'USD',
    'Share high': 0.25,
    'Share of': 'Azure OpenAI revenue',
    Source: 'The Information, 30 Jul 2024',
    Note: 'Almost $20M a month, nearly a quarter of the business; as reported by others.',
  },
  {
    ...AZURE,
    Client: 'ByteDance',
    Month: '2024-11',
    'Share high': 0.15,
    'Share of': 'Azure OpenAI revenue',
    Source: NOTEPAD,
    Note: 'Less than 15 percent of the Azure OpenAI business.',
  },
  { ...MILLIONS, Client: 'Adobe', Month: '2024-09', Source: NOTEPAD, Note: 'More than $1M in September alone.' },
  { ...MILLIONS, Client: 'Meta', Month: '2024-09', Source: NOTEPAD, Note: 'More than $1M in September alone.' },
  {
    ...MILLIONS,
    Client: 'G42',
    Month: '2024-11',
    Source: NOTEPAD,
    Note: 'Millions of dollars a month, the second largest client.',
  },
  {
    ...MILLIONS,
    Client: 'Walmart',
    Month: '2024-03',
    Source: 'The Information, 1 Aug 2024',
    Note: 'Millions of dollars a month; as reported by others.',
  },
  {
    ...MILLIONS,
    Client: 'Intuit',
    Month: '2024-03',
    Source: 'The Information, 1 Aug 2024',
    Note: 'Millions of dollars a month; as reported by others.',
  },
  {
    Client: 'Microsoft',
    Vendor: 'Anthropic',
    Month: '2026-01',
    'Spend high': 41_666_666.67,
    Currency: 'USD',
    Basis: 'reported',
    Source: 'The Information, 14 Jan 2026',
    Note: 'On pace for nearly $500M a year, of which this is a twelfth; as reported by others.',
  },
  {
    Client: 'Apple',
    Vendor: 'Google',
    Service: 'Gemini',
    Month: '2026-06',
    Spend: 83_333_333.33,
    Currency: 'USD',
    Basis: 'reported',
    Source: 'Kalkine, June 2026',
    Note: 'About $1B a year, of which this is a twelfth.',
  },
  {
    Client: 'Apple',
    Vendor: 'Google',
    Service: 'Gemini',
    Month: '2026-06',
    'Spend low': 250_000_000,
    Currency: 'USD',
    Basis: 'reported',
    Source: 'Value Add VC, 9 Jun 2026',
    Note: 'An estimated $3B or more a year, of which this is a twelfth: a rival claim.',
  },
];

const RUN_RATE = { Currency: 'USD', Per: 'year', Basis: 'reported' } as const;
const CALLED = 'Annualised: a run rate has no one definition; here the month counts a twelfth.';

const REVENUES: Claims<'AIRevenue'> = [
  {
    ...RUN_RATE,
    Vendor: 'Microsoft',
    Line: 'Azure OpenAI',
    Month: '2024-03',
    Revenue: 1_000_000_000,
    Source: 'The Information, 30 Jul 2024',
    Note: 'On track for about $1B a year; as reported by others.',
  },
  {
    ...RUN_RATE,
    Vendor: 'Microsoft',
    Line: 'AI business',
    Month: '2024-12',
    'Revenue low': 13_000_000_000,
    Source: 'Microsoft, earnings call, 29 Jan 2025',
    Note: 'Surpassed an annual run rate of $13B.',
  },
  {
    ...RUN_RATE,
    Vendor: 'Microsoft',
    Line: 'AI business',
    Month: '2026-03',
    'Revenue low': 37_000_000_000,
    Source: 'Microsoft, earnings call, 29 Apr 2026',
    Note: 'Surpassed an annual run rate of $37B.',
  },
  {
    ...RUN_RATE,
    Vendor: 'OpenAI',
    Month: '2025-06',
    Revenue: 10_000_000_000,
    Source: 'Reuters, 9 Jun 2025',
    Note: `Without Microsoft's licensing. ${CALLED}`,
  },
  {
    ...RUN_RATE,
    Vendor: 'OpenAI',
    Month: '2025-07',
    Revenue: 12_000_000_000,
    Source: 'The Information, Jul 2025',
    Note: CALLED,
  },
  {
    ...RUN_RATE,
    Vendor: 'OpenAI',
    Month: '2025-12',
    'Revenue low': 20_000_000_000,
    Source: "OpenAI's CFO, 18 Jan 2026",
    Note: `More than $20B. ${CALLED}`,
  },
  {
    ...RUN_RATE,
    Vendor: 'Anthropic',
    Month: '2025-12',
    Revenue: 9_000_000_000,
    Source: 'Press, Jan 2026',
    Note: "A run rate of about $9B at the year's end, by Anthropic's definition: 28 days of use times 13, subscriptions times 12.",
  },
  {
    ...RUN_RATE,
    Vendor: 'Anthropic',
    Month: '2026-04',
    'Revenue low': 30_000_000_000,
    Source: 'Press, 7 Apr 2026',
    Note: "A run rate past $30B, by Anthropic's definition: 28 days of use times 13, subscriptions times 12.",
  },
];

const IDC = 'IDC for Microsoft';
const FORRESTER = {
  Study: 'Forrester TEI for Microsoft, Microsoft 365 Copilot',
  Year: 2024,
  Source: 'Forrester, Apr 2024',
} as const;

const RETURNS: Claims<'AIReturns'> = [
  { Study: IDC, Year: 2023, Segment: 'All', 'Return per 1': 3.5, Source: 'IDC, Nov 2023' },
  { Study: IDC, Year: 2024, Segment: 'Financial services', 'Return per 1': 4.2, Source: 'IDC, Nov 2024' },
  { Study: IDC, Year: 2024, Segment: 'Media and telecommunications', 'Return per 1': 3.9, Source: 'IDC, Nov 2024' },
  { Study: IDC, Year: 2025, Segment: 'All', 'Return per 1': 2.8, Source: 'IDC, Nov 2025' },
  { Study: IDC, Year: 2025, Segment: 'Frontier firms', 'Return per 1': 2.84, Source: 'IDC, Nov 2025' },
  { Study: IDC, Year: 2025, Segment: 'Laggards', 'Return per 1': 0.84, Source: 'IDC, Nov 2025' },
  {
    ...FORRESTER,
    Segment: 'Microsoft 365 Copilot, low',
    'Return per 1': 2.12,
    Note: 'An ROI of 112 % is net: 2.12 comes back for each 1.',
  },
  {
    ...FORRESTER,
    Segment: 'Microsoft 365 Copilot, high',
    'Return per 1': 5.57,
    Note: 'An ROI of 457 % is net: 5.57 comes back for each 1.',
  },
];

/**
 * The reported claims as tables, each with those of the optional columns that its rows fill. Whom a study was paid by stands in its
 * name; with the row of 2025 loaded, `=AIROI(20000000)` takes its 2.8, the latest year of the segment All.
 */
export function reportedClaims(): RawTable[] {
  return [tableOf('AIClients', CLIENTS), tableOf('AIRevenue', REVENUES), tableOf('AIReturns', RETURNS)];
}

function tableOf(
  name: 'AIClients' | 'AIRevenue' | 'AIReturns',
  claims: readonly Readonly<Record<string, CellValue>>[],
): RawTable {
  const { columns, optional = [] }: TableSchema = TABLES[name];
  const filled = optional.filter((column) => claims.some((claim) => claim[column.name] !== undefined));
  const header = [...columns, ...filled].map((column) => column.name);
  return {
    name,
    firstRow: 2,
    header,
    rows: claims.map((claim) => header.map((column) => cellOf(column, claim[column]))),
  };
}

function cellOf(column: string, value: CellValue | undefined): CellValue {
  if (column !== 'Month' || typeof value !== 'string') {
    return value ?? null;
  }
  const month = parseMonth(value);
  if (month === null) {
    throw new Error(`The reported claims have "${value}" for a month`);
  }
  return serialOf(month);
}
