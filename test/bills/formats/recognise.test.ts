import { recogniseTable } from '../../../src/bills/formats/recognise';
import { columnsOf, currencyInName } from '../../../src/bills/mapping/column-names';
import { columns, fixed, recognise, summarise, tableFrom, tableOf } from '../tables';

const named = (header: string) => recogniseTable(header.split(' '), []);

const FOCUS =
  'BilledCost EffectiveCost BillingCurrency ChargePeriodStart BillingPeriodStart SubAccountId ChargeCategory ServiceName';

describe('the kind of a bill', () => {
  it.each([
    [`${FOCUS} ProviderName`, 'FOCUS 1.0'],
    [`${FOCUS} ProviderName BillingAccountType x_InvoiceId x_PricingCurrency x_SkuMeterName`, 'FOCUS 1.0'],
    [`${FOCUS} ProviderName ServiceSubcategory SkuMeter`, 'FOCUS 1.1'],
    [`${FOCUS} ProviderName ServiceSubcategory InvoiceId PricingCurrency`, 'FOCUS 1.2'],
    [
      `${FOCUS} ProviderName PublisherName ServiceProviderName HostProviderName InvoiceId ServiceSubcategory`,
      'FOCUS 1.3',
    ],
    ['BilledCost AmortizedCost BilledCurrency ChargePeriodStart Provider SubAccountName', 'FOCUS 0.5'],
    [
      'lineItem/UnblendedCost lineItem/UsageStartDate lineItem/CurrencyCode lineItem/UsageAccountId product/ProductName',
      'AWS Cost and Usage Report',
    ],
    [
      'line_item_unblended_cost line_item_usage_start_date line_item_currency_code line_item_usage_account_name',
      'AWS Cost and Usage Report 2.0',
    ],
    ['Day SubAccountName ServiceName x_SkuMeterName DailyCost BillingCurrency', 'Azure daily cost by meter'],
    ['cost currency service.description usage_start_time project.name invoice.month', 'Google Cloud billing export'],
    ['start_time end_time amount.value amount.currency line_item project_id', 'OpenAI costs'],
    [
      'start_time end_time start_time_iso amount_value amount_currency line_item project_id organization_name',
      'OpenAI costs',
    ],
    ['starting_at ending_at currency amount workspace_id description model', 'Anthropic cost report'],
    ['request_id call_type api_key spend startTime endTime model team_id end_user', 'LiteLLM spend log'],
    ['group_by_day team_name model spend total_tokens', 'LiteLLM spend log'],
    ['id traceId startTime model totalCost projectId', 'Langfuse observations'],
    ['id trace_id start_time provided_model_name total_cost user_id', 'Langfuse observations'],
    ['id timestamp name userId sessionId totalCost', 'Langfuse traces'],
    [
      'RecordType PayerAccountId LinkedAccountId ProductName TotalCost CurrencyCode',
      'Amazon Web Services monthly invoice',
    ],
    ['Umsatz(ohneSoll/Haben-Kz) Soll/Haben-Kennzeichen WKZUmsatz Belegdatum', 'DATEV bookings'],
    ['BilledCost BillingCurrency BillingPeriodStart InvoiceDetailId InvoiceDetailGrain', 'FOCUS InvoiceDetail'],
    ['ServiceDescription SkuDescription CostType UsageStartDate Cost', 'Google Cloud console (cost table)'],
    ['ServiceDescription Cost Discounts Subtotal', 'Google Cloud console (report)'],
    ['created_at cost_total byok_usage_inference model_permaslug provider_name', 'OpenRouter activity'],
    ['date model model_permaslug provider_name usage byok_usage_inference requests', 'OpenRouter activity'],
    ['Date User Kind Model CacheRead OutputTokens TotalTokens Cost', 'Cursor usage'],
    ['date product sku quantity unit_type net_amount organization', 'GitHub usage report'],
    ['lineItem/intervalUsageStart product/service cost/myCost cost/currencyCode', 'Oracle Cloud cost report'],
    ['TimePeriod.Start TimePeriod.End SERVICE UnblendedCost.Amount UnblendedCost.Unit', 'AWS cost query'],
    ['Date Service CostExplorerCost(USD)', 'AWS Cost Explorer'],
    ['usage_date_utc model workspace api_key token_type cost_usd', 'Anthropic console costs'],
    ['Datum Kunde Betrag', 'Table'],
    ['__proto__ constructor toString', 'Table'],
    ['', 'Table'],
  ])('of %s is %s', (header, format) => {
    expect(named(header).format).toBe(format);
  });

  it('is an Azure Cost Management query where the answer says so', () => {
    const header = ['type', 'Cost', 'UsageDate', 'Currency'];
    const row = ['Microsoft.CostManagement/query', '1', '20241101', 'EUR'];
    expect(recogniseTable(header, [row]).format).toBe('Azure Cost Management query');
    expect(recogniseTable(header, [['other', ...row.slice(1)]]).format).toBe('Table');
  });

  it('takes the vendor of FOCUS 1.3 from its new column, and the old one where that is blank', () => {
    expect(named(`${FOCUS} ProviderName ServiceProviderName`).mapping.roles.vendor).toEqual(
      columns('ServiceProviderName', 'ProviderName'),
    );
  });

  it('of an Azure export says by the sample whether it is actual or amortised', () => {
    const header = ['MeterCategory', 'SubscriptionId', 'AccountName', 'Cost', 'Date', 'ChargeType', 'ReservationId'];
    const format = (...rows: string[][]) => recogniseTable(header, rows).format;
    expect(format(['VM', '1', 'a', '0', '2024-01-01', 'Usage', 'r'])).toBe('Azure cost export (EA, actual)');
    expect(format(['VM', '1', 'a', '1', '2024-01-01', 'Usage', 'r'])).toBe('Azure cost export (EA, amortised)');
    expect(format(['VM', '1', 'a', '1', '2024-01-01', 'UnusedReservation', ''])).toBe(
      'Azure cost export (EA, amortised)',
    );
    expect(format(['VM', '1', 'a', '1', '2024-01-01', 'Usage', ''])).toBe('Azure cost export (EA)');
  });

  it('knows that costs in US dollars are, whatever the currency of the bill', () => {
    const both = named('MeterCategory SubscriptionId costInBillingCurrency costInUsd billingCurrency date');
    expect(both.mapping.roles.currency).toEqual(columns('billingCurrency'));
    expect(both.amounts.find(({ column }) => column === 'costInUsd')?.currency).toEqual(fixed('USD'));
    expect(named('MeterCategory SubscriptionId costInUsd billingCurrency date').mapping.roles).toMatchObject({
      amount: columns('costInUsd'),
      currency: fixed('USD'),
    });
  });
});

describe('bills of AI vendors', () => {
  it('of OpenAI count Unix seconds and write the currency small', async () => {
    const table = tableFrom(`
      start_time | end_time   | amount.value | amount.currency | line_item      | project_id
      1730419200 | 1730505600 | 0.06         | usd             | gpt-4o, input  | proj_a
      1730419200 | 1730505600 | 1.25e-06     | usd             | gpt-4o, cached | proj_a
    `);
    const summary = await summarise(table);
    expect(summary.totals).toMatchObject([{ currency: 'USD', kept: '0.06000125' }]);
    expect(summary.groups[0]).toMatchObject({ client: 'proj_a', vendor: 'OpenAI', month: '2024-11' });
    expect(summary.ai).toMatchObject([{ rows: 2 }]);
  });

  it('are those of our own company where no row names a project, and where a row does not', () => {
    const table = tableFrom(
      'start_time|end_time|amount.value|amount.currency|line_item|project_id\n1730419200|1|0.06|usd||',
    );
    expect(recognise(table).mapping.roles.client).toEqual({ kind: 'fixed', text: 'Our company' });
    const some = tableFrom(
      'start_time|end_time|amount.value|amount.currency|line_item|project_id\n1730419200|1|0.06|usd||\n1730419200|1|0.06|usd||p',
    );
    expect(recognise(some).mapping.roles.client).toEqual({
      kind: 'columns',
      columns: ['project_id'],
      otherwise: 'Our company',
    });
  });

  it('of Anthropic are in cents', async () => {
    const table = tableFrom(`
      starting_at          | ending_at            | currency | amount | workspace_id | description | model
      2025-08-01T00:00:00Z | 2025-08-02T00:00:00Z | USD      | 123.45 | w1           | Claude      | claude
    `);
    expect((await summarise(table)).totals).toMatchObject([{ currency: 'USD', kept: '1.2345' }]);
  });

  it('of LiteLLM are in dollars and name the provider and the model', async () => {
    const table = tableFrom(`
      request_id | call_type   | spend    | startTime                | model      | custom_llm_provider | team_id      | end_user
      1          | acompletion | 0.000002 | 2024-01-31T23:59:59.999Z | llama3-70b | groq                | data-science | palantir
      2          | acompletion | 2e-7     | 2024-02-01T00:00:00.000Z | gpt-4o     | openai              | data-science |
    `);
    expect((await summarise(table)).groups).toEqual([
      {
        client: 'data-science',
        vendor: 'openai',
        service: 'gpt-4o',
        month: '2024-02',
        currency: 'USD',
        amount: '0.0000002',
        rows: 1,
      },
      {
        client: 'palantir',
        vendor: 'groq',
        service: 'llama3-70b',
        month: '2024-01',
        currency: 'USD',
        amount: '0.000002',
        rows: 1,
      },
    ]);
  });
});

describe('any other table', () => {
  it('is guessed by German and French names', () => {
    expect(named('Rechnungsdatum Kunde Lieferant Leistung Betrag Währung').mapping.roles).toEqual({
      client: columns('Kunde'),
      vendor: columns('Lieferant'),
      service: columns('Leistung'),
      month: columns('Rechnungsdatum'),
      amount: columns('Betrag'),
      currency: columns('Währung'),
    });
    expect(named('Date Société Fournisseur Montant Devise').mapping.roles).toMatchObject({
      client: columns('Société'),
      amount: columns('Montant'),
    });
  });

  it('takes the currency from the name of the amount or from its cells', () => {
    expect(named('Client Cost_USD').mapping.roles).toMatchObject({ amount: columns('Cost_USD') });
    expect(recogniseTable(['Client', 'Cost (USD)'], []).mapping.roles).toMatchObject({
      amount: columns('Cost (USD)'),
      currency: fixed('USD'),
    });
    expect(recogniseTable(['Client', 'Amount'], [['C', '€ 12,50']]).mapping.roles.currency).toEqual(columns('Amount'));
    expect(recogniseTable(['Client', 'Amount'], [['C', '$ 12.50']]).mapping.roles.currency).toEqual(columns());
  });

  it('is guessed by its cells where the names say nothing, and stays open where these do not either', () => {
    const sample = [
      ['Contoso', '2024-09-01', '12.50', 'USD', '7'],
      ['Fabrikam', '2024-10-01', '3.75', 'EUR', '8'],
    ];
    const { roles } = recogniseTable(['a', 'b', 'c', 'd', 'e'], sample).mapping;
    expect(roles).toEqual({
      client: fixed('Our company'),
      vendor: columns(),
      service: fixed(''),
      month: columns('b'),
      amount: columns('c'),
      currency: columns('d'),
    });
  });

  it('does not take a name for what its cells are not', () => {
    const { roles } = recogniseTable(['Customer', 'Cost', 'Total'], [['C', 'centre 7', '5.10']]).mapping;
    expect(roles.amount).toEqual(columns('Total'));
  });

  it('with a header of surprising names is harmless', async () => {
    const table = tableOf(['__proto__', 'constructor', 'Amount'], [['C', 'V', '1']]);
    const summary = await summarise(table, {
      roles: {
        client: columns('__proto__'),
        vendor: columns('constructor'),
        service: fixed(''),
        month: fixed('2024-09'),
        currency: fixed('EUR'),
      },
    });
    expect(summary.groups).toMatchObject([{ client: 'C', vendor: 'V', amount: '1' }]);
  });
});

describe('names of columns', () => {
  it('are found whatever their case, spaces and underscores, and by the name in brackets', () => {
    const table = columnsOf(['Billing Currency', 'Kategorie (MeterCategory)', 'sub_account_id', 'Cost (USD)']);
    expect(table.find('billingcurrency')).toBe('Billing Currency');
    expect(table.find('metercategory')).toBe('Kategorie (MeterCategory)');
    expect(table.find('nothing', 'subaccountid')).toBe('sub_account_id');
    expect(table.find('cost')).toBe('Cost (USD)');
    expect(table.has('cost', 'nothing')).toBe(false);
  });

  it.each([
    ['costInUsd', 'USD'],
    ['cost_usd', 'USD'],
    ['Betrag (EUR)', 'EUR'],
    ['Amount EUR', 'EUR'],
    ['Cost (€)', 'EUR'],
    ['Montant en euros', 'EUR'],
    ['Amount £', 'GBP'],
    ['Cost ($)', null],
    ['Eurotunnel cost', null],
    ['USD', null],
    ['Total', null],
    ['costInBillingCurrency', null],
  ])('%s names the currency %p', (name, currency) => {
    expect(currencyInName(name)).toBe(currency);
  });
});
