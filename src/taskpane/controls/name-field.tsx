import type { JSX } from 'preact';
import { Combobox } from './combobox';

interface NameFieldProps {
  id: string;
  label: string;
  hint: string;
  text: string;
  options: readonly string[];
  required?: boolean;
  onText(text: string): void;
}

/** A name that is typed or taken from those on record, with a hint below. */
export function NameField({ id, label, hint, text, options, required = false, onText }: NameFieldProps): JSX.Element {
  return (
    <div class="argument">
      <label for={id}>{label}</label>
      <Combobox
        id={id}
        label={`Suggestions for ${label}`}
        text={text}
        options={options}
        describedBy={`${id}-hint`}
        required={required}
        onText={onText}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
