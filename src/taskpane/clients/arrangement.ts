import { nameKey } from '../../domain/ledger/name-key';
import { compareNaturally } from '../../formats/file/natural-order';
import { count } from '../contract/phrases';
import { CLIENT_KINDS, type ClientGroup, type ClientKind, type ClientLine, type Snapshot } from '../contract/snapshot';

/** By what clients are put in order. */
export type Order = 'spend' | 'name';

/** What clients of a kind are called above their list. */
export const KIND_TITLES: Readonly<Record<ClientKind, string>> = {
  own: 'Own bills',
  both: 'Bills and claims together',
  market: 'Claims of the market',
};

/** The clients of a snapshot in one group for each kind, for bills and claims are never one total. */
export function ungrouped({ clients, totals }: Snapshot): ClientGroup[] {
  return CLIENT_KINDS.map((kind) => ({
    name: '',
    kind,
    clients: clients.filter((client) => client.kind === kind),
    totals: totals[kind],
  })).filter((group) => group.clients.length > 0);
}

/** What stands before the total of clients, with how many of them have no figure that could be in it. */
export function totalTitle(clients: readonly ClientLine[]): string {
  const missing = clients.filter(({ hasFigure }) => !hasFigure).length;
  return `Latest months together${missing === 0 ? '' : `, without ${count(missing, 'client')} that ${missing === 1 ? 'has' : 'have'} no figure`}`;
}

/** The largest first, and those without a figure last; or by name. */
export function inOrder(clients: readonly ClientLine[], order: Order): ClientLine[] {
  const byName = (a: ClientLine, b: ClientLine): number => compareNaturally(a.name, b.name);
  const bySize = (a: ClientLine, b: ClientLine): number =>
    a.size === null || b.size === null ? Number(a.size === null) - Number(b.size === null) : b.size - a.size;
  return [...clients].sort((a, b) => (order === 'spend' ? bySize(a, b) : 0) || byName(a, b));
}

/** The clients whose name or vendor contains the text, ignoring case, width and outer or repeated spaces. */
export function matchingClients(clients: readonly ClientLine[], text: string): readonly ClientLine[] {
  const key = nameKey(text);
  if (key === '') {
    return clients;
  }
  return clients.filter((client) => [client.name, ...client.vendors].some((name) => nameKey(name).includes(key)));
}
