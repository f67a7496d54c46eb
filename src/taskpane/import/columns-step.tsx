import type { JSX } from 'preact';
import { ROLES } from '../../data/bills/mapping';
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
      {table.remembered && (
        <p class="hint">
          {mapping === table.recognition.mapping ? 'As recognised.' : 'As remembered from an earlier file with these columns.'}{' '}
          {mapping === table.recognition.mapping ? (
            <Button look="link" onClick={() => onChange({ kind: 'mapping', mapping: table.remembered ?? mapping })}>
              Use what is remembered
            </Button>
          ) : (
            <Button look="link" onClick={() => onChange({ kind: 'mapping', mapping: table.recognition.mapping })}>
              Use what was recognised
            </Button>
          )}
        </p>
      )}
      {ROLES.map((role) => (
        <RoleField key={role} role={role} source={mapping.roles[role]} table={table} onSource={(source) => onChange({ kind: 'role', role, source })} />
      ))}
      <NumberFields mapping={mapping} onChange={onChange} />
    </Step>
  );
}
