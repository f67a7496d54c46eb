import type { JSX } from 'preact';
import { ROLES, type Mapping, type Role, type RoleSource } from '../../bills/mapping/mapping';
import { Button } from '../controls/button';
import type { BillDraft, DraftChange } from './bill-draft';
import type { ImportTable } from '../contract/import-services';
import { LedgerFields } from './ledger-fields';
import { MappingTextField } from './mapping-text-field';
import { NumberFields } from './number-fields';
import { RoleField } from './role-field';
import { Step } from './step';
import { UsageFields } from './usage-fields';

interface ColumnsStepProps {
  table: ImportTable;
  draft: BillDraft;
  onChange(change: DraftChange): void;
}

/** Which column stands for what. */
export function ColumnsStep({ table, draft, onChange }: ColumnsStepProps): JSX.Element {
  const { mapping } = draft;
  return (
    <Step title="Columns">
      {table.remembered && (
        <Remembered
          remembered={table.remembered}
          recognised={table.recognition.mapping}
          mapping={mapping}
          onChange={onChange}
        />
      )}
      {ROLES.map((role) => (
        <RoleField
          key={role}
          role={role}
          source={mapping.roles[role]}
          table={table}
          onSource={(source) => chooseSource(role, source, table, onChange)}
        />
      ))}
      <LedgerFields table={table} mapping={mapping} onChange={onChange} />
      <UsageFields table={table} mapping={mapping} onChange={onChange} />
      <NumberFields mapping={mapping} onChange={onChange} />
      <MappingTextField
        mapping={mapping}
        columns={table.columns}
        onMapping={(typed) => onChange({ kind: 'mapping', mapping: typed })}
      />
    </Step>
  );
}

/** An amount may have a currency of its own (`costInUsd`), which comes with it. */
function chooseSource(
  role: Role,
  source: RoleSource,
  { recognition }: ImportTable,
  onChange: (change: DraftChange) => void,
): void {
  onChange({ kind: 'role', role, source });
  const chosen =
    role === 'amount' && source.kind === 'columns'
      ? recognition.amounts.find(({ column }) => column === source.columns[0])
      : undefined;
  const usual = recognition.mapping.roles.currency;
  if (chosen !== undefined) {
    onChange({ kind: 'role', role: 'currency', source: chosen.currency ?? usual });
  }
}

interface RememberedProps {
  remembered: Mapping;
  recognised: Mapping;
  mapping: Mapping;
  onChange(change: DraftChange): void;
}

/** Says that an earlier file decided the columns, and leads from that to the recognition's and back. */
function Remembered({ remembered, recognised, mapping, onChange }: RememberedProps): JSX.Element {
  const isRemembered = mapping === remembered;
  return (
    <p class="hint">
      {isRemembered
        ? 'As remembered from an earlier file with these columns.'
        : mapping === recognised
          ? 'As recognised.'
          : 'As you changed it.'}{' '}
      <Button
        look="link"
        onClick={() => onChange({ kind: 'mapping', mapping: isRemembered ? recognised : remembered })}
      >
        {isRemembered ? 'Use what was recognised' : 'Use what is remembered'}
      </Button>
    </p>
  );
}
