import type { ClientLine, RateLine, Snapshot } from '../../../src/taskpane/contract/snapshot';

const ARTICLE = 'Example Publisher, “Tech Giants Pay Millions”, 18 Nov 2024';

function client(part: Partial<ClientLine> & { name: string }): ClientLine {
  return {
    vendors: ['Microsoft'],
    month: '2024-11',
    spend: null,
    size: null,
    hasFigure: typeof part.size === 'number',
    kind: 'market',
    share: null,
    basis: 'reported',
    disclosed: true,
    problem: null,
    doubt: [],
    marks: [],
    budget: null,
    source: ARTICLE,
    note: '',
    ...part,
  };
}

/** A workbook without our tables. */
export function newWorkbook(): Snapshot {
  return {
    tables: {
      AIClients: { kind: 'missing' },
      AIRevenue: { kind: 'missing' },
      AIReturns: { kind: 'missing' },
      AIRates: { kind: 'missing' },
      AIBudgets: { kind: 'missing' },
      AIPrices: { kind: 'missing' },
    },
    clients: [],
    totals: { own: [], both: [], market: [] },
    returns: [],
    rates: [],
    changedAt: null,
    readOnly: false,
  };
}

/** A workbook after the first load. */
export function loadedWorkbook(): Snapshot {
  return {
    tables: {
      AIClients: { kind: 'present', sheet: 'AI Clients', rows: 3, from: '2024-11', to: '2024-11', problems: [] },
      AIRevenue: { kind: 'missing' },
      AIReturns: { kind: 'present', sheet: 'AI Returns', rows: 1, from: null, to: null, problems: [] },
      AIRates: { kind: 'present', sheet: 'AI Rates', rows: 300, from: '2022-11', to: '2024-11', problems: [] },
      AIBudgets: { kind: 'missing' },
      AIPrices: { kind: 'missing' },
    },
    clients: [
      client({
        name: 'ByteDance',
        spend: '20,000,000.00 EUR',
        size: 20_000_000,
        share: '15.0% of Microsoft’s AI revenue',
        note: 'The headline says $20M, the text says EUR 20 million; the text is used.',
      }),
      client({ name: 'Adobe', month: null, disclosed: false, note: 'Top-tier customer, amount not disclosed.' }),
      client({ name: 'Meta', month: null, disclosed: false, note: 'Top-tier customer, amount not disclosed.' }),
    ],
    totals: { own: [], both: [], market: ['20,000,000.00 EUR'] },
    returns: [
      {
        study: 'IDC study commissioned by Microsoft',
        year: '2024',
        segment: 'All',
        returnPer1: '3.70',
        source: 'IDC, The Business Opportunity of AI, November 2024',
      },
    ],
    rates: rates(),
    changedAt: new Date(2024, 10, 18, 14, 32),
    readOnly: false,
  };
}

/** A workbook in daily use: billed and reported rows, one that cannot be used, awkward names. */
export function busyWorkbook(): Snapshot {
  const workbook = loadedWorkbook();
  return {
    ...workbook,
    tables: {
      ...workbook.tables,
      AIClients: {
        kind: 'present',
        sheet: 'AI Clients',
        rows: 1_248,
        from: '2023-01',
        to: '2024-12',
        problems: [
          { row: 7, message: 'Spend is "abc", not a number.' },
          { row: 19, message: 'Month is "next year", not a month.' },
        ],
      },
      AIRates: {
        kind: 'broken',
        message: 'AIRates has no column "Units per EUR". Add it, or load reference data again.',
      },
    },
    clients: [
      ...workbook.clients,
      client({
        name: 'Contoso "Nordic" Aktiengesellschaft für Datenverarbeitung',
        vendors: ['Microsoft', 'OpenAI', 'Anthropic'],
        month: '2024-12',
        spend: '1,234,567,890.12 USD',
        size: 1_161_384_563,
        kind: 'own',
        share: null,
        basis: 'billed',
        marks: ['A month in it is not over: its rows are marked not complete.'],
        budget: { used: 1.25, text: '125.0% of 1,000,000,000.00 USD, the budget of 2024-01:2024-12 (partial)' },
        source: 'contoso-2024-12.csv',
      }),
      client({
        name: 'Fabrikam',
        month: null,
        problem: 'AIClients row 7: Spend is "abc", not a number.',
        basis: null,
        source: '',
      }),
      client({ name: '<img src=x onerror=alert(1)>', spend: '12.00 EUR', size: 12, kind: 'own', basis: 'billed' }),
    ],
    totals: { own: ['12.00 EUR', '1,234,567,890.12 USD'], both: [], market: ['20,000,000.00 EUR'] },
    rates: [],
  };
}

/** A workbook with a long list of clients. */
export function largeWorkbook(clients: number): Snapshot {
  const workbook = loadedWorkbook();
  return {
    ...workbook,
    clients: Array.from({ length: clients }, (_, index) =>
      client({
        name: `Client ${String(index + 1).padStart(4, '0')}`,
        vendors: [index % 2 ? 'Microsoft' : 'OpenAI'],
        spend: `${(index * 1_000).toLocaleString('en')}.00 EUR`,
        size: index * 1_000,
        kind: 'own',
        share: '0.1% of the vendor’s AI revenue',
        basis: 'billed',
      }),
    ),
  };
}

function rates(): RateLine[] {
  const perEuro = { USD: 1.063014, CNY: 7.661533, GBP: 0.83379, JPY: 163.229524, CHF: 0.936571 };
  return ['2024-09', '2024-10', '2024-11'].flatMap((month) =>
    Object.entries(perEuro).map(([currency, units]) => ({
      month,
      currency,
      unitsPerEur: units.toFixed(6),
      source: 'ECB euro reference rates, mean of the month',
    })),
  );
}
