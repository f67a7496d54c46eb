import { distance } from 'fastest-levenshtein';
import { nameKey } from '../../domain/ledger/name-key';
import type { BilledSum, ClientAlias } from '../../domain/ledger/rows-to-load';
import { compareGroups, type MergeProposal } from './bill-summary';
import { addExactText, exactText, type ExactSum } from './exact-sum';
import { nameCore } from './legal-name';

/** Names compared letter by letter, at most: a bill with more names than that has no time for near misses. */
const COMPARISONS = 2_000_000;

/**
 * Which names of a bill look like a client on record, each with the reason: what AIAliases says, the same name in another
 * spelling or with another legal form, or a name that differs by a letter or two. The user decides; what a company is part of
 * (TikTok, ByteDance) is for AIAliases to say.
 *
 * @param known the clients on record; a name that is one of them as it stands needs no proposal
 */
export function proposeMerges(
  names: readonly string[],
  known: readonly string[],
  aliases: readonly ClientAlias[],
): MergeProposal[] {
  const exact = new Set(known);
  const byKey = firstBy(known, nameKey);
  const byCore = firstBy(known, coreKey);
  const byAlias = new Map(aliases.map(({ alias, client }) => [nameKey(alias), byKey.get(nameKey(client)) ?? client]));
  const cores = [...byCore];
  const mayCompare = names.length * cores.length <= COMPARISONS;

  const propose = (name: string): Omit<MergeProposal, 'name'> | null => {
    const aliased = byAlias.get(nameKey(name));
    if (aliased !== undefined) {
      return { client: aliased, reason: 'in AIAliases' };
    }
    if (exact.has(name)) {
      return null;
    }
    const respelled = byKey.get(nameKey(name));
    if (respelled !== undefined) {
      return { client: respelled, reason: 'the same name but for case, width or spaces' };
    }
    const core = coreKey(name);
    const legal = byCore.get(core);
    if (legal !== undefined) {
      return { client: legal, reason: 'the same name but for its legal form or punctuation' };
    }
    const near = mayCompare ? cores.find(([other]) => isNearMiss(core, other)) : undefined;
    return near ? { client: near[1], reason: 'nearly the same letters: look closely' } : null;
  };

  return [...new Set(names)].flatMap((name) => {
    const proposal = propose(name);
    return proposal === null || proposal.client === name ? [] : [{ name, ...proposal }];
  });
}

/** Renames clients as agreed and adds up, exactly, what then belongs together; in the order of the summary's groups. */
export function mergeClients(groups: readonly BilledSum[], accepted: readonly MergeProposal[]): BilledSum[] {
  const clients = new Map(accepted.map(({ name, client }) => [name, client]));
  const merged = new Map<string, { group: BilledSum; rows: number; sum: ExactSum; quantity: ExactSum }>();
  for (const group of groups) {
    const client = clients.get(group.client) ?? group.client;
    const key = JSON.stringify([client, group.vendor, group.service, group.month, group.currency, usageKey(group)]);
    let into = merged.get(key);
    if (into === undefined) {
      merged.set(key, (into = { group: { ...group, client }, rows: 0, sum: [], quantity: [] }));
    }
    into.rows += group.rows;
    addExactText(into.sum, group.amount);
    addExactText(into.quantity, group.usage?.quantity ?? '0');
  }
  return [...merged.values()]
    .map(({ group, rows, sum, quantity }) => ({
      ...group,
      rows,
      amount: exactText(sum),
      ...usageWith(group, quantity),
    }))
    .sort(compareGroups);
}

/** What two sums must have in common beside their names to be one: unlike units are never added. */
function usageKey({ usage }: BilledSum): readonly unknown[] {
  return usage === undefined ? [] : [usage.team, usage.model, usage.unit, usage.quantity === null];
}

function usageWith({ usage }: BilledSum, quantity: ExactSum): Pick<BilledSum, 'usage'> {
  return usage === undefined || usage.quantity === null ? {} : { usage: { ...usage, quantity: exactText(quantity) } };
}

/** The core without spaces and punctuation, which people leave out. */
function coreKey(name: string): string {
  const core = nameCore(name);
  return core.replace(/[^\p{L}\p{N}]/gu, '') || core;
}

function firstBy(names: readonly string[], keyOf: (name: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    if (!found.has(keyOf(name))) {
      found.set(keyOf(name), name);
    }
  }
  return found;
}

/** One letter differs in a name of five to eight, two in a longer one; another number is another client ("Contoso 1", "Contoso 2"). */
function isNearMiss(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const tolerance = shorter < 5 ? 0 : shorter < 9 ? 1 : 2;
  if (Math.abs(a.length - b.length) > tolerance || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) {
    return false;
  }
  return distance(a, b) <= tolerance;
}
