import type { JSX } from 'preact';
import { Badge } from '../controls/badge';
import { Button } from '../controls/button';
import { MoreButton } from '../controls/more-button';
import type { PaneContext } from '../pane-context';
import type { Explanation } from '../services';
import { usePages } from '../state/use-pages';
import { goTo } from '../tasks';

interface ExplainedRowsProps {
  label: string;
  pane: PaneContext;
  rows: Explanation['rows'];
  onLeave(): void;
}

/** Rows of the tables with what they say, and why one does not count; each can be gone to. */
export function ExplainedRows({ label, pane, rows, onLeave }: ExplainedRowsProps): JSX.Element {
  const pages = usePages(rows);
  return (
    <>
      <ul class="explained-rows" ref={pages.list} aria-label={label}>
        {pages.shown.map(({ table, row, month, client, amount, basis, source, note, reason }) => {
          const go = (): void => {
            onLeave();
            pane.run(goTo(pane.services, table, row));
          };
          return (
            <li key={`${table} ${row}`}>
              <span class="explained-row-lead">
                <span class="client-name">{client}</span>
                <span>{amount === '' ? 'no amount' : amount}</span>
              </span>
              <span class="explained-row-lead hint">
                <span>
                  {month} {basis !== '' && <Badge look={basis === 'billed' ? 'tint' : 'outline'}>{basis}</Badge>}
                </span>
                <Button look="link" label={`${table} row ${row}, go to it`} onClick={go}>
                  {`${table} row ${row}`}
                </Button>
              </span>
              {reason !== '' && <span class="explained-row-reason">Not counted: {reason}</span>}
              {source !== '' && <span class="hint">{source}</span>}
              {note !== '' && <span class="hint">{note}</span>}
            </li>
          );
        })}
      </ul>
      <MoreButton next={pages.next} noun="rows" onMore={pages.showMore} />
    </>
  );
}
