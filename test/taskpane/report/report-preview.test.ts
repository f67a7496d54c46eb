import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import type { ReportDraft, ReportPreview } from '../../../src/taskpane/contract/report-services';
import { understood } from '../../../src/taskpane/report/office/draft-choices';
import { reportPreview } from '../../../src/taskpane/report/office/report-preview';
import { reportState } from '../../../src/taskpane/report/office/report-state';
import { bookOfFile, REFERENCE_WORKBOOK, type WorkbookFile } from '../../golden/workbook-file';

const HEAD = [
  'Client',
  'Vendor',
  'Service',
  'Month',
  'Spend',
  'Currency',
  'Basis',
  'Model',
  'Quantity',
  'Unit',
  'Complete',
];
const ROWS = [
  ['Acme', 'OpenAI', 'API', '2025-07', 100, 'USD', 'billed', 'o3', 10, '1M tokens', null],
  ['Acme', 'OpenAI', 'API', '2025-08', 120, 'USD', 'billed', 'o3', 12, '1M tokens', null],
  ['Acme', 'OpenAI', 'API', '2025-09', 150, 'USD', 'billed', 'o3', 12, '1M tokens', null],
  ['Beta', 'Google', 'Vertex', '2025-09', 50, 'USD', 'billed', 'gemini', 5, '1M tokens', null],
  ['Acme', 'OpenAI', 'API', '2025-10', 7, 'USD', 'billed', 'o3', 1, '1M tokens', 'no'],
] as const;
const BOOK = bookOfFile({ AIClients: [[...HEAD], ...ROWS.map((row) => [...row])] });

const DRAFT: ReportDraft = {
  client: '*',
  vendor: '',
  period: '',
  comparison: 'before',
  currency: 'USD',
  by: 'client',
  sections: [],
};

beforeAll(fetchLateCode);

function ready(draft: Partial<ReportDraft>): Extract<ReportPreview, { kind: 'ready' }> {
  const preview = reportPreview(BOOK, { ...DRAFT, ...draft });
  if (preview.kind !== 'ready') {
    throw new Error(preview.message);
  }
  return preview;
}

it('without a period a report is of the latest complete month, compared with the one before', () => {
  const { period, compared, lastMonth, choices } = understood(BOOK, DRAFT);
  expect([period, compared, choices.period.kind]).toEqual(['2025-09', '2025-08', 'latest']);
  expect(lastMonth).toBe(understood(BOOK, { ...DRAFT, period: '2025-Q3' }).lastMonth);
  expect(understood(BOOK, { ...DRAFT, comparison: 'year-before' }).compared).toBe('2024-09');
});

it('the preview tells the total, the largest, the months and the ranking as the cells will', () => {
  const preview = ready({});
  expect(preview.finding).toBe('200.00 USD in 2025-09; Acme is 75.0% of it.');
  expect(preview.months).toEqual([
    { name: '2025-07', size: 100, text: '100.00 USD' },
    { name: '2025-08', size: 120, text: '120.00 USD' },
    { name: '2025-09', size: 200, text: '200.00 USD' },
  ]);
  expect(preview.ranking.map(({ name }) => name)).toEqual(['Acme', 'Beta']);
});

it('each section says what it lacks: a table, months, another currency', () => {
  const lacks = Object.fromEntries(ready({}).sections.map(({ id, lacks: what }) => [id, what]));
  expect(lacks).toMatchObject({
    headline: null,
    months: null,
    ranking: null,
    bridge: null,
    unitcost: null,
    sources: null,
    budget: expect.stringContaining('AIBudgets'),
    rates: 'All amounts are in USD: nothing is converted.',
  });
  const ofBeta = ready({ client: 'Beta', by: 'service' }).sections.find(({ id }) => id === 'months');
  expect(ofBeta?.lacks).toBe('Only 1 month on record; this takes at least two.');
});

it('where credits exceed what was spent, no section of shares is proposed', () => {
  const credits = bookOfFile({
    AIClients: [[...HEAD], ['Acme', 'OpenAI', 'API', '2025-09', -100, 'USD', 'billed', 'o3', 10, '1M tokens', null]],
  });
  const preview = reportPreview(credits, DRAFT);
  const concentration = preview.kind === 'ready' && preview.sections.find(({ id }) => id === 'concentration');
  expect(concentration).toMatchObject({ lacks: expect.stringContaining('-100') });
});

it('changes are told by model where models are on record, and never by client of one client', () => {
  expect(understood(BOOK, DRAFT).choices.bridgeBy).toBe('model');
  const claims = bookOfFile(REFERENCE_WORKBOOK);
  const one = { ...DRAFT, client: 'ByteDance', currency: 'EUR' };
  expect(understood(claims, one).choices.bridgeBy).toBe('service');
  expect(understood(claims, { ...one, client: '*' }).choices.bridgeBy).toBe('client');
});

it('nothing on record, and a period that cannot be read, are told in words', () => {
  expect(reportPreview(bookOfFile({}), DRAFT)).toMatchObject({
    kind: 'open',
    message: expect.stringMatching(/AIClients/),
  });
  expect(reportPreview(BOOK, { ...DRAFT, period: 'soon' })).toMatchObject({
    kind: 'open',
    message: expect.stringContaining('"soon"'),
  });
});

it('what is proposed leaves out the sections that lack something; claims alone are the market’s', () => {
  const state = reportState(BOOK, null);
  expect(state).toMatchObject({ all: 'own', clients: ['Acme', 'Beta'], vendors: ['Google', 'OpenAI'] });
  expect(state.proposed.sections).not.toContain('budget');
  expect(state.proposed.sections).toContain('bridge');
  expect(reportState(bookOfFile(REFERENCE_WORKBOOK), null)).toMatchObject({ all: 'market' });
});

describe('the currency proposed is the one in which most is billed', () => {
  const RATES = ['2025-08', '2025-09'].flatMap((month) => [
    [month, 'USD', 1.25],
    [month, 'JPY', 160],
  ]);
  const bills = (...rows: readonly (readonly [month: string, spend: number, currency: string])[]) => ({
    AIClients: [
      [...HEAD],
      ...rows.map(([month, spend, currency]) => ['Acme', 'OpenAI', 'API', month, spend, currency, 'billed']),
    ],
  });
  const proposed = (file: WorkbookFile) => {
    const { currencies, proposed } = reportState(bookOfFile(file), null);
    return [proposed.currency, currencies.slice(0, 3)];
  };
  const MIXED = bills(
    ['2025-08', 100, 'EUR'],
    ['2025-08', 50, 'EUR'],
    ['2025-08', 300, 'USD'],
    ['2025-09', 9000, 'JPY'],
  );

  it('by what the amounts come to', () => {
    const rates = { AIRates: [['Month', 'Currency', 'Units per EUR'], ...RATES] };
    expect(proposed({ ...MIXED, ...rates })).toEqual(['USD', ['USD', 'EUR', 'JPY']]);
  });

  it('by the number of rows where rates are missing', () => {
    expect(proposed(MIXED)).toEqual(['EUR', ['EUR', 'JPY', 'USD']]);
  });

  it('in the months that the report shows, not before', () => {
    const long = Array.from({ length: 12 }, (_, at) => [`2025-${String(at + 1).padStart(2, '0')}`, 1, 'USD'] as const);
    expect(proposed(bills(['2024-01', 1_000_000, 'EUR'], ...long))).toEqual(['USD', ['USD', 'EUR']]);
  });
});
