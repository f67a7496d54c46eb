import type { StatedInvoices } from '../../../bills/sums/invoice-sums';
import { nameCore } from '../../../bills/sums/legal-name';
import type { RawTable } from '../../../domain/ledger/table';
import { Decimal } from '../../../domain/money/decimal';
import type { Steps } from '../../../domain/ledger/steps';
import { billedRows, type ImportedRow } from '../../../workbook/plans/billed-rows';
import { spendOf, sumsOf } from '../../../workbook/plans/earlier-imports';
import type { CheckedInvoices } from '../../contract/import-services';

/**
 * What the invoices of an issuer state for a month in a currency, beside what AIClients has billed for that vendor, month and currency.
 * AIClients keeps no numbers of invoices, so those that share all three are compared together. A vendor is the issuer if the names
 * differ in nothing but their legal form.
 */
export function* checkInvoices(
  { invoices }: Pick<StatedInvoices, 'invoices'>,
  clients: RawTable | null,
): Steps<CheckedInvoices[]> {
  const rows = clients === null ? [] : yield* billedRows(clients);
  const groups = new Map<string, (typeof invoices)[number][]>();
  for (const invoice of invoices) {
    const key = JSON.stringify([nameCore(invoice.issuer), invoice.month, invoice.currency]);
    groups.set(key, [...(groups.get(key) ?? []), invoice]);
  }
  const checked: CheckedInvoices[] = [];
  for (const group of groups.values()) {
    yield;
    const [first] = group;
    if (first !== undefined) {
      checked.push(yield* compared(group, first, rows));
    }
  }
  return checked;
}

function* compared(
  group: StatedInvoices['invoices'],
  { issuer, month, currency }: StatedInvoices['invoices'][number],
  rows: readonly ImportedRow[],
): Steps<CheckedInvoices> {
  const ofMonth = rows.filter((row) => row.month === month);
  const ofIssuer = ofMonth.filter((row) => nameCore(row.vendor) === nameCore(issuer));
  const own = ofIssuer.filter((row) => row.currency === currency);
  const stated = group.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  const loaded = own.length === 0 ? null : new Decimal((yield* sumsOf(own.map(spendOf)))[0]?.amount ?? 0);
  return {
    issuer,
    month,
    currency,
    invoices: group.map(({ invoice, amount, lines }) => ({ invoice, amount, lines })),
    stated: stated.toFixed(),
    loaded: loaded === null ? null : loaded.toFixed(),
    difference: loaded === null ? null : loaded.minus(stated).toFixed(),
    rows: own.length,
    sources: [...new Set(own.map(({ source }) => source))],
    otherCurrencies: yield* sumsOf(ofIssuer.filter((row) => row.currency !== currency).map(spendOf)),
    otherVendors:
      loaded === null ? [...new Set(ofMonth.filter((row) => !ofIssuer.includes(row)).map(({ vendor }) => vendor))] : [],
  };
}
