import type { WorkbookFile } from '../../golden/workbook-file';

const months = (client: string, vendor: string, amounts: readonly number[], currency: string) =>
  amounts.map((amount, at) => [client, vendor, `2024-${String(at + 1).padStart(2, '0')}`, amount, currency]);

/** A budget that runs out, one that two rows share, one without months enough, a client without a budget, and one without anything. */
export const PLAN_BOOK: WorkbookFile = {
  AIClients: [
    ['Client', 'Vendor', 'Month', 'Spend', 'Currency'],
    ...months('Acme', 'OpenAI', [1000, 1220, 1390, 1600, 1820, 1980], 'EUR'),
    ...months('Contoso', 'Microsoft', [5_000_000, 5_400_000, 4_900_000, 5_600_000, 5_100_000], 'USD'),
    ...months('Fabrikam', 'Google', [70, 80], 'EUR'),
    ...months('Tailspin', 'Anthropic', [12, 13], 'EUR'),
  ],
  AIRates: 'reference',
  AIBudgets: [
    ['Client', 'Vendor', 'From', 'To', 'Budget', 'Currency'],
    ['Acme', null, '2024-01', '2024-12', 18_000, 'EUR'],
    ['Acme', null, '2025-01', '2025-12', 30_000, 'EUR'],
    ['Fabrikam', null, '2024-01', '2024-12', 1000, 'EUR'],
  ],
};
