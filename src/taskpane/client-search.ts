import { nameKey } from '../domain/ledger/name-key';
import type { ClientLine } from './services';

/** The clients whose name or vendor contains the text, ignoring case, width and outer or repeated spaces. */
export function matchingClients(clients: readonly ClientLine[], text: string): readonly ClientLine[] {
  const key = nameKey(text);
  if (key === '') {
    return clients;
  }
  return clients.filter((client) => [client.name, ...client.vendors].some((name) => nameKey(name).includes(key)));
}
