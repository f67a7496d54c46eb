import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameKey } from '../../domain/ledger/name-key';
import type { PaneContext } from '../contract/pane-context';
import { count, number } from '../contract/phrases';
import type { ClientLine } from '../contract/snapshot';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { MoreButton, usePages } from '../controls/pages';
import { ClientRow } from './client-row';

/** The clients that a search finds, the first of them at once and more on demand. */
export function ClientList({ pane, clients }: { pane: PaneContext; clients: readonly ClientLine[] }): JSX.Element {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = matchingClients(clients, text);
  const pages = usePages(found);
  const all = found.length === clients.length;
  return (
    <>
      <SearchBox label="Search clients" text={text} onSearch={setText} />
      <p class="hint" role="status">
        {all ? count(clients.length, 'client') : `${number(found.length)} of ${count(clients.length, 'client')}`}
      </p>
      {found.length === 0 && (
        <div class="empty">
          <p>No client or vendor contains “{text.trim()}”.</p>
          <Button onClick={() => setText('')}>Show all clients</Button>
        </div>
      )}
      <ul class="clients" ref={pages.list} aria-label="Clients" hidden={found.length === 0}>
        {pages.shown.map((client, index) => (
          <ClientRow
            key={client.name}
            id={`client-${index}`}
            client={client}
            pane={pane}
            open={client.name === chosen}
            onToggle={() => setChosen(client.name === chosen ? null : client.name)}
          />
        ))}
      </ul>
      <MoreButton next={pages.next} noun="clients" onMore={pages.showMore} />
    </>
  );
}

/** The clients whose name or vendor contains the text, ignoring case, width and outer or repeated spaces. */
export function matchingClients(clients: readonly ClientLine[], text: string): readonly ClientLine[] {
  const key = nameKey(text);
  if (key === '') {
    return clients;
  }
  return clients.filter((client) => [client.name, ...client.vendors].some((name) => nameKey(name).includes(key)));
}

interface SearchBoxProps {
  label: string;
  text: string;
  onSearch(text: string): void;
}

/** A search field that answers while the user types; Escape and the browser's cross empty it. */
function SearchBox({ label, text, onSearch }: SearchBoxProps): JSX.Element {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
