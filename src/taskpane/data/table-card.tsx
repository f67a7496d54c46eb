import type { JSX } from 'preact';
import type { TableName } from '../../domain/ledger/tables';
import type { PaneContext } from '../contract/pane-context';
import { count, tableContents } from '../contract/phrases';
import type { TableState, UnusableRow } from '../contract/snapshot';
import { goTo } from '../contract/tasks';
import { Button } from '../controls/button';
import { Icon, type IconName } from '../controls/icon';
import { MoreButton, usePages } from '../controls/pages';

interface TableCardProps {
  pane: PaneContext;
  name: TableName;
  table: TableState;
}

/** One table: whether it is well, what it holds, and the rows that cannot be used. */
export function TableCard({ pane, name, table }: TableCardProps): JSX.Element {
  return (
    <li class="table">
      <Icon name={stateIcon(table)} />
      <div>
        <b>{name}</b>
        <span class={table.kind === 'broken' ? 'table-state bad' : 'table-state'}>{stateText(name, table)}</span>
      </div>
      {table.kind !== 'missing' && (
        <Button look="link" label={`Go to ${name}`} onClick={() => pane.run(goTo(pane.services, name, null))}>
          Go to
        </Button>
      )}
      {table.kind === 'present' && table.problems.length > 0 && (
        <Problems pane={pane} name={name} problems={table.problems} />
      )}
    </li>
  );
}

function stateIcon(table: TableState): IconName {
  if (table.kind === 'missing') {
    return 'absent';
  }
  if (table.kind === 'broken') {
    return 'error';
  }
  return table.problems.length > 0 ? 'warning' : 'success';
}

/** What to do for a table that the reference data does not make. */
const TO_HAVE: Partial<Record<TableName, string>> = {
  AIRevenue: 'Make it if you know what a vendor earns with AI.',
  AIBudgets: 'New budget… makes it, to hold budgets against the spend.',
  AIPrices: 'Load model prices to add it.',
};

function stateText(name: TableName, table: TableState): string {
  if (table.kind === 'missing') {
    return `Not in this workbook. ${TO_HAVE[name] ?? 'Load reference data to add it.'}`;
  }
  if (table.kind === 'broken') {
    return table.message;
  }
  return tableContents(table);
}

interface ProblemsProps {
  pane: PaneContext;
  name: TableName;
  problems: readonly UnusableRow[];
}

function Problems({ pane, name, problems }: ProblemsProps): JSX.Element {
  const pages = usePages(problems);
  return (
    <div class="problems">
      <p>{count(problems.length, 'row')} cannot be used:</p>
      <ul ref={pages.list} aria-label={`Rows of ${name} that cannot be used`}>
        {pages.shown.map(({ row, message }) => (
          <li key={row}>
            <Button look="link" label={`Row ${row}, go to it`} onClick={() => pane.run(goTo(pane.services, name, row))}>
              Row {row}
            </Button>{' '}
            {message}
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun="rows" onMore={pages.showMore} />
    </div>
  );
}
