import { formatMonth, type Month } from '../../domain/calendar/month';
import type { BilledSum, UsageSum } from '../../domain/ledger/rows-to-load';
import { unitKey } from '../../domain/ledger/units';
import type { BillRows } from './bill-rows';
import { compareGroups, type BillSummary } from './bill-summary';
import type { BillDecisions } from './decisions';
import type { DecidedGroup } from './decided-groups';
import { addSum, exactText, type ExactSum } from './exact-sum';
import type { BillUsage } from './row-usage';
import type { UsageNames } from './usage-columns';

interface Billed {
  readonly of: DecidedGroup;
  rows: number;
  readonly sum: ExactSum;
  readonly quantity: ExactSum;
}

/** Several row groups can become one: amounts that read differently, and days that turn out to lie in one month. */
export function billedGroups(
  bill: BillRows,
  decided: readonly DecidedGroup[],
  { earlyEnd, estimated, complete }: Pick<BillDecisions, 'earlyEnd' | 'estimated' | 'complete'>,
): BilledSum[] {
  const open = [...estimated, ...(earlyEnd === null ? [] : [earlyEnd.month])];
  const partial: ReadonlySet<Month> = new Set(complete === 'no' ? open : []);
  const groups = new Map<string, Billed>();
  for (const one of decided) {
    if (one.reason !== 'kept') {
      continue;
    }
    const key = `${keyOf(one)}${bill.usage?.isKept === true ? usageKey(bill.usage, one.group.usage) : ''}`;
    let billed = groups.get(key);
    if (billed === undefined) {
      groups.set(key, (billed = { of: one, rows: 0, sum: [], quantity: [] }));
    }
    billed.rows += one.group.rows;
    addSum(billed.sum, one.sum);
    addSum(billed.quantity, one.quantity);
  }
  return [...groups.values()].map((billed) => billedSum(bill, billed, partial)).sort(compareGroups);
}

/** What a row of AIClients is told from others by, beside what is kept by choice. */
function keyOf({ group: { client, vendor, service, currency }, month }: Pick<DecidedGroup, 'group' | 'month'>): string {
  return `${client} ${vendor} ${service} ${month ?? ''} ${currency}`;
}

/** By the texts: a model can be written with the direction of its tokens, which are then in the unit. */
function usageKey(usage: BillUsage, id: number): string {
  const { team, model, unit } = usage.namesOf(id);
  return ` ${JSON.stringify([team, model, unit === null ? null : unitKey(unit)])}`;
}

function billedSum(
  bill: BillRows,
  { of: { group, month }, rows, sum, quantity }: Billed,
  partial: ReadonlySet<Month>,
): BilledSum {
  const names = bill.usage?.isKept === true ? bill.usage.namesOf(group.usage) : null;
  return {
    client: bill.clients.textOf(group.client),
    vendor: bill.vendors.textOf(group.vendor),
    service: bill.services.textOf(group.service),
    month: month === null ? '' : formatMonth(month),
    currency: bill.currencies[group.currency]?.text ?? '',
    amount: exactText(sum),
    rows,
    ...(month !== null && partial.has(month) ? { isPartial: true } : {}),
    ...(names === null ? {} : { usage: usageSum(names, quantity) }),
  };
}

function usageSum({ team, model, unit }: UsageNames, quantity: ExactSum): UsageSum {
  return { team, model, quantity: unit === null ? null : exactText(quantity), unit: unit ?? '' };
}

/** How many rows a load makes with what is kept by choice, and without it. */
export function usageRows(
  bill: BillRows,
  decided: readonly DecidedGroup[],
  groups: readonly BilledSum[],
): BillSummary['usage'] {
  const { usage } = bill;
  if (usage === null) {
    return undefined;
  }
  if (usage.isKept) {
    const without = new Set(decided.filter(({ reason }) => reason === 'kept').map(keyOf)).size;
    return { isKept: true, rowsWith: groups.length, rowsWithout: without };
  }
  const kept = new Map(decided.filter(({ reason }) => reason === 'kept').map((one) => [one.group, keyOf(one)]));
  const moved = usage.movedPairs(bill.totalCandidates);
  const keys = new Set<string>();
  for (const pair of usage.pairs) {
    const key = kept.get(pair.group);
    if (key !== undefined && pair.rows > moved.filter((one) => one === pair).length) {
      keys.add(`${key}${usageKey(usage, pair.usage)}`);
    }
  }
  const rowsWithout = groups.length;
  return usage.areMore && !usage.areTooMany
    ? { isKept: false, rowsWith: Math.max(keys.size, rowsWithout), orMore: true, rowsWithout }
    : { isKept: false, rowsWith: usage.areTooMany ? null : keys.size, rowsWithout };
}
