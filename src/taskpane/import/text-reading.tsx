import type { JSX } from 'preact';
import { encodingLabel, ENCODINGS } from '../../formats/encoding/encodings';
import type { TextReading } from '../../formats/file/text-table';
import { FailureBar } from '../controls/failure-bar';
import { Section } from '../controls/section';
import type { PaneFailure } from '../services';
import { FieldRow } from './field-row';
import { DELIMITER_CHARACTERS, delimiterName, textReading } from './import-phrases';

interface TextReadingFieldsProps {
  reading: TextReading;
  rereading: boolean;
  failure: PaneFailure | null;
  onReading(reading: TextReading): void;
}

/** How the text of the file was read, for when its letters or its columns look wrong. */
export function TextReadingFields({ reading, rereading, failure, onReading }: TextReadingFieldsProps): JSX.Element {
  const known = ENCODINGS.map(({ name }) => name);
  const encodings = known.includes(reading.encoding) ? known : [reading.encoding, ...known];
  const delimiters = DELIMITER_CHARACTERS.includes(reading.delimiter)
    ? DELIMITER_CHARACTERS
    : [reading.delimiter, ...DELIMITER_CHARACTERS];
  return (
    <Section title="Text" extent={textReading(reading)}>
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
