import { compareText } from '../../domain/ledger/name-key';
import type { BilledSum } from '../../domain/ledger/rows-to-load';

/** The order of client, vendor, service, month, currency. */
export function compareGroups(a: BilledSum, b: BilledSum): number {
  return (
    compareText(a.client, b.client) ||
    compareText(a.vendor, b.vendor) ||
    compareText(a.service, b.service) ||
    compareText(a.month, b.month) ||
    compareText(a.currency, b.currency)
  );
}
