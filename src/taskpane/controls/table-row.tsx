import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import type { ExplainedRow } from '../contract/services';
import { goTo } from '../contract/tasks';
import { Badge } from './badge';
import { Button } from './button';

interface TableRowProps {
  pane: PaneContext;
  row: ExplainedRow;
  /** The user goes to the row. */
  onLeave?: (() => void) | undefined;
}

/** What a row of a table says, why it does not count, and the way to it. */
export function TableRow({ pane, row, onLeave }: TableRowProps): JSX.Element {
  const { table, month, client, service, amount, basis, source, note, reason } = row;
  const go = (): void => {
    onLeave?.();
    pane.run(goTo(pane.services, table, row.row));
  };
  return (
    <>
      <span class="explained-row-lead">
        <span class="client-name">{service === '' ? client : `${client}, ${service}`}</span>
        <span>{amount === '' ? 'no amount' : amount}</span>
      </span>
      <span class="explained-row-lead hint">
        <span>
          {month} {basis !== '' && <Badge look={basis === 'billed' ? 'tint' : 'outline'}>{basis}</Badge>}
        </span>
        <Button look="link" label={`${table} row ${row.row}, go to it`} onClick={go}>
          {`${table} row ${row.row}`}
        </Button>
      </span>
      {reason !== '' && <span class="explained-row-reason">Not counted: {reason}</span>}
      {source !== '' && <span class="hint">{source}</span>}
      {note !== '' && <span class="hint">{note}</span>}
    </>
  );
}
