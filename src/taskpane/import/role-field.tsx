import type { JSX } from 'preact';
import type { Role, RoleSource } from '../../bills/mapping/mapping';
import { FieldRow } from './step';
import { ROLE_NAMES } from './import-phrases';
import type { ImportTable } from '../contract/import-services';
import {
  exampleOf,
  explanationOf,
  OPEN,
  optionValue,
  roleOptions,
  sourceOf,
  TAG,
  TEXT,
  type ColumnOption,
} from './role-sources';

interface RoleFieldProps {
  role: Role;
  source: RoleSource;
  table: ImportTable;
  onSource(source: RoleSource): void;
}

/** Roles that a name can be typed for if a row has none. */
const NAMED: ReadonlySet<Role> = new Set(['client', 'vendor', 'service']);

/** Where one role comes from: columns, a tag's value, or a text for all rows. */
export function RoleField({ role, source, table, onSource }: RoleFieldProps): JSX.Element {
  const options = roleOptions(role, table);
  const name = ROLE_NAMES[role];
  const id = `import-${role}`;
  return (
    <div class="role">
      <div class="field-row">
        <label for={id}>{name}</label>
        <select
          id={id}
          value={optionValue(source)}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onSource(sourceOf(event.currentTarget.value, options, table))}
        >
          {optionValue(source) === OPEN && <option value={OPEN}>Choose…</option>}
          {options.suggested.length > 0 && <Options label="Suggested" options={options.suggested} />}
          <Options label="Columns" options={withoutSuggested(options.columns, options.suggested)} />
          {(options.takesTag || options.takesText) && (
            <optgroup label="Other">
              {options.takesTag && <option value={TAG}>A tag…</option>}
              {options.takesText && <option value={TEXT}>A fixed text…</option>}
            </optgroup>
          )}
        </select>
      </div>
      {source.kind === 'tag' && <TagFields id={id} name={name} source={source} table={table} onSource={onSource} />}
      {source.kind === 'fixed' && (
        <FieldRow id={`${id}-text`} label={`${name} text`} inner>
          <input
            id={`${id}-text`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={source.text}
            onInput={(event) => onSource({ kind: 'fixed', text: event.currentTarget.value })}
          />
        </FieldRow>
      )}
      {source.kind !== 'fixed' && NAMED.has(role) && source.otherwise !== undefined && (
        <FieldRow id={`${id}-otherwise`} label={`${name} where blank`} inner>
          <input
            id={`${id}-otherwise`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={source.otherwise}
            onInput={(event) => onSource({ ...source, otherwise: event.currentTarget.value })}
          />
        </FieldRow>
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint(role, source, table)}
      </p>
    </div>
  );
}

function Options({ label, options }: { label: string; options: readonly ColumnOption[] }): JSX.Element {
  return (
    <optgroup label={label}>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </optgroup>
  );
}

function withoutSuggested(columns: readonly ColumnOption[], suggested: readonly ColumnOption[]): ColumnOption[] {
  return columns.filter(({ value }) => suggested.every((option) => option.value !== value));
}

interface TagFieldsProps {
  id: string;
  name: string;
  source: Extract<RoleSource, { kind: 'tag' }>;
  table: ImportTable;
  onSource(source: RoleSource): void;
}

function TagFields({ id, name, source, table: { columns, recognition }, onSource }: TagFieldsProps): JSX.Element {
  const choices = [...new Set([...recognition.tagColumns, ...columns])];
  return (
    <>
      <FieldRow id={`${id}-tag-column`} label={`${name} tag column`} inner>
        <select
          id={`${id}-tag-column`}
          value={source.column}
          onChange={(event) => onSource({ ...source, column: event.currentTarget.value })}
        >
          {choices.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </select>
      </FieldRow>
      <FieldRow id={`${id}-tag`} label={`${name} tag`} inner>
        <input
          id={`${id}-tag`}
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          value={source.tag}
          onInput={(event) => onSource({ ...source, tag: event.currentTarget.value })}
        />
      </FieldRow>
    </>
  );
}

/** What is said of the choice: what it answers, and what stands there. */
function hint(role: Role, source: RoleSource, table: ImportTable): string {
  if (source.kind === 'fixed') {
    return role === 'service'
      ? 'The same for every row; it may be blank.'
      : `The same for every row${role === 'month' ? ', such as 2024-11' : ''}.`;
  }
  const example = exampleOf(source, table);
  const shown = example === null ? null : `“${shortened(example)}”`;
  if (source.kind === 'tag') {
    return `The value of one tag of each row.${shown === null ? '' : ` The column holds tags such as ${shown}.`}`;
  }
  const stands = shown === null ? null : `Such as ${shown}.`;
  return [explanationOf(role, source, table), stands].filter(Boolean).join(' ');
}

const EXAMPLE_CHARACTERS = 80;

function shortened(text: string): string {
  return text.length <= EXAMPLE_CHARACTERS ? text : `${text.slice(0, EXAMPLE_CHARACTERS)}…`;
}
