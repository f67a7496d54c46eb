import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import type { Mark, RowInDoubt } from '../contract/services';
import { markRow } from '../contract/tasks';
import { Button } from './button';
import { TableRow } from './table-row';

interface RowsInDoubtProps {
  pane: PaneContext;
  rows: readonly RowInDoubt[];
  /** The user goes to a row. */
  onLeave?: () => void;
  /** A row was marked with a button that goes away with the doubt: takes the focus on. */
  onSettled(): void;
}

const CURES: Readonly<Record<Mark, string>> = { superseded: 'Mark superseded', accepted: 'Accept' };

/** Rows that stand against one another, each with what it may be marked as. Nothing if there are none. */
export function RowsInDoubt({ pane, rows, onLeave, onSettled }: RowsInDoubtProps): JSX.Element | null {
  if (rows.length === 0) {
    return null;
  }
  const mark = (row: RowInDoubt, as: Mark): void => {
    const marking = markRow(pane.services, row, as);
    const work: typeof marking.work = async (...args) => {
      const message = await marking.work(...args);
      if (document.activeElement?.closest('.rows-in-doubt')) {
        onSettled();
      }
      return message;
    };
    pane.run({ ...marking, work });
  };
  return (
    <ul class="explained-rows rows-in-doubt" aria-label="Rows that stand against one another">
      {rows.map((row) => (
        <li key={`${row.table} ${row.row}`}>
          <TableRow pane={pane} row={row} onLeave={onLeave} />
          {row.marks.length > 0 && (
            <span class="row-cures">
              {row.marks.map((as) => (
                <Button
                  key={as}
                  label={`${CURES[as]}: ${row.table} row ${row.row}`}
                  disabled={pane.busy || pane.snapshot.readOnly}
                  onClick={() => mark(row, as)}
                >
                  {CURES[as]}
                </Button>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
