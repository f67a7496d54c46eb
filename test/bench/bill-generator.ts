import { open } from 'node:fs/promises';

const COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'RegionId',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SubAccountId',
  'SubAccountName',
  'ResourceId',
  'Tags',
] as const;

const SERVICES = [
  ['AI and Machine Learning', 'Azure OpenAI Service', 'Microsoft', 'gpt-4o input, global'],
  ['AI and Machine Learning', 'Amazon Bedrock', 'AWS', 'Claude output tokens, regional'],
  ['Compute', 'Amazon EC2', 'AWS', '$0.0416 per Linux t3.medium hour'],
  ['Storage', 'Storage Accounts', 'Microsoft', 'Hot LRS, "standard" tier'],
  ['Databases', 'Autonomous Database', 'Oracle', 'ECPU per hour'],
] as const;
const TEAMS = ['search', 'ads', 'research', 'platform', 'support'] as const;
const ROWS_AT_ONCE = 5000;

/**
 * Writes a bill such as a provider exports it in the FOCUS format: 30 columns, about 298 bytes a row, a few of them quoted.
 * The same number of rows gives the same file each time.
 */
export async function writeBill(path: string, rows: number): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(`${COLUMNS.join(',')}\n`);
    for (let row = 0; row < rows; row += ROWS_AT_ONCE) {
      await file.write(
        Array.from({ length: Math.min(ROWS_AT_ONCE, rows - row) }, (_, index) => billRow(row + index)).join(''),
      );
    }
  } finally {
    await file.close();
  }
}

function billRow(row: number): string {
  const [category, service, provider, description] = SERVICES[row % SERVICES.length] as (typeof SERVICES)[number];
  const account = (row * 7919) % 400;
  const day = Math.floor(row / 37) % 30;
  const quantity = 1 + ((row * 104_729) % 9973);
  const cost = ((row * 15_485_863) % 10_000_019) / 1e9;
  const tags =
    row % 3 !== 0 ? '' : `{"team":"${TEAMS[account % TEAMS.length]}","env":"${row % 2 === 0 ? 'prod' : 'test'}"}`;
  const cells = [
    cost.toFixed(11),
    '1234567',
    'Trey',
    'USD',
    '2024-10-01',
    '2024-09-01',
    'Usage',
    '',
    description,
    'Usage-Based',
    midnight(day + 1),
    midnight(day),
    String(quantity),
    'Units',
    (cost * 0.9).toFixed(11),
    provider,
    (cost * 1.1).toFixed(6),
    (cost / quantity).toFixed(8),
    'Standard',
    String(quantity),
    '1K',
    provider,
    'eastus',
    category,
    service,
    `S${row % 997}`,
    String(100_000 + account),
    `Client ${account}`,
    `r-${((row * 48_271) % 50_021).toString(36)}`,
    tags,
  ];
  return `${cells.map(quoted).join(',')}\n`;
}

function midnight(day: number): string {
  return new Date(Date.UTC(2024, 8, 1 + day)).toISOString().replace('.000', '');
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
