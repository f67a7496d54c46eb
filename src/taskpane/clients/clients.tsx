import type { JSX } from 'preact';
import type { TableName } from '../../domain/ledger/tables';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import type { TableState } from '../contract/snapshot';
import { goTo, loadReferenceData } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar, ReadOnlyNote } from '../controls/message-bar';
import { ClientList } from './client-list';

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
        <ClientList pane={pane} />
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

interface TableTroubleProps {
  pane: PaneContext;
  name: TableName;
  table: Exclude<TableState, { kind: 'present' }>;
}

/** A table that is missing or cannot be read, if a view needs it: what is wrong and the way on. */
function TableTrouble({ pane, name, table }: TableTroubleProps): JSX.Element {
  const { services, snapshot, busy, run } = pane;
  if (table.kind === 'broken') {
    return (
      <MessageBar
        tone="error"
        title={`${name} cannot be read.`}
        actions={<Button look="link" onClick={() => run(goTo(services, name, null))}>{`Go to ${name}`}</Button>}
      >
        {table.message}
      </MessageBar>
    );
  }
  return (
    <div class="empty">
      <p>This workbook has no table {name}.</p>
      <Button look="primary" disabled={busy || snapshot.readOnly} onClick={() => run(loadReferenceData(services))}>
        Load reference data
      </Button>
    </div>
  );
}
