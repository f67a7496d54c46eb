import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Filter } from '../../bills/mapping/mapping';
import type { ImportPreview, ImportTable } from '../contract/import-services';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import type { BillDraft, DraftChange } from './bill-draft';
import { aiEffect, aiRecognition } from './import-phrases';
import { CheckField, Step } from './step';

interface FilterStepProps {
  table: ImportTable;
  draft: BillDraft;
  preview: ImportPreview | null;
  onChange(change: DraftChange): void;
}

/** Which rows are wanted, and what that leaves out. */
export function FilterStep({ table, draft, preview, onChange }: FilterStepProps): JSX.Element {
  const { aiColumns, whollyAi = false } = table.recognition;
  const tellsAi = whollyAi || aiColumns.length > 0;
  const { onlyAi, filters } = draft.mapping;
  return (
    <Step title="Filter">
      <div>
        <CheckField
          checked={onlyAi}
          disabled={!tellsAi}
          describedBy="import-ai-hint"
          onCheck={(checked) => onChange({ kind: 'reading', part: { onlyAi: checked } })}
        >
          Only AI services
        </CheckField>
        <p class="hint under-choice" id="import-ai-hint">
          {aiRecognition(table.recognition)} {tellsAi && preview && aiEffect(preview, onlyAi)}
        </p>
      </div>
      <Filters
        columns={table.columns}
        filters={filters}
        onFilters={(next) => onChange({ kind: 'filters', filters: next })}
      />
    </Step>
  );
}

interface FiltersProps {
  columns: readonly string[];
  filters: readonly Filter[];
  onFilters(filters: readonly Filter[]): void;
}

/** Conditions on columns, all of which must hold. A new one takes the focus; one that goes gives it to the button that adds. */
// eslint-disable-next-line max-lines-per-function -- one form of fields, one after the other
function Filters({ columns, filters, onFilters }: FiltersProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLDivElement>(null);
  const focus = useRef<'last' | 'add' | null>(null);
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (focus.current === 'last') {
      list.current?.lastElementChild?.querySelector('select')?.focus();
    }
    if (focus.current === 'add') {
      add.current?.querySelector('button')?.focus();
    }
    focus.current = null;
  }, [filters.length]);
  const replace = (position: number, filter: Filter): void =>
    onFilters(filters.map((old, index) => (index === position ? filter : old)));
  return (
    <>
      <ul ref={list} class="filters" aria-label="Filters" hidden={filters.length === 0}>
        {filters.map((filter, index) => (
          <li key={index}>
            <select
              aria-label={`Filter ${index + 1}: column`}
              value={filter.column}
              onChange={(event) => replace(index, { ...filter, column: event.currentTarget.value })}
            >
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
            <Button
              look="quiet"
              label={`Remove filter ${index + 1}`}
              onClick={() => {
                focus.current = 'add';
                onFilters(filters.filter((_, position) => position !== index));
              }}
            >
              <Icon name="dismiss" />
            </Button>
            <label class="field-row">
              <span>contains</span>
              <input
                type="text"
                aria-label={`Filter ${index + 1}: contains`}
                autocomplete="off"
                spellcheck={false}
                value={filter.contains}
                onInput={(event) => replace(index, { ...filter, contains: event.currentTarget.value })}
              />
            </label>
          </li>
        ))}
      </ul>
      <div ref={add}>
        <Button
          onClick={() => {
            focus.current = 'last';
            onFilters([...filters, { column: columns[0] ?? '', contains: '' }]);
          }}
        >
          Add a filter
        </Button>
      </div>
    </>
  );
}
