/** A ledger of made-up rows, in the columns of FOCUS, as many as are asked for: the same for the same seed. */
export const LEDGER_COLUMNS = [
  'BillingAccountName',
  'SubAccountName',
  'ProviderName',
  'ServiceCategory',
  'ServiceName',
  'ChargePeriodStart',
  'BilledCost',
  'BillingCurrency',
  'ConsumedQuantity',
  'ConsumedUnit',
  'SkuId',
] as const;

/** The table of it in ClickHouse. */
export const LEDGER_SCHEMA = `(
  BillingAccountName String, SubAccountName Nullable(String), ProviderName String, ServiceCategory String,
  ServiceName String, ChargePeriodStart DateTime, BilledCost Decimal(38, 12), BillingCurrency String,
  ConsumedQuantity Nullable(Decimal(38, 6)), ConsumedUnit Nullable(String), SkuId String
) ENGINE = MergeTree PARTITION BY toYYYYMM(ChargePeriodStart) ORDER BY (ProviderName, ServiceName)`;

/** Names as bills have them, some made to do harm. */
const CLIENTS = [
  'ByteDance',
  'Contoso "Nordic" AB',
  "O'Reilly & Söhne",
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '@SUM(A1)',
  '-cmd',
  'Back\\slash `quoted`',
  '东京株式会社',
  '<img src=x onerror=alert(1)>',
  ...Array.from({ length: 30 }, (_, at) => `Client ${at + 1}`),
];
const SERVICES = [
  ['Microsoft', 'AI and Machine Learning', 'Azure OpenAI'],
  ['Microsoft', 'Compute', 'Virtual Machines'],
  ['AWS', 'AI and Machine Learning', 'Amazon Bedrock'],
  ['AWS', 'Storage', 'Amazon Simple Storage Service'],
  ['Google Cloud', 'AI and Machine Learning', 'Vertex AI'],
] as const;
const CURRENCIES = ['USD', 'USD', 'USD', 'EUR'];
const MONTHS = 6;

/** Numbers from 0 to below 2^32, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return (value ^ (value >>> 14)) >>> 0;
  };
}

/** The rows as CSV, in pieces of some 10,000 lines; the first has the header. */
export function* ledgerCsv(rows: number, seed: number): Generator<string> {
  const next = randomNumbers(seed);
  let lines = [LEDGER_COLUMNS.join(',')];
  for (let row = 0; row < rows; row++) {
    lines.push(lineOf(row, next));
    if (lines.length === 10_000) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  yield lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function lineOf(row: number, next: () => number): string {
  const client = CLIENTS[next() % CLIENTS.length] ?? '';
  const [vendor, category, service] = SERVICES[next() % SERVICES.length] ?? SERVICES[0];
  const month = (next() % MONTHS) + 1;
  const day = (next() % 28) + 1;
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `2024-${two(month)}-${two(day)} ${two(next() % 24)}:${two(next() % 60)}:00`;
  // Credits too, and more digits than a double has.
  const sign = next() % 50 === 0 ? '-' : '';
  const cost = `${sign}${next() % 1_000}.${String(next()).padStart(10, '0')}${two(next() % 100)}`;
  const currency = CURRENCIES[next() % CURRENCIES.length] ?? '';
  const quantity = `${next()}.${String(next() % 1_000_000).padStart(6, '0')}`;
  return [
    'Group',
    quoted(client),
    vendor,
    category,
    service,
    date,
    cost,
    currency,
    quantity,
    'Tokens',
    `sku-${row}`,
  ].join(',');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
