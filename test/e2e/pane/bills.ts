import type { Mapping, Recognition } from '../../../src/bills/mapping/mapping';
import type { BillSummary } from '../../../src/bills/sums/bill-summary';
import type { BilledSum } from '../../../src/domain/ledger/rows-to-load';
import type {
  ImportPreview,
  ImportTable,
  OpenBill,
  OpenRates,
  EarlierImport,
} from '../../../src/taskpane/contract/import-services';

/** A file that the pane can be shown, with all that a reader would find in it. */
export interface MemoryBill {
  readonly bill: OpenBill;
  preview(mapping: Mapping): ImportPreview;
}

const COLUMNS = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'ChargePeriodStart',
  'BillingPeriodStart',
  'ProviderName',
  'ServiceCategory',
  'ServiceName',
  'SubAccountName',
  'SubAccountId',
  'Tags',
];

const FOCUS_MAPPING: Mapping = {
  roles: {
    client: { kind: 'columns', columns: ['SubAccountName', 'SubAccountId'] },
    vendor: { kind: 'columns', columns: ['ProviderName'] },
    service: { kind: 'columns', columns: ['ServiceName'] },
    month: { kind: 'columns', columns: ['ChargePeriodStart'] },
    amount: { kind: 'columns', columns: ['BilledCost'] },
    currency: { kind: 'columns', columns: ['BillingCurrency'] },
  },
  numbers: 'auto',
  dates: 'auto',
  hundredths: false,
  onlyAi: false,
  filters: [],
};

const FOCUS: Recognition = {
  format: 'FOCUS 1.0',
  mapping: FOCUS_MAPPING,
  amounts: [
    { column: 'BilledCost', explanation: 'What the invoice charges, after discounts.' },
    { column: 'EffectiveCost', explanation: 'What the use cost, with prepaid commitments spread over it.' },
  ],
  months: [
    { column: 'ChargePeriodStart', explanation: 'The month in which the service was used.' },
    { column: 'BillingPeriodStart', explanation: 'The month that the invoice is for.' },
  ],
  tagColumns: ['Tags'],
  aiColumns: ['ServiceCategory', 'ServiceName'],
};

function table(part: Partial<ImportTable> = {}): ImportTable {
  return {
    name: '',
    columns: COLUMNS,
    letters: [],
    sample: [
      [
        '0.0000000072922557592391990000',
        '0.01',
        'USD',
        '05/01/2025',
        '05/01/2025',
        'AWS',
        'AI and Machine Learning',
        'Amazon Bedrock',
        '',
        '0012',
        '{"team": "search"}',
      ],
      [
        '12.5',
        '12.5',
        'USD',
        '06/01/2025',
        '05/01/2025',
        'Microsoft',
        'Compute',
        'Virtual Machines',
        'Contoso',
        '0013',
        '',
      ],
    ],
    recognition: FOCUS,
    remembered: null,
    ...part,
  };
}

function bill(fileName: string, part: Partial<OpenBill> = {}): OpenBill {
  return {
    kind: 'bill',
    fileName,
    fileKind: 'csv',
    bytes: 481_234,
    reading: { encoding: 'utf-8', delimiter: ',' },
    tables: [table()],
    notices: [],
    ...part,
  };
}

function group(
  client: string,
  vendor: string,
  service: string,
  month: string,
  amount: string,
  rows: number,
): BilledSum {
  return { client, vendor, service, month, currency: 'USD', amount, rows };
}

const AI_GROUPS = [
  group('Contoso', 'AWS', 'Amazon Bedrock', '2024-09', '1018.0066386184', 120),
  group('ByteDance Ltd.', 'Microsoft', 'Azure OpenAI', '2024-09', '1.97651418586', 80),
  group('<img src=x onerror=alert(1)>', 'Oracle', 'Generative AI', '2024-10', '-0.53707392473', 50),
];
const OTHER_GROUPS = [
  group('Contoso', 'Microsoft', 'Virtual Machines', '2024-09', '0.0000000072922557592391990001', 700),
  group(
    'The Extraordinarily Long Name of a Subsidiary With No Shorter Form (Holdings) GmbH & Co. KG',
    'AWS',
    'Amazon EC2',
    '2024-10',
    '100',
    30,
  ),
  ...['A. Datum', 'Fabrikam', 'Northwind', 'Tailspin'].map((client) =>
    group(client, 'AWS', 'Amazon S3', '2024-09', '2.5', 5),
  ),
];

/** The summary of the bill that most tests load; by effective cost it comes to another figure. */
function focusSummary(mapping: Mapping): BillSummary {
  const { onlyAi } = mapping;
  const effective = mapping.roles.amount.kind === 'columns' && mapping.roles.amount.columns[0] === 'EffectiveCost';
  const ai = '1019.44607887953';
  return {
    rows: 1_000,
    keptRows: onlyAi ? 250 : 1_000,
    leftOutRows: onlyAi ? 750 : 0,
    problemRows: 0,
    totals: [
      {
        currency: 'USD',
        rows: 1_000,
        total: effective ? '1014.97651418586' : '1129.4460788868222557592391990001',
        keptRows: onlyAi ? 250 : 1_000,
        kept: effective ? '1014.97651418586' : onlyAi ? ai : '1129.4460788868222557592391990001',
        leftOut: onlyAi ? [{ reason: 'not-ai', rows: 750, amount: '110.0000000072922557592391990001' }] : [],
      },
    ],
    groups: onlyAi ? AI_GROUPS : [...AI_GROUPS, ...OTHER_GROUPS],
    problems: [],
    numbers: 'point',
    dates: null,
    questions: [],
    totalRows: [],
    notices: [],
    ai: [{ currency: 'USD', rows: 250, amount: ai }],
    services: [
      { service: 'Virtual Machines', isAi: false, kept: !onlyAi, rows: 700 },
      { service: 'Amazon Bedrock', isAi: true, kept: true, rows: 120 },
      { service: 'Azure OpenAI', isAi: true, kept: true, rows: 80 },
      { service: '', isAi: false, kept: !onlyAi, rows: 40 },
    ],
  };
}

const MERGES = [{ name: 'ByteDance Ltd.', client: 'ByteDance', reason: 'The same but for the legal form.' }];
const EARLIER: EarlierImport = {
  source: 'september.csv',
  loadedAt: '2024-11-18 14:05',
  rows: 412,
  otherRows: 0,
  before: [{ currency: 'USD', amount: '20.5' }],
  after: [{ currency: 'USD', amount: '20.52022672899' }],
  sameContent: false,
  sameRows: false,
};

/** Everything that can be asked at once: ambiguous dates, problems, an earlier export, a name that looks known, a unit that is no currency. */
function troubledSummary(mapping: Mapping): BillSummary {
  const summary = focusSummary(mapping);
  const cell = (line: number, value: string, message: string) => ({
    line,
    role: 'amount' as const,
    column: 'BilledCost',
    value,
    message,
  });
  return {
    ...summary,
    rows: 1_009,
    problemRows: 8,
    leftOutRows: 1,
    totals: [
      {
        ...summary.totals[0]!,
        rows: 1_001,
        leftOut: [...summary.totals[0]!.leftOut, { reason: 'problem', rows: 1, amount: '3' }],
      },
      {
        currency: 'Tokens',
        rows: 1,
        total: '1250000',
        keptRows: 0,
        kept: '0',
        leftOut: [{ reason: 'not-money', rows: 1, amount: '1250000' }],
      },
    ],
    problems: [
      cell(12, '12,5O', 'Not a number.'),
      cell(13, '', 'The amount is blank.'),
      cell(1_014, '<b>12</b>', 'Not a number.'),
      {
        line: 1_015,
        role: 'month',
        column: 'ChargePeriodStart',
        value: '31/02/2025',
        message: 'There is no such day.',
      },
      ...[20, 21, 22, 23].map((line) => cell(line, 'n/a', 'Not a number.')),
    ],
    questions: [
      {
        option: 'dates',
        reason: 'The file does not show whether the day or the month comes first.',
        choices: [
          { value: 'month-first', kept: [] },
          { value: 'day-first', kept: [] },
        ],
        answer: mapping.dates === 'auto' ? null : mapping.dates,
      },
    ],
    dates: mapping.dates === 'auto' ? 'month-first' : mapping.dates,
  };
}

const UNKNOWN: Recognition = {
  ...FOCUS,
  format: 'Table',
  mapping: {
    ...FOCUS_MAPPING,
    roles: {
      ...FOCUS_MAPPING.roles,
      client: { kind: 'columns', columns: [] },
      currency: { kind: 'columns', columns: [] },
    },
  },
  amounts: [],
  months: [],
  tagColumns: [],
  aiColumns: [],
};

/** The files by their names. */
export const BILLS: Readonly<Record<string, (fileName: string) => MemoryBill>> = {
  'focus.csv': (name) => ({
    bill: bill(name),
    preview: (mapping) => ({ summary: focusSummary(mapping), merges: [], earlier: () => [] }),
  }),
  'troubled.csv': (name) => ({
    bill: bill(name, { notices: ['This export says that it has more pages: load them too.'] }),
    preview: (mapping) => ({ summary: troubledSummary(mapping), merges: MERGES, earlier: () => [EARLIER] }),
  }),
  'again.csv': (name) => ({
    bill: bill(name),
    preview: (mapping) => ({
      summary: focusSummary(mapping),
      merges: [],
      earlier: () => [{ ...EARLIER, source: name, sameContent: true }],
    }),
  }),
  'unknown.csv': (name) => ({
    bill: bill(name, { tables: [table({ recognition: UNKNOWN })] }),
    preview: (mapping) => ({ summary: { ...focusSummary(mapping), ai: [] }, merges: [], earlier: () => [] }),
  }),
  'remembered.xlsx': (name) => ({
    bill: bill(name, {
      fileKind: 'xlsx',
      reading: null,
      tables: [
        table({ name: 'Cover' }),
        table({
          name: 'Costs',
          remembered: {
            ...FOCUS_MAPPING,
            onlyAi: true,
            roles: { ...FOCUS_MAPPING.roles, client: { kind: 'tag', column: 'Tags', tag: 'team' } },
          },
        }),
      ],
    }),
    preview: (mapping) => ({ summary: focusSummary(mapping), merges: [], earlier: () => [] }),
  }),
  'nothing.csv': (name) => ({
    bill: bill(name),
    preview: (mapping) => ({ summary: { ...focusSummary(mapping), groups: [] }, merges: [], earlier: () => [] }),
  }),
};

/** The central bank's file. */
export const RATES: OpenRates = {
  kind: 'rates',
  fileName: 'eurofxref-hist.csv',
  currencies: ['USD', 'JPY', 'GBP', 'CHF', 'CNY'],
  from: '2022-11',
  to: '2024-11',
  added: 25,
  replaced: 100,
  kept: 2,
  incomplete: [{ month: '2024-12', reason: 'The month is not over: rates up to 4 December.' }],
};
