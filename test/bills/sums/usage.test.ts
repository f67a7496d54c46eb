import { LIMITS } from '../../../src/formats/file/limits';
import type { BilledSum } from '../../../src/domain/ledger/rows-to-load';
import { mergeClients } from '../../../src/bills/sums/merge';
import { unitText } from '../../../src/bills/sums/usage-columns';
import { describeWithData } from '../../shared-data';
import { columns, fixed, realTable, summarise, tableFrom, tableOf, type Change, type MemoryTable } from '../tables';

const KEPT: Change = { keepsUsage: true };

/** What stands in the rows, shortly: `Acme 94.5 search/o3 10500000 tokens`. */
function lines(groups: readonly BilledSum[]): string[] {
  return groups.map(({ client, amount, usage }) => {
    const told = usage === undefined ? '' : ` ${usage.team}/${usage.model} ${usage.quantity ?? 'none'} ${usage.unit}`;
    return `${client} ${amount}${told}`;
  });
}

const kept = async (table: MemoryTable, change: Change = {}) =>
  lines((await summarise(table, { ...KEPT, ...change })).groups);

const SEVERAL = tableFrom(`
  Kunde|Anbieter|Monat|Betrag|Währung|Team|Modell|Menge|Einheit
  Acme|OpenAI|2025-05|10.00|USD|search|o3|1000|Tokens
  Acme|OpenAI|2025-05|20.00|USD|search|o3|2000.5|tokens
  Acme|OpenAI|2025-05|5.00|USD|search|o3|3|1K tokens
  Acme|OpenAI|2025-05|7.00|USD|chat|o3|12|requests
  Acme|OpenAI|2025-05|1.00|USD|chat|o3||requests
`);

afterEach(() => jest.restoreAllMocks());

describe('quantities, units, models and teams', () => {
  it('are left out unless they are kept, and nothing else differs', async () => {
    const without = await summarise(SEVERAL);
    expect(lines(without.groups)).toEqual(['Acme 43']);
    expect(without.groups[0]).not.toHaveProperty('usage');
    const withThem = await summarise(SEVERAL, KEPT);
    expect(withThem.totals).toEqual(without.totals);
    expect(withThem.keptRows).toBe(without.keptRows);
  });

  it('are summed exactly, within one unit', async () => {
    expect(await kept(SEVERAL)).toEqual([
      'Acme 1 chat/o3 none ',
      'Acme 7 chat/o3 12 requests',
      'Acme 5 search/o3 3 1K tokens',
      'Acme 30 search/o3 3000.5 Tokens',
    ]);
  });

  it('tell how many rows they make, kept or not', async () => {
    expect((await summarise(SEVERAL)).usage).toEqual({ isKept: false, rowsWith: 4, rowsWithout: 1 });
    expect((await summarise(SEVERAL, KEPT)).usage).toEqual({ isKept: true, rowsWith: 4, rowsWithout: 1 });
  });

  it('are counted in the first rows alone of a long bill where they are not kept', async () => {
    const limits: { rowsLookedInto: number } = LIMITS;
    jest.replaceProperty(limits, 'rowsLookedInto', 1_000);
    const rows = Array.from(
      { length: LIMITS.rowsLookedInto + 2 },
      (_, at) => `Acme|OpenAI|API|2025-05|1|USD|${at < LIMITS.rowsLookedInto ? at % 3 : at}|${at % 7}.25|Tokens`,
    );
    const table = tableFrom(['Client|Vendor|Service|Month|Amount|Currency|Model|Quantity|Unit', ...rows].join('\n'));
    expect((await summarise(table)).usage).toEqual({ isKept: false, rowsWith: 3, orMore: true, rowsWithout: 1 });
    expect((await summarise(table, KEPT)).usage).toEqual({ isKept: true, rowsWith: 5, rowsWithout: 1 });
  });

  it.each(['12', '-12.5', '1,234', '1 234', '(3)', '1e3', '', 'n/a', '$5', '1.2.3'])(
    'are there or not, kept or only counted: %p',
    async (quantity) => {
      const table = tableFrom(`
        Client|Vendor|Month|Amount|Currency|Quantity|Unit
        Acme|OpenAI|2025-05|1.00|USD|7|Tokens
        Acme|OpenAI|2025-05|1.00|USD|${quantity}|Tokens
      `);
      const counted = (await summarise(table)).usage;
      expect((await summarise(table, KEPT)).usage).toEqual({ ...counted, isKept: true });
    },
  );

  it('are unknown to a table that has none', async () => {
    const summary = await summarise(
      tableFrom('Client|Vendor|Month|Amount|Currency\nAcme|OpenAI|2025-05|1.00|USD'),
      KEPT,
    );
    expect(summary.usage).toBeUndefined();
    expect(lines(summary.groups)).toEqual(['Acme 1']);
  });

  it('of several columns add up', async () => {
    const table = tableFrom(`
      request_id|call_type|spend|startTime|model|team_id|end_user|prompt_tokens|completion_tokens
      1|chat|0.5|2025-05-01|gpt-5|search|Acme|100|20
      2|chat|0.25|2025-05-02|gpt-5|search|Acme|50|
    `);
    expect(await kept(table)).toEqual(['Acme 0.75 search/gpt-5 170 tokens']);
  });

  it('are not counted twice where several columns could have them', async () => {
    const table = tableFrom(`
      id|traceId|startTime|model|totalCost|projectId|promptTokens|completionTokens|inputUsage|outputUsage
      1|t|2025-05-01|gpt-5|0.5|Acme|100|20|100|20
    `);
    expect(await kept(table)).toEqual(['Acme 0.5 /gpt-5 120 tokens']);
  });

  it('of a row that says all others again are not counted twice', async () => {
    const table = tableFrom(`
      Client|Vendor|Service|Month|Amount|Currency|Model|Quantity|Unit
      Acme|OpenAI|A|2025-05|10.00|USD|o3|100|tokens
      Acme|OpenAI|A|2025-05|20.00|USD|o3|200|tokens
      Acme|OpenAI|A|2025-05|30.00|USD|o3|300|tokens
      Acme|OpenAI||2025-05|60.00|USD|o3|600|tokens
    `);
    expect(await kept(table, { totals: 'leave-out' })).toEqual(['Acme 60 A/o3 600 tokens']);
    expect((await summarise(table, { totals: 'leave-out' })).usage).toEqual({
      isKept: false,
      rowsWith: 1,
      rowsWithout: 1,
    });
  });

  it('of what is taken away are taken away', async () => {
    const table = tableFrom(`
      Client|Vendor|Month|Amount|Currency|D/C|Quantity|Unit
      Acme|GitHub|2025-05|50.00|USD|D|5|seats
      Acme|GitHub|2025-05|10.00|USD|C|1|seats
    `);
    expect(await kept(table)).toEqual(['Acme 40 / 4 seats']);
  });

  it('that cannot be read leave the amount, and are told', async () => {
    const table = tableFrom(`
      Client|Vendor|Month|Amount|Currency|Quantity|Unit
      Acme|GitHub|2025-05|50.00|USD|5|seats
      Acme|GitHub|2025-05|10.00|USD|$3|seats
      Acme|GitHub|2025-05|10.00|USD|7|seats
    `);
    const { groups, notices } = await summarise(table, KEPT);
    expect(lines(groups)).toEqual(['Acme 10 / none ', 'Acme 60 / 12 seats']);
    expect(notices).toEqual([
      'Line 3: no quantity can be read in the column "Quantity". The amount counts, without a quantity.',
    ]);
  });

  it('stand in rows that a filter leaves out for nothing', async () => {
    expect(await kept(SEVERAL, { filters: [{ column: 'Team', contains: 'search' }] })).toEqual([
      'Acme 5 search/o3 3 1K tokens',
      'Acme 30 search/o3 3000.5 Tokens',
    ]);
  });
});

describe('a point or a comma in quantities', () => {
  const table = (amount: string, ...quantities: readonly string[]) =>
    tableFrom(
      ['Client|Vendor|Month|Amount|Currency|Quantity|Unit']
        .concat(quantities.map((quantity) => `Acme|GitHub|2025-05|${amount}|USD|${quantity}|tokens`))
        .join('\n'),
    );
  const asked = async (from: MemoryTable, change: Change = {}) => {
    const { groups, questions } = await summarise(from, { ...KEPT, ...change });
    return [...questions.map(({ option, answer }) => `${option}:${answer}`), ...lines(groups)];
  };

  it('means what it means in the amounts', async () => {
    expect(await asked(table('1,50', '8.400'))).toEqual(['Acme 1.5 / 8400 tokens']);
    expect(await asked(table('1.50', '8.400'))).toEqual(['Acme 1.5 / 8.4 tokens']);
  });

  it('means what another quantity says', async () => {
    expect(await asked(table('1', '8.400', '1.5'))).toEqual(['Acme 2 / 9.9 tokens']);
    expect(await asked(table('1.50', '8.400', '1,5'))).toEqual(['Acme 3 / 8401.5 tokens']);
  });

  it('is asked about where nothing tells, and only if quantities are kept', async () => {
    expect((await asked(table('1', '8.400')))[0]).toBe('numbers:null');
    expect(await asked(table('1', '8.400'), { numbers: 'comma' })).toEqual(['numbers:comma', 'Acme 1 / 8400 tokens']);
    expect(await asked(table('1', '8.400'), { numbers: 'point' })).toEqual(['numbers:point', 'Acme 1 / 8.4 tokens']);
    expect((await summarise(table('1', '8.400'))).questions).toEqual([]);
  });
});

describe('the unit of a row', () => {
  it.each([
    ['Tokens', 'Input', 'Uncached', 'input tokens'],
    ['Tokens', 'Output', '', 'output tokens'],
    ['Tokens', 'Input', 'Read', 'cache read tokens'],
    ['Tokens', 'Input', 'Write', 'cache write tokens'],
    ['1K Tokens', 'Input', '', '1K input tokens'],
    ['MTok', 'output', '', 'M output tokens'],
    ['1 MTok', 'output', '', '1 M output tokens'],
    ['', 'gpt-4o, cached input', '', 'cache read tokens'],
    ['input tokens', 'Output', '', 'input tokens'],
    ['Tokens', '', '', 'Tokens'],
    ['Requests', 'Input', '', 'Requests'],
    ['', '', 'Read', 'cache read tokens'],
  ])('%s that go "%s" with a cache "%s" is %s', (unit, direction, cache, expected) => {
    expect(unitText(unit, direction, cache)).toBe(expected);
  });
});

describe('who is the vendor of a model', () => {
  const details = (developer: string) => JSON.stringify({ ModelId: 'neptune-5', ModelDeveloper: developer });
  const table = (provider: string, issuer: string, developer: string) =>
    tableOf(
      'BilledCost|BillingCurrency|ChargePeriodStart|SubAccountName|ServiceName|ServiceProviderName|InvoiceIssuerName|SkuPriceDetails'.split(
        '|',
      ),
      [
        ['5', 'USD', '2025-05-01', 'Acme', 'API', provider, issuer, ''],
        ['10', 'USD', '2025-05-01', 'Acme', 'API', provider, issuer, developer === '' ? '' : details(developer)],
      ],
    );
  const asked = async (of: MemoryTable, change: Change = {}) => {
    const { questions, groups } = await summarise(of, change);
    return [
      ...questions.map(
        ({ option, choices, answer }) => `${option} ${choices.map(({ value }) => value).join(' ')}: ${answer}`,
      ),
      ...groups.map(({ vendor, amount }) => `${vendor} ${amount}`),
    ];
  };

  it('is asked where another issues the invoice', async () => {
    const resold = table('Solora AI', 'Aura Web', 'Solora AI');
    expect(await asked(resold)).toEqual(['vendor provider issuer: null', 'Solora AI 15']);
    expect(await asked(resold, { vendor: 'issuer' })).toEqual(['vendor provider issuer: issuer', 'Aura Web 15']);
    expect(await asked(resold, { vendor: 'provider' })).toEqual(['vendor provider issuer: provider', 'Solora AI 15']);
    expect((await summarise(resold)).questions[0]?.reason).toBe(
      'Aura Web issues the invoice for a model that Solora AI developed, and the file does not say which of them is the vendor.',
    );
  });

  it('may be who developed the model, or where a row names none, who provides the service', async () => {
    const hosted = table('Cloud', 'Cloud Ltd.', 'Solora AI');
    expect(await asked(hosted)).toEqual(['vendor provider developer: null', 'Cloud 15']);
    expect(await asked(hosted, { vendor: 'developer' })).toEqual([
      'vendor provider developer: developer',
      'Cloud 5',
      'Solora AI 10',
    ]);
  });

  it('is not asked where they are one, no model is named, or the user has said so', async () => {
    expect(await asked(table('Solora AI', 'Solora AI, Inc.', 'Solora AI'))).toEqual(['Solora AI 15']);
    expect(await asked(table('AWS', 'Amazon Web Services, Inc.', ''))).toEqual(['AWS 15']);
    expect(await asked(table('Solora AI', 'Aura Web', 'Solora AI'), { roles: { vendor: fixed('Aura') } })).toEqual([
      'Aura 15',
    ]);
  });
});

describe('clients that are merged', () => {
  it('bring their quantities together, of one unit each', async () => {
    const { groups } = await summarise(
      tableFrom(`
        Client|Vendor|Month|Amount|Currency|Quantity|Unit
        Acme|GitHub|2025-05|1.00|USD|5|seats
        ACME Inc.|GitHub|2025-05|2.00|USD|7|seats
        ACME Inc.|GitHub|2025-05|4.00|USD|7|requests
      `),
      KEPT,
    );
    const merged = mergeClients(groups, [{ name: 'ACME Inc.', client: 'Acme', reason: '' }]);
    expect(lines(merged)).toEqual(['Acme 4 / 7 requests', 'Acme 3 / 12 seats']);
  });
});

describe('the columns of what is kept', () => {
  it('can be others than those proposed', async () => {
    expect(
      await kept(SEVERAL, { usage: { team: columns('Einheit'), quantity: fixed('1'), unit: fixed('rows') } }),
    ).toEqual([
      'Acme 5 1K tokens/ 1 rows',
      'Acme 10 Tokens/ 1 rows',
      'Acme 8 requests/ 2 rows',
      'Acme 20 tokens/ 1 rows',
    ]);
  });

  it('of costs of OpenAI are read from the line item where no other tells', async () => {
    const table = tableFrom(`
      start_time|end_time|amount_value|amount_currency|line_item|project_name|organization_name|quantity|quantity_unit
      1746057600|1746144000|2.5|usd|gpt-4o-2024-08-06, input|search|Acme|1000000|tokens
      1746057600|1746144000|1.25|usd|gpt-4o-2024-08-06, cached input|search|Acme|1000000|tokens
      1746057600|1746144000|10|usd|gpt-4o-2024-08-06, output|search|Acme|1000000|tokens
      1746057600|1746144000|0.1|usd|web search|search|Acme|10|
    `);
    expect(await kept(table)).toEqual([
      'Acme 1.25 search/gpt-4o-2024-08-06 1000000 cache read tokens',
      'Acme 2.5 search/gpt-4o-2024-08-06 1000000 input tokens',
      'Acme 10 search/gpt-4o-2024-08-06 1000000 output tokens',
      'Acme 0.1 search/web search 10 ',
    ]);
  });
});

describeWithData('bills of models, as FOCUS has them', () => {
  const file = (name: string) => realTable(`focus/ai-model-billing/${name}.csv`);

  it('tell tokens by direction, model and principal', async () => {
    expect(await kept(file('per_token_ai_model_api'))).toEqual([
      'Acme Corp 42 person1@example.com/solora-saturn-4.8 8400000 input tokens',
      'Acme Corp 52.5 person1@example.com/solora-saturn-4.8 2100000 output tokens',
    ]);
  });

  it('tell what a cache reads and writes', async () => {
    expect(await kept(file('cached_tokens_via_csp_marketplace'))).toEqual([
      'Acme Corp 10 cto@acmecorp.example/solora-neptune-5.0 50000000 cache read tokens',
      'Acme Corp 37.5 cto@acmecorp.example/solora-neptune-5.0 15000000 cache write tokens',
    ]);
  });

  it('have a purchase in advance without a quantity', async () => {
    expect(await kept(file('drawdown_via_prepayment_ai_model_api'))).toEqual([
      'Acme Corp 500000 / none ',
      'Acme Corp 0 supply-svc-acct/solora-saturn-5.0 5000000 input tokens',
      'Acme Corp 0 supply-svc-acct/solora-saturn-5.0 1500000 output tokens',
    ]);
  });
});
