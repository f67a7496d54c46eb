import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TextReading } from '../../formats/file/text-table';
import { MessageBar } from '../controls/message-bar';
import type { DraftChange } from './bill-draft';
import { FieldRow } from './field-row';
import { billLine } from './import-phrases';
import type { ImportPreview, ImportTable } from './import-services';
import type { BillState } from './state/import-state';
import { Step } from './step';
import { TextReadingFields } from './text-reading';

interface WhatItIsProps {
  state: BillState;
  table: ImportTable;
  preview: ImportPreview | null;
  onChange(change: DraftChange): void;
  onReading(reading: TextReading): void;
}

/** What the file was recognised as, what it warns of, and how it was read. */
export function WhatItIs({ state, table, preview, onChange, onReading }: WhatItIsProps): JSX.Element {
  const { bill, draft, rereading, failure } = state;
  const line = useMemo(() => billLine(table.recognition.format, preview), [table, preview]);
  return (
    <Step title="What it is">
      <p role="status">{line}</p>
      {bill.notices.map((notice) => (
        <MessageBar key={notice} tone="warning">
          {notice}
        </MessageBar>
      ))}
      {bill.tables.length > 1 && (
        <FieldRow id="import-sheet" label="Sheet">
          <select
            id="import-sheet"
            value={draft.table}
            onChange={(event) => {
              const position = Number(event.currentTarget.value);
              const chosen = bill.tables[position];
              if (chosen) {
                onChange({ kind: 'table', table: position, mapping: chosen.remembered ?? chosen.recognition.mapping });
              }
            }}
          >
            {bill.tables.map(({ name }, position) => (
              <option key={position} value={position}>
                {name}
              </option>
            ))}
          </select>
        </FieldRow>
      )}
      {bill.reading && (
        <TextReadingFields reading={bill.reading} rereading={rereading} failure={failure} onReading={onReading} />
      )}
    </Step>
  );
}
