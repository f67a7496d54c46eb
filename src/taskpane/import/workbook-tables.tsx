import type { JSX } from 'preact';
import type { ImportServices, UserTable } from '../contract/import-services';
import { count } from '../contract/phrases';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import { Section } from '../controls/section';
import { useLate, useOnce } from '../controls/waiting';

interface WorkbookTablesProps {
  imports: ImportServices;
  onTable(table: UserTable): void;
}

/** Tables and sheets that are in the workbook already and could be a bill. */
export function WorkbookTables({ imports, onTable }: WorkbookTablesProps): JSX.Element {
  const tables = useOnce(() => imports.workbookTables());
  return (
    <Section title="Use a table of this workbook" {...(tables.value && { extent: String(tables.value.length) })}>
      {tables.failure ? (
        <FailureBar
          failure={tables.failure}
          actions={
            <Button look="link" onClick={tables.askAgain}>
              Try again
            </Button>
          }
        />
      ) : (
        <Tables tables={tables.value} onTable={onTable} />
      )}
    </Section>
  );
}

function Tables({
  tables,
  onTable,
}: {
  tables: readonly UserTable[] | null;
  onTable(table: UserTable): void;
}): JSX.Element {
  const late = useLate(tables === null);
  if (tables === null) {
    return <p class="hint">{late && 'Reading the workbook…'}</p>;
  }
  if (tables.length === 0) {
    return <p class="hint">This workbook has no other table or sheet with data.</p>;
  }
  return (
    <ul class="workbook-tables" aria-label="Tables of this workbook">
      {tables.map((table) => (
        <li key={table.name}>
          <span>
            {table.name} <span class="hint">{count(table.rows, 'row')}</span>
          </span>
          <Button label={`Use ${table.name}`} onClick={() => onTable(table)}>
            Use
          </Button>
        </li>
      ))}
    </ul>
  );
}
