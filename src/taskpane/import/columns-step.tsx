import type { JSX } from 'preact';
import { ROLES, type Mapping } from '../../data/bills/mapping';
import { Button } from '../controls/button';
import type { BillDraft, DraftChange } from './bill-draft';
import type { ImportTable } from './import-services';
import { NumberFields } from './number-fields';
import { RoleField } from './role-field';
import { Step } from './step';

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
      {table.remembered && <Remembered remembered={table.remembered} recognised={table.recognition.mapping} mapping={mapping} onChange={onChange} />}
      {ROLES.map((role) => (
        <RoleField key={role} role={role} source={mapping.roles[role]} table={table} onSource={(source) => onChange({ kind: 'role', role, source })} />
      ))}
      <NumberFields mapping={mapping} onChange={onChange} />
    </Step>
  );
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
      {isRemembered ? 'As remembered from an earlier file with these columns.' : mapping === recognised ? 'As recognised.' : 'As you changed it.'}{' '}
      <Button look="link" onClick={() => onChange({ kind: 'mapping', mapping: isRemembered ? recognised : remembered })}>
        {isRemembered ? 'Use what was recognised' : 'Use what is remembered'}
      </Button>
    </p>
  );
}
