import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Writes a bill such as a provider exports it in the FOCUS format, in parts; gives their paths. */
export async function writeParquetBill(
  duckdb: DuckDBConnection,
  folder: string,
  rows: number,
  parts: number,
): Promise<string[]> {
  const rowsEach = Math.ceil(rows / parts);
  const paths: string[] = [];
  for (let part = 0; part < parts; part += 1) {
    const file = path.join(folder, `part_0_${String(part).padStart(4, '0')}.snappy.parquet`);
    const query = billQuery(part * rowsEach, Math.min((part + 1) * rowsEach, rows));
    await duckdb.run(`COPY (${query}) TO '${file}' (FORMAT parquet, CODEC snappy)`);
    paths.push(file);
  }
  return paths;
}

/** Columns of FOCUS: those that an import asks for, and some that it passes over. */
export function billQuery(from: number, to: number): string {
  return `SELECT
    CAST(CAST(i * 15485863 % 10000019 AS DOUBLE) / 1000000000 AS DECIMAL(38, 11)) AS BilledCost,
    '1234567' AS BillingAccountId,
    'USD' AS BillingCurrency,
    TIMESTAMP '2024-09-01' AS BillingPeriodStart,
    'Usage' AS ChargeCategory,
    'gpt-4o input, ' || (i % 997) AS ChargeDescription,
    TIMESTAMP '2024-09-01' + INTERVAL (i // 37 % 30) DAY AS ChargePeriodStart,
    CAST(1 + i % 9973 AS DECIMAL(38, 9)) AS ConsumedQuantity,
    'Units' AS ConsumedUnit,
    ['Microsoft', 'AWS', 'AWS', 'Microsoft', 'Oracle'][1 + i % 5] AS ProviderName,
    ['AI and Machine Learning', 'AI and Machine Learning', 'Compute', 'Storage', 'Databases'][1 + i % 5] AS ServiceCategory,
    ['Azure OpenAI Service', 'Amazon Bedrock', 'Amazon EC2', 'Storage Accounts', 'Autonomous Database'][1 + i % 5] AS ServiceName,
    'Client ' || (i * 7919 % 400) AS SubAccountName,
    'r-' || (i * 48271 % 50021) AS ResourceId
  FROM range(${from}, ${to}) t(i)`;
}
