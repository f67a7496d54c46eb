import type { JSX } from 'preact';
import { USAGE_ROLES, type Mapping, type RoleSource, type UsageRole } from '../../bills/mapping/mapping';
import type { BillSummary } from '../../bills/sums/bill-summary';
import type { ImportTable } from '../contract/import-services';
import { Section } from '../controls/section';
import type { DraftChange } from './bill-draft';
import { keepEffect, USAGE_NAMES } from './import-phrases';
import { CheckField, FieldRow } from './step';

interface UsageFieldsProps {
  table: ImportTable;
  mapping: Mapping;
  onChange(change: DraftChange): void;
}

const NONE = '';

/** Where quantities, units, models and teams come from, if they are kept. */
export function UsageFields({ table, mapping, onChange }: UsageFieldsProps): JSX.Element | null {
  const { usage = {}, keepsUsage } = mapping;
  if (keepsUsage !== true) {
    return null;
  }
  const extent = USAGE_ROLES.filter((role) => usage[role] !== undefined).map((role) => USAGE_NAMES[role].toLowerCase());
  return (
    <Section title="Quantities, models and teams" extent={extent.length === 0 ? 'none' : extent.join(', ')}>
      {USAGE_ROLES.map((role) => (
        <UsageField key={role} role={role} table={table} source={usage[role]} onChange={onChange} />
      ))}
    </Section>
  );
}

interface UsageFieldProps {
  role: UsageRole;
  table: ImportTable;
  source: RoleSource | undefined;
  onChange(change: DraftChange): void;
}

/** One list: nothing, what is chosen or proposed, or a column. */
function UsageField({ role, table: { columns, recognition }, source, onChange }: UsageFieldProps): JSX.Element {
  const id = `import-${role}`;
  const offered = [source, recognition.mapping.usage?.[role]].flatMap((one) => (one === undefined ? [] : [one]));
  const options = new Map(
    [...offered, ...columns.map((column): RoleSource => ({ kind: 'columns', columns: [column] }))].map((one) => [
      JSON.stringify(one),
      one,
    ]),
  );
  return (
    <FieldRow id={id} label={USAGE_NAMES[role]}>
      <select
        id={id}
        value={source === undefined ? NONE : JSON.stringify(source)}
        onChange={({ currentTarget: { value } }) => onChange({ kind: 'usage', role, source: options.get(value) })}
      >
        <option value={NONE}>none</option>
        {[...options].map(([value, one]) => (
          <option key={value} value={value}>
            {sourceText(one)}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}

/** `ConsumedUnit`, `prompt_tokens, completion_tokens`, `SkuPriceDetails: ModelId`, `“tokens” for every row`. */
function sourceText(source: RoleSource): string {
  switch (source.kind) {
    case 'columns':
      return source.columns.map((column) => column || '(no name)').join(', ');
    case 'tag':
      return `${source.column}: ${source.tag}`;
    case 'fixed':
      return source.text === '' ? 'nothing' : `“${source.text}” for every row`;
  }
}

interface KeepUsageProps {
  usage: BillSummary['usage'];
  mapping: Mapping;
  onChange(change: DraftChange): void;
}

/** Whether what the bill tells beside its amounts is kept, and how many rows that makes; nothing if it tells none. */
export function KeepUsage({ usage, mapping, onChange }: KeepUsageProps): JSX.Element | null {
  if (usage === undefined) {
    return null;
  }
  return (
    <div>
      <CheckField
        checked={mapping.keepsUsage === true}
        describedBy="import-usage-hint"
        onCheck={(keepsUsage) => onChange({ kind: 'reading', part: { keepsUsage } })}
      >
        Keep quantities, models and teams
      </CheckField>
      <p class="hint under-choice" id="import-usage-hint">
        {keepEffect(usage)}
      </p>
    </div>
  );
}
