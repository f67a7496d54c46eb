import type { Month } from '../calendar/month';
import type { AccountMonth } from '../ledger/account';
import { isFact, moneyOf, type ClientRow, type SpendRow } from '../ledger/client-rows';
import { nameKey } from '../ledger/name-key';
import { Problem } from '../messages/problem';
import { usageMessages } from '../messages/usage-messages';

/**
 * Refuses the cost of a unit that was paid for in advance: rows with a quantity that cost nothing, if the same client paid the
 * same vendor for the same service an amount without a quantity, in that month or before. What the invoices ask for then says
 * nothing of a unit.
 *
 * @param rows those whose spend and quantity are in the cost
 * @param known all months of the account
 * @throws Problem `#VALUE!`, which names both
 */
export function refusePrepaid(rows: readonly SpendRow[], known: readonly AccountMonth[]): void {
  const free = rows.filter(({ spend, more: { quantity } }) => spend.amount === 0 && quantity !== 0);
  const [first] = free;
  if (first === undefined) {
    return;
  }
  const last = new Map<string, Month>();
  for (const row of free) {
    const key = whatFor(row);
    last.set(key, Math.max(row.month, last.get(key) ?? row.month) as Month);
  }
  const paid = known
    .flatMap(({ groups }) => groups)
    .flatMap(({ rows: all }) => all)
    .filter((row): row is SpendRow => isFact(row) && row.spend !== null && row.spend.amount > 0)
    .find((row) => row.more.quantity === null && row.month <= (last.get(whatFor(row)) ?? -Infinity));
  if (paid !== undefined) {
    const used = free.find((row) => whatFor(row) === whatFor(paid)) ?? first;
    throw new Problem('#VALUE!', usageMessages.prepaid(used.client, used.vendor, told(used), told(paid)));
  }
}

function told(row: SpendRow) {
  return { month: row.month, money: moneyOf(row) };
}

function whatFor({ client, vendor, service }: ClientRow): string {
  return JSON.stringify([client, vendor, service].map(nameKey));
}
