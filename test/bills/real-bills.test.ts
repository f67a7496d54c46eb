import { Decimal, sum } from '../../src/domain/money/decimal';
import type { BillSummary } from '../../src/bills/sums/bill-summary';
import { describeWithData } from '../shared-data';
import { columns, fixed, realTable, recognise, summarise, tableOf, type MemoryTable } from './tables';

const FOCUS = 'focus/focus_sample_1000.csv';

function by(summary: BillSummary, key: 'vendor' | 'month'): Record<string, string> {
  const keys = [...new Set(summary.groups.map((group) => group[key]))];
  return Object.fromEntries(
    keys.map((one) => [
      one,
      sum(summary.groups.filter((group) => group[key] === one).map(({ amount }) => new Decimal(amount))).toString(),
    ]),
  );
}

function rewritten(table: MemoryTable, write: (cell: string) => string): MemoryTable {
  return tableOf(
    table.header,
    table.rows.map((row) => row.map((cell) => write(String(cell)))),
  );
}

describeWithData('the FOCUS bill of a thousand rows', () => {
  const table = () => realTable(FOCUS);

  it('is recognised with all its roles', () => {
    const { format, mapping, amounts, months, tagColumns } = recognise(table());
    expect(format).toBe('FOCUS 1.0');
    expect(mapping.roles).toEqual({
      client: columns('SubAccountName', 'SubAccountId', 'BillingAccountName', 'BillingAccountId'),
      vendor: columns('ProviderName'),
      service: columns('ServiceName'),
      month: columns('ChargePeriodStart'),
      amount: columns('BilledCost'),
      currency: columns('BillingCurrency'),
    });
    expect(amounts.map(({ column }) => column)).toEqual(['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost']);
    expect(months.map(({ column }) => column)).toEqual(['ChargePeriodStart', 'BillingPeriodStart']);
    expect(tagColumns).toEqual(['Tags']);
  });

  it('sums to its known total by provider and month', async () => {
    const summary = await summarise(table());
    expect(summary).toMatchObject({
      rows: 1000,
      keptRows: 1000,
      leftOutRows: 0,
      problemRows: 0,
      problems: [],
      numbers: 'point',
      dates: null,
      questions: [],
    });
    expect(summary.totals).toEqual([
      { currency: 'USD', rows: 1000, total: '20.52022672899', keptRows: 1000, kept: '20.52022672899', leftOut: [] },
    ]);
    expect(by(summary, 'vendor')).toEqual({
      AWS: '18.0066386184',
      Microsoft: '1.97651418586',
      Oracle: '0.53707392473',
    });
    expect(by(summary, 'month')).toEqual({ '2024-09': '20.52022672899' });
  });

  it('has another September by billing period, and another total by effective cost', async () => {
    const byBilling = await summarise(table(), { roles: { month: columns('BillingPeriodStart') } });
    expect(by(byBilling, 'month')['2024-09']).toBe('20.28022672899');
    const effective = await summarise(table(), { roles: { amount: columns('EffectiveCost') } });
    expect(effective.totals[0]?.total).toBe('14.97651418586');
    const list = await summarise(table(), { roles: { amount: columns('ListCost') } });
    expect(list.totals[0]?.total).toBe('20.39090575119');
  });

  it('gives the same digits with decimal commas and its columns in another order', async () => {
    const expected = await summarise(table());
    const commas = await summarise(
      rewritten(table(), (cell) => (/^-?\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell)),
    );
    expect({ ...commas, numbers: 'point' }).toEqual(expected);
    expect(commas.numbers).toBe('comma');
    const { header, rows } = table();
    const reversed = tableOf(
      [...header].reverse(),
      rows.map((row) => [...row].reverse()),
    );
    expect(await summarise(reversed)).toEqual(expected);
  });

  it('gives the same groups with its months written in other ways', async () => {
    const { groups } = await summarise(table());
    const write = (to: string) => (cell: string) => cell.replace(/^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)$/, to);
    for (const to of [
      '$1-$2-$3T$4Z',
      '$2/$3/$1',
      '$3.$2.$1',
      '$3/$2/$1 $4',
      '$1$2$3',
      '$1/$2/$3',
      '$1-$2-$3T$4+09:00',
    ]) {
      const summary = await summarise(rewritten(table(), write(to)));
      expect([to, summary.groups]).toEqual([to, groups]);
      expect([to, summary.questions]).toEqual([to, []]);
    }
  });

  it('keeps what a filter leaves out in the total', async () => {
    const summary = await summarise(table(), { filters: [{ column: 'ServiceCategory', contains: 'compute' }] });
    const [total] = summary.totals;
    expect(total?.total).toBe('20.52022672899');
    expect(total?.leftOut.map(({ reason }) => reason)).toEqual(['filtered']);
    expect(new Decimal(total?.kept ?? '').plus(total?.leftOut[0]?.amount ?? '').toString()).toBe('20.52022672899');
    expect(summary.keptRows + summary.leftOutRows).toBe(1000);
  });

  it('says what of it is AI', async () => {
    const summary = await summarise(table(), { onlyAi: true });
    expect(summary.keptRows).toBe(summary.ai.reduce((rows, one) => rows + one.rows, 0));
    expect(summary.services.filter(({ isAi }) => isAi).every(({ kept }) => kept)).toBe(true);
    expect(summary.totals[0]?.total).toBe('20.52022672899');
  });
});

describeWithData('files derived from the FOCUS bill', () => {
  it.each([
    ['derived/focus_52_utf8_bom_crlf.csv', 'utf8', ','],
    ['derived/focus_52_semicolon_decimalcomma_cp1252.csv', 'latin1', ';'],
  ] as const)('%s has its known totals', async (name, encoding, delimiter) => {
    const table = realTable(name, encoding, delimiter);
    const summary = await summarise(table);
    expect(summary.totals).toMatchObject([
      { currency: 'USD', rows: 52, total: '-1.89253456427', kept: '-1.89253456427' },
    ]);
    expect(by(summary, 'vendor')).toEqual({ AWS: '-2.2426105952', Microsoft: '-0.16192396907', Oracle: '0.512' });
    const effective = await summarise(table, { roles: { amount: columns('EffectiveCost') } });
    expect(effective.totals[0]?.total).toBe('-3.16192396907');
  });
});

describeWithData('the bills of Azure', () => {
  it('give their known totals, actual and amortised', async () => {
    const actual = realTable('azure/EA_ActualCost_Small.csv');
    const amortised = realTable('azure/EA_AmortizedCost_Small.csv');
    expect(recognise(actual).format).toBe('Azure cost export (EA, actual)');
    expect(recognise(amortised).format).toBe('Azure cost export (EA, amortised)');
    for (const [table, total] of [
      [actual, '8.5450077867419368'],
      [amortised, '16.296932136636644627485419'],
    ] as const) {
      const summary = await summarise(table);
      expect(summary.totals).toMatchObject([{ currency: 'USD', total, kept: total, leftOut: [] }]);
      expect(summary).toMatchObject({ dates: 'month-first', questions: [], problemRows: 0 });
      expect(by(summary, 'month')).toEqual({ '2023-09': total });
    }
  });

  it('give the daily costs of Azure OpenAI by month, all of them AI but one kind of meter', async () => {
    const table = realTable('azure-openai/aoai_daily_cost_by_meter.csv');
    expect(recognise(table)).toMatchObject({
      format: 'Azure daily cost by meter',
      mapping: { roles: { client: fixed('Our company') } },
    });
    const summary = await summarise(table);
    expect(summary.totals).toMatchObject([{ currency: 'USD', rows: 18, total: '27.47090885', kept: '27.47090885' }]);
    expect(by(summary, 'month')).toEqual({ '2025-03': '22.550825', '2025-04': '4.92008385' });
    expect(summary.ai).toEqual([{ currency: 'USD', rows: 16, amount: '27.46828385' }]);
  });

  it.each([
    [
      'opencost-headersets/BOM.csv',
      'Azure cost export (pay-as-you-go)',
      'SubscriptionGuid',
      'UsageDateTime',
      'PreTaxCost',
      'Currency',
    ],
    [
      'opencost-headersets/Enterprise.csv',
      'Azure cost export (EA, actual)',
      'SubscriptionName',
      'Date',
      'CostInBillingCurrency',
      'BillingCurrencyCode',
    ],
    [
      'opencost-headersets/EnterpriseCamel.csv',
      'Azure cost export (MCA)',
      'subscriptionName',
      'date',
      'costInBillingCurrency',
      'billingCurrency',
    ],
    [
      'opencost-headersets/German.csv',
      'Azure cost export (pay-as-you-go)',
      'Abonnement-GUID (SubscriptionGuid)',
      'UsageDateTime (UsageDateTime)',
      'PreTaxCost (PreTaxCost)',
      'Currency',
    ],
    [
      'opencost-headersets/PayAsYouGo.csv',
      'Azure cost export (pay-as-you-go)',
      'SubscriptionGuid',
      'UsageDateTime',
      'PreTaxCost',
      'Currency',
    ],
    ['opencost-headersets/YA.csv', 'Azure cost export', 'subscriptionId', 'date', 'costInBillingCurrency', 'Currency'],
    [
      'opencost-values/MissingBrackets.csv',
      'Azure cost export',
      'subscriptionid',
      'UsageDateTime',
      'costinbillingcurrency',
      undefined,
    ],
    [
      'opencost-values/Template.csv',
      'Azure cost export',
      'subscriptionid',
      'UsageDateTime',
      'costinbillingcurrency',
      undefined,
    ],
    [
      'opencost-values/VirtualMachine.csv',
      'Azure cost export',
      'subscriptionid',
      'UsageDateTime',
      'costinbillingcurrency',
      undefined,
    ],
  ])('azure/%s is recognised with its roles', (name, format, client, month, amount, currency) => {
    const recognition = recognise(realTable(`azure/${name}`));
    expect(recognition.format).toBe(format);
    const first = Object.fromEntries(
      Object.entries(recognition.mapping.roles).map(([role, source]) => [
        role,
        source.kind === 'columns' ? source.columns[0] : source,
      ]),
    );
    expect(first).toMatchObject({ client, month, amount, vendor: fixed('Microsoft') });
    expect(first['currency']).toBe(currency);
  });

  it('read tags without braces, and tags that are damaged as blank', async () => {
    const table = realTable('azure/EA_AmortizedCost_Small.csv');
    const summary = await summarise(table, { roles: { client: { kind: 'tag', column: 'Tags', tag: 'org' } } });
    expect([...new Set(summary.groups.map(({ client }) => client))]).toEqual(['trey']);
    expect(summary.totals[0]?.total).toBe('16.296932136636644627485419');
  });
});

describeWithData('the examples of the FOCUS specification', () => {
  it('of software contracts read amounts with a dollar sign and thousands', async () => {
    const table = realTable('focus/spec-examples/saas_examples/simple_agreements/simple_saas_agreements_a1.csv');
    expect(recognise(table).format).toBe('FOCUS 1.1');
    const summary = await summarise(table);
    expect(summary.totals).toMatchObject([{ currency: 'USD', kept: '10000' }]);
    expect(summary).toMatchObject({ dates: 'month-first', questions: [{ option: 'dates', answer: null }] });
    expect(summary.groups[0]?.month).toBe('2025-04');
  });

  it('of virtual currencies are FOCUS 1.2, of 2023 are FOCUS 0.5', () => {
    expect(recognise(realTable('focus/spec-examples/saas_examples/virtual_currency_pricing_model_a2.csv')).format).toBe(
      'FOCUS 1.2',
    );
    expect(recognise(realTable('focus/validator-samples/all_pass_0.5.csv')).format).toBe('FOCUS 0.5');
  });
});
