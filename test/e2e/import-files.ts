import { strToU8, zipSync } from 'fflate';
import { targetDays } from '../../src/bills/rates/target-days';

/** A line of the bills that these tests make, which have the columns of FOCUS. */
export interface BillLine {
  readonly team: string;
  readonly vendor: string;
  readonly service: string;
  readonly category: string;
  readonly billed: string;
  readonly effective: string;
}

const AI = 'AI and Machine Learning';
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
  'Tags',
];

/** Search: 0.3 effective, of which binary floats make 0.30000000000000004; and 12.5 that is not AI. Chat: 28 decimals. */
export const LINES: readonly BillLine[] = [
  { team: 'search', vendor: 'AWS', service: 'Amazon Bedrock', category: AI, billed: '1.5', effective: '0.1' },
  { team: 'search', vendor: 'Microsoft', service: 'Azure OpenAI', category: AI, billed: '0', effective: '0.2' },
  {
    team: 'chat',
    vendor: 'AWS',
    service: 'Amazon Bedrock',
    category: AI,
    billed: '7',
    effective: '0.0000000072922557592391990001',
  },
  { team: 'search', vendor: 'AWS', service: 'Amazon EC2', category: 'Compute', billed: '12.5', effective: '12.5' },
];

/** A bill as CSV. `reversed`: with its columns in the other order. */
export function bill(lines: readonly BillLine[], reversed = false): string {
  const row = ({ team, vendor, service, category, billed, effective }: BillLine): string[] => {
    const cells = [
      billed,
      effective,
      'USD',
      '2025-06-03T00:00:00Z',
      '2025-06-01T00:00:00Z',
      vendor,
      category,
      service,
      'Shared account',
      JSON.stringify({ team }),
    ];
    return reversed ? cells.reverse() : cells;
  };
  return csv([reversed ? [...COLUMNS].reverse() : COLUMNS, ...lines.map(row)]);
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}

/** The European Central Bank's history, with its comma after the last column: each currency has one rate on all days of a month. */
export function ecbHistory(months: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const currencies = [...new Set(Object.values(months).flatMap((rates) => Object.keys(rates)))];
  const lines = Object.entries(months).flatMap(([month, rates]) =>
    targetDays(month).map((day) => `${[day, ...currencies.map((currency) => rates[currency] ?? 'N/A')].join(',')},`),
  );
  return [`Date,${currencies.join(',')},`, ...lines.sort().reverse(), ''].join('\n');
}

export function zipped(name: string, content: string | Uint8Array): Uint8Array {
  return zipSync({ [name]: typeof content === 'string' ? strToU8(content) : content });
}

/** A workbook whose only sheet is 60 kB in the zip and 60 MB out of it. */
export function zipBomb(): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Costs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024).fill(0x20),
  });
}
