import type { JSX } from 'preact';
import { ENCODINGS } from '../../formats/encoding/encodings';
import { FieldRow } from './step';

interface AnotherEncodingProps {
  files: readonly File[];
  onEncoding(files: readonly File[], encoding: string): void;
}

/** A file that was refused may be text in an encoding that was not found: the choice stays where the refusal is. */
export function AnotherEncoding({ files, onEncoding }: AnotherEncodingProps): JSX.Element {
  return (
    <FieldRow id="import-refused-encoding" label="Read it as text in">
      <select
        id="import-refused-encoding"
        value=""
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') {
            onEncoding(files, value);
          }
        }}
      >
        <option value="">Choose an encoding…</option>
        {ENCODINGS.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}
