import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { unwatchedHint, unwatchedTitle } from '../contract/phrases';
import { watchTables } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';
import { oneAtATime } from './one-at-a-time';

interface UnwatchedProps {
  pane: PaneContext;
  /** Whether it is on the screen: only then it is looked for. */
  shown: boolean;
}

/** Tables of whose changes Excel does not tell, and what to do about it. */
export function Unwatched({ pane, shown }: UnwatchedProps): JSX.Element | null {
  const { services, snapshot, busy, run } = pane;
  const [tables, setTables] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    let isLatest = true;
    const look = oneAtATime(async () => {
      try {
        const unwatched = isLatest ? await services.unwatchedTables() : [];
        if (isLatest) {
          setTables(unwatched);
        }
      } catch (failure) {
        // What the tables lack is told by the snapshot; this is a hint beside it.
        console.error('AI Spend could not look at its watch cells.', failure);
      }
    });
    look();
    // The user may have cleared such a cell, which changes no table.
    const stop = services.onSelection(look);
    return () => {
      isLatest = false;
      stop();
    };
  }, [services, snapshot, busy, shown]);
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
