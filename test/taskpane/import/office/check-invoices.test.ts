import type { InvoiceStatement } from '../../../../src/bills/sums/invoice-sums';
import type { CellValue, RawTable } from '../../../../src/domain/ledger/table';
import { invoiceFinding, invoicesSummary } from '../../../../src/taskpane/import/import-phrases';
import { checkInvoices } from '../../../../src/taskpane/import/office/check-invoices';
import { atOnce } from '../../../../src/domain/ledger/steps';

const JANUARY = 45658;
const clients = (...rows: readonly (readonly [vendor: string, spend: number, currency: string])[]): RawTable => ({
  name: 'AIClients',
  firstRow: 2,
  header: ['Client', 'Vendor', 'Month', 'Spend', 'Currency', 'Basis', 'Source'],
  rows: rows.map(([vendor, spend, currency]): CellValue[] => [
    'Own',
    vendor,
    JANUARY,
    spend,
    currency,
    'billed',
    'a.csv',
  ]),
});
const stated = (invoice: string, amount: string, issuer = 'Acme Co', month = '2025-01'): InvoiceStatement => ({
  invoice,
  issuer,
  month,
  currency: 'USD',
  lines: 1,
  amount,
});

describe('invoices held against what is loaded', () => {
  it('agree to the last digit with rows of the issuer, whatever its legal form, that month and currency', () => {
    const [one, ...others] = atOnce(
      checkInvoices(
        { invoices: [stated('1', '0.1'), stated('2', '0.2')] },
        clients(['ACME', 0.1, 'USD'], ['Acme Co.', 0.2, 'USD'], ['Acme', 7, 'EUR'], ['Other', 9, 'USD']),
      ),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ stated: '0.3', loaded: '0.3', difference: '0', rows: 2, sources: ['a.csv'] });
    expect(invoiceFinding(one!)).toBe('Loaded: 0.3 USD in 2 rows of a.csv, the same as the invoices.');
    expect(invoicesSummary([one!])).toBe('2 invoices, in 1 month of an issuer: 1 agree.');
  });

  it('differ by what is loaded less what is stated', () => {
    const [one] = atOnce(checkInvoices({ invoices: [stated('1', '1578.63')] }, clients(['Acme', 2000, 'USD'])));
    expect(one).toMatchObject({ difference: '421.37' });
    expect(invoiceFinding(one!)).toBe('Loaded: 2,000 USD in 1 row of a.csv, 421.37 USD more than the invoice.');
  });

  it('that nothing is loaded for are told, with what there is instead', () => {
    const found = (issuer: string, table: RawTable | null): string =>
      invoiceFinding(atOnce(checkInvoices({ invoices: [stated('1', '5', issuer)] }, table))[0]!);
    const nothing = 'Not loaded: AIClients has no bill of Acme Co for 2025-01 in USD.';
    expect(found('Acme Co', null)).toBe(nothing);
    expect(found('Acme Co', clients(['Acme', 7, 'EUR']))).toBe(`${nothing} Loaded in another currency: 7 EUR.`);
    expect(found('Acme Co', clients(['Microsoft', 7, 'USD']))).toBe(
      `${nothing} Vendors with rows of that month: Microsoft.`,
    );
  });
});
