import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';
import type { PaneContext } from '../pane-context';
import type { TableName, TableState } from '../services';
import { goTo, loadReferenceData } from '../tasks';

interface TableTroubleProps {
  pane: PaneContext;
  name: TableName;
  table: Exclude<TableState, { kind: 'present' }>;
}

/** A table that is missing or cannot be read, where a view needs it: what is wrong and the way on. */
export function TableTrouble({ pane, name, table }: TableTroubleProps): JSX.Element {
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
