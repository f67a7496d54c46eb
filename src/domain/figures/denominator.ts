import { nameKey } from '../ledger/name-key';
import type { ClientRow } from '../ledger/client-rows';
import { lineName } from '../messages/revenue-messages';

/**
 * What a revenue is of, and what a share is a share of: `Line` in AIRevenue and `Share of` in AIClients name the same thing, `Azure
 * OpenAI` there and `Azure OpenAI revenue` here. Empty: the vendor's AI business as a whole, also as "AI revenue".
 */
export function denominatorKey(written: string, vendor: string): string {
  const key = nameKey(written).replace(/ ?revenues?$/, '');
  const whole = nameKey(vendor);
  return ['', 'ai', `${whole} ai`, `${whole}'s ai`, whole, `${whole}'s`].includes(key) ? '' : key;
}

/** `Microsoft's AI revenue`, `Azure OpenAI revenue`. */
export function wholeName(vendor: string, written: string): string {
  return denominatorKey(written, vendor) === '' ? `${vendor}'s AI revenue` : lineName(written);
}

/** Whether a row says something about a share, be it wrong. */
export function tellsOfShare(row: ClientRow): boolean {
  return row.basis !== 'superseded' && (row.share !== null || row.more.share !== null);
}
