import { sumInvoices } from '../../../src/bills/sums/invoice-sums';
import { tableFrom } from '../tables';

describe('the lines of invoices', () => {
  it('are added up exactly by invoice, issuer, month of the billing period and currency', async () => {
    const table = tableFrom(`
      InvoiceId|BilledCost|BillingCurrency|BillingPeriodStart|InvoiceIssuerName|InvoiceDetailId
      B|0.1|USD|2025-01-01T00:00:00Z|Acme|1
      B|0.2|USD|2025-01-01T00:00:00Z|Acme|2
      A|-5|EUR|2025-02-01|Acme|3
      |7|USD|2025-01-01|Acme|4
    `);
    const { invoices, unreadableLines } = await sumInvoices([table]);
    expect(
      invoices.map(({ invoice, month, currency, lines, amount }) => [invoice, month, currency, lines, amount]),
    ).toEqual([
      ['', '2025-01', 'USD', 1, '7'],
      ['B', '2025-01', 'USD', 2, '0.3'],
      ['A', '2025-02', 'EUR', 1, '-5'],
    ]);
    expect(unreadableLines).toBe(0);
  });

  it('that cannot be read are told by their numbers', async () => {
    const table = tableFrom(`
      InvoiceId|BilledCost|BillingCurrency|BillingPeriodStart|InvoiceIssuerName
      A|none|USD|2025-01-01|Acme
      A|1|USD|soon|Acme
      A|1||2025-01-01|Acme
      A|1|USD|2025-01-01|
      A|1|USD|2025-01-01|Acme
    `);
    expect(await sumInvoices([table])).toMatchObject({
      invoices: [{ amount: '1' }],
      unreadable: [2, 3, 4, 5],
      unreadableLines: 4,
    });
  });
});
