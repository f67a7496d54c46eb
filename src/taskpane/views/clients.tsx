import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { matchingClients } from '../client-search';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';
import { MoreButton } from '../controls/more-button';
import { SearchBox } from '../controls/search-box';
import type { PaneContext } from '../pane-context';
import { count, number } from '../phrases';
import type { ClientLine } from '../services';
import { usePages } from '../state/use-pages';
import { loadReferenceData } from '../tasks';
import { ClientRow } from './client-row';
import { ReadOnlyNote } from './read-only-note';
import { TableTrouble } from './table-trouble';

/** The clients on record: find one, read its latest figures, insert a formula. */
export function Clients(pane: PaneContext): JSX.Element {
  const { snapshot, services, busy, run } = pane;
  const table = snapshot.tables.AIClients;
  if (table.kind !== 'present') {
    return <TableTrouble pane={pane} name="AIClients" table={table} />;
  }
  return (
    <>
      {snapshot.readOnly && <ReadOnlyNote />}
      {table.problems.length > 0 && (
        <MessageBar
          tone="warning"
          title={`${count(table.problems.length, 'row')} of AIClients cannot be used.`}
          actions={
            <Button look="link" onClick={() => pane.show('data')}>
              Show the rows
            </Button>
          }
        />
      )}
      {snapshot.clients.length > 0 ? (
        <ClientList pane={pane} clients={snapshot.clients} />
      ) : (
        <div class="empty">
          <p>AIClients has no client yet. Type one into the table, or load the published figures.</p>
          <Button look="primary" disabled={busy || snapshot.readOnly} onClick={() => run(loadReferenceData(services))}>
            Load reference data
          </Button>
        </div>
      )}
    </>
  );
}

function ClientList({ pane, clients }: { pane: PaneContext; clients: readonly ClientLine[] }): JSX.Element {
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
