import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encodingLabel, ENCODINGS } from '../../formats/encoding/encodings';
import type { TextReading } from '../../formats/file/text-table';
import type { PaneFailure } from '../contract/failure';
import type { ImportPreview, ImportTable } from '../contract/import-services';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { Section } from '../controls/section';
import type { DraftChange } from './bill-draft';
import { billLine, DELIMITER_CHARACTERS, delimiterName, textReading } from './import-phrases';
import type { BillState } from './import-state';
import { FieldRow, Step } from './step';

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
        <FieldRow id="import-sheet" label={bill.fileKind === 'csv' ? 'Table' : 'Sheet'}>
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
        <TextReadingFields
          reading={bill.reading}
          letters={table.letters}
          rereading={rereading}
          failure={failure}
          onReading={onReading}
        />
      )}
    </Step>
  );
}

interface TextReadingFieldsProps {
  reading: TextReading;
  letters: readonly string[];
  rereading: boolean;
  failure: PaneFailure | null;
  onReading(reading: TextReading): void;
}

/** Unicode is known by its form; any other encoding is the likeliest one. */
function isGuessed({ encoding }: TextReading): boolean {
  return !encoding.startsWith('utf-');
}

/** How the text of the file was read, for when its letters or its columns look wrong. */
function TextReadingFields({ reading, letters, rereading, failure, onReading }: TextReadingFieldsProps): JSX.Element {
  const known = ENCODINGS.map(({ name }) => name);
  const encodings = known.includes(reading.encoding) ? known : [reading.encoding, ...known];
  const delimiters = DELIMITER_CHARACTERS.includes(reading.delimiter)
    ? DELIMITER_CHARACTERS
    : [reading.delimiter, ...DELIMITER_CHARACTERS];
  return (
    <Section title="Text" extent={textReading(reading)} open={letters.length > 0 && isGuessed(reading)}>
      {letters.length > 0 && (
        <p class="hint">
          In this encoding it has {letters.map((text) => `“${text}”`).join(', ')}.
          {isGuessed(reading) && ' If that looks wrong, choose another one.'}
        </p>
      )}
      <FieldRow id="import-encoding" label="Encoding">
        <select
          id="import-encoding"
          value={reading.encoding}
          onChange={(event) => onReading({ ...reading, encoding: event.currentTarget.value })}
        >
          {encodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encodingLabel(encoding)}
            </option>
          ))}
        </select>
      </FieldRow>
      <FieldRow id="import-delimiter" label="Delimiter">
        <select
          id="import-delimiter"
          value={reading.delimiter}
          onChange={(event) => onReading({ ...reading, delimiter: event.currentTarget.value })}
        >
          {delimiters.map((delimiter) => (
            <option key={delimiter} value={delimiter}>
              {delimiterName(delimiter)}
            </option>
          ))}
        </select>
      </FieldRow>
      <div role="status">
        {rereading && <p class="hint">Reading the text again…</p>}
        {failure && <FailureBar failure={failure} />}
      </div>
    </Section>
  );
}
