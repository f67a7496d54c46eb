import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { unwatchedHint, unwatchedTitle } from '../contract/phrases';
import { watchTables } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';

/** Tables of whose changes Excel does not tell, and what to do about it. */
export function Unwatched({ services, snapshot, busy, run }: PaneContext): JSX.Element | null {
  const [tables, setTables] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    services.unwatchedTables().then(
      (unwatched) => isShown && setTables(unwatched),
      // What the tables lack is told by the snapshot; this is a hint beside it.
      (failure: unknown) => console.error('AI Spend could not look at its watch cells.', failure),
    );
    return () => {
      isShown = false;
    };
  }, [services, snapshot, busy]);
  return tables.length === 0 ? null : (
    <MessageBar
      tone="warning"
      title={unwatchedTitle(tables)}
      actions={
        <Button look="link" disabled={busy || snapshot.readOnly} onClick={() => run(watchTables(services))}>
          Watch {tables.length === 1 ? 'the table' : 'the tables'}
        </Button>
      }
    >
      {unwatchedHint(tables)}
    </MessageBar>
  );
}
