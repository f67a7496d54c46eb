import { distance } from 'fastest-levenshtein';
import { nameKey } from '../../domain/ledger/name-key';
import type { BilledSum, ClientAlias } from '../../domain/ledger/rows-to-load';
import { compareGroups, type MergeProposal } from './bill-summary';
import { addExactText, exactText, type ExactSum } from './exact-sum';
import { nameCore } from './legal-name';

/** Pairs of names among which near misses are looked for, at most: a bill with more has no time for them. */
const PAIRS = 20_000_000;

/**
 * Which names of a bill look like a client on record, or like another of the bill, each with the reason: what AIAliases says, the same
 * name in another spelling or with another legal form, or one in which a long word is mistyped. The user decides; what a company
 * is part of (TikTok, ByteDance) is for AIAliases to say.
 *
 * @param known the clients on record; a name that is one of them as it stands needs no proposal
 */
export function proposeMerges(
  names: readonly string[],
  known: readonly string[],
  aliases: readonly ClientAlias[],
): MergeProposal[] {
  const exact = new Set(known);
  const clients = new ClientNames(known, names.length * (known.length + names.length) <= PAIRS);
  const byAlias = new Map(aliases.map(({ alias, client }) => [nameKey(alias), clients.respelled(client) ?? client]));

  const propose = (name: string): Omit<MergeProposal, 'name'> | null => {
    const aliased = byAlias.get(nameKey(name));
    if (aliased !== undefined) {
      return { client: aliased, reason: 'in AIAliases' };
    }
    return exact.has(name) ? null : clients.like(name);
  };

  const proposals = new Map<string, Omit<MergeProposal, 'name'>>();
  // Short ones first: of names of the bill alone, that without a legal form is the client's.
  for (const name of [...new Set(names)].sort((a, b) => a.length - b.length)) {
    const proposal = propose(name);
    if (proposal === null) {
      clients.add(name);
    } else if (proposal.client !== name) {
      proposals.set(name, proposal);
    }
  }
  return [...new Set(names)].flatMap((name) => {
    const proposal = proposals.get(name);
    return proposal === undefined ? [] : [{ name, ...proposal }];
  });
}

/** Names that others may mean, found by what they have in common. */
class ClientNames {
  private readonly byKey = new Map<string, string>();
  private readonly byCore = new Map<string, string>();
  /** By the first letter of the core, which no one mistypes. */
  private readonly byLetter = new Map<string, { readonly words: readonly string[]; readonly name: string }[]>();

  constructor(
    known: readonly string[],
    private readonly mayBeNear: boolean,
  ) {
    known.forEach((name) => this.add(name));
  }

  add(name: string): void {
    const key = nameKey(name);
    const core = coreKey(name);
    this.byKey.set(key, this.byKey.get(key) ?? name);
    if (this.byCore.has(core)) {
      return;
    }
    this.byCore.set(core, name);
    if (!this.mayBeNear) {
      return;
    }
    const letter = core.charAt(0);
    const alike = this.byLetter.get(letter) ?? [];
    alike.push({ words: wordsOf(name), name });
    this.byLetter.set(letter, alike);
  }

  respelled(name: string): string | undefined {
    return this.byKey.get(nameKey(name));
  }

  like(name: string): Omit<MergeProposal, 'name'> | null {
    const respelled = this.respelled(name);
    if (respelled !== undefined) {
      return { client: respelled, reason: 'the same name but for case, width or spaces' };
    }
    const core = coreKey(name);
    const legal = this.byCore.get(core);
    if (legal !== undefined) {
      return { client: legal, reason: 'the same name but for its legal form or punctuation' };
    }
    const words = wordsOf(name);
    const near = this.mayBeNear
      ? this.byLetter.get(core.charAt(0))?.find((other) => isNearMiss(words, other.words))
      : undefined;
    return near === undefined ? null : { client: near.name, reason: 'nearly the same letters: look closely' };
  }
}

/** Renames clients as agreed and adds up, exactly, what then belongs together; in the order of the summary's groups. */
export function mergeClients(groups: readonly BilledSum[], accepted: readonly MergeProposal[]): readonly BilledSum[] {
  if (accepted.length === 0) {
    return groups;
  }
  const clients = new Map(accepted.map(({ name, client }) => [name, client]));
  const met = new Set([...clients].flat());
  const merged = new Map<string, { group: BilledSum; rows: number; sum: ExactSum; quantity: ExactSum }>();
  for (const group of groups) {
    if (!met.has(group.client)) {
      continue;
    }
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
  const added = [...merged.values()].map(({ group, rows, sum, quantity }) => ({
    ...group,
    rows,
    amount: exactText(sum),
    ...usageWith(group, quantity),
  }));
  return [...groups.filter(({ client }) => !met.has(client)), ...added].sort(compareGroups);
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

function wordsOf(name: string): string[] {
  return nameCore(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The shortest word in which letters may be exchanged or doubled, in which one may differ, and in which two. */
const SLIP = 7;
const ONE_LETTER = 9;
const TWO_LETTERS = 14;

/**
 * All words are the same but one, which is long and mistyped: words in common make no name near, however long they are, and another
 * letter in a short one is most often another company. Another number is another client ("Contoso 1", "Contoso 2").
 */
function isNearMiss(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((word, index) => word !== b[index]);
  if (a.length !== b.length || a.some((one, index) => index !== at && one !== b[index])) {
    return false;
  }
  const [word = '', other = ''] = [a[at], b[at]];
  const shorter = Math.min(word.length, other.length);
  if (shorter < SLIP || word.charAt(0) !== other.charAt(0) || word.replace(/\D/g, '') !== other.replace(/\D/g, '')) {
    return false;
  }
  const tolerance = shorter < ONE_LETTER ? 0 : shorter < TWO_LETTERS ? 1 : 2;
  return (
    isSlip(word, other) || (Math.abs(word.length - other.length) <= tolerance && distance(word, other) <= tolerance)
  );
}

/** Two neighbours were exchanged, or a letter is there twice: what fingers do, and names seldom differ in. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  const [before, letter, after] = [long.slice(0, at), long.charAt(at), long.slice(at + 1)];
  return short.length === long.length
    ? before + after.charAt(0) + letter + after.slice(1) === short
    : before.endsWith(letter) && before + after === short;
}
