import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { shownOtherwiseText, shownOtherwiseTitle } from '../contract/phrases';
import type { ShownOtherwise as Shown } from '../contract/snapshot';
import { goTo } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';
import { MoreButton, usePages } from '../controls/pages';
import { useAsked } from '../controls/waiting';

const NONE: readonly Shown[] = [];

interface ShownOtherwiseProps {
  pane: PaneContext;
  /** Whether it is on the screen: only then it is looked for. */
  shown: boolean;
}

/** Rows whose Spend is shown in another currency than the one in which it counts, such as `$25` typed into a row of EUR. */
export function ShownOtherwise({ pane, shown }: ShownOtherwiseProps): JSX.Element | null {
  const { services, snapshot } = pane;
  // A number format that is corrected changes no table: it is noticed when the tab is shown again, or with the next change.
  const { value, failure } = useAsked(shown, () => services.shownOtherwise(), [services, snapshot]);
  const rows = value ?? NONE;
  const pages = usePages(rows);
  useEffect(() => {
    if (failure !== null) {
      // What the tables lack is told by the snapshot; this is a hint beside it.
      console.error('AI Spend could not look at the number formats of Spend.', failure);
    }
  }, [failure]);
  return rows.length === 0 ? null : (
    <MessageBar tone="warning" title={shownOtherwiseTitle(rows.length)}>
      <ul aria-label="Rows shown in another currency">
        {pages.shown.map((row) => (
          <li key={row.row}>
            <Button
              look="link"
              label={`Row ${row.row}, go to it`}
              onClick={() => pane.run(goTo(services, 'AIClients', row.row))}
            >
              Row {row.row}
            </Button>{' '}
            {shownOtherwiseText(row)}
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun="rows" onMore={pages.showMore} />
    </MessageBar>
  );
}
