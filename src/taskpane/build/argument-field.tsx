import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { Combobox } from '../controls/combobox';
import type { ParameterInfo } from '../contract/function-catalogue';
import type { PaneContext } from '../contract/pane-context';

interface ArgumentFieldProps {
  pane: PaneContext;
  parameter: ParameterInfo;
  text: string;
  suggestions: readonly string[];
  onText(text: string): void;
}

/** The field of one argument: with suggestions, a choice of words, or plain; each takes a cell or range as well. */
export function ArgumentField({ pane, parameter, text, suggestions, onText }: ArgumentFieldProps): JSX.Element {
  const { name, description, optional } = parameter;
  const id = `argument-${name}`;
  const takeSelection = async (): Promise<null> => {
    onText(`=${await pane.services.selectedAddress()}`);
    return null;
  };
  return (
    <div class="argument">
      <div class="argument-head">
        <label for={id}>
          {name} {!optional && <span class="hint">(required)</span>}
        </label>
        <Button
          look="link"
          label={`Use selection for ${name}`}
          disabled={pane.busy}
          onClick={() => pane.run({ doing: 'Reading the selection…', work: takeSelection })}
        >
          Use selection
        </Button>
      </div>
      <Control id={id} parameter={parameter} text={text} suggestions={suggestions} onText={onText} />
      <p class="hint" id={`${id}-hint`}>
        {description}
      </p>
    </div>
  );
}

type ControlProps = Omit<ArgumentFieldProps, 'pane'> & { id: string };

function Control({
  id,
  parameter: { name, control, choices, optional },
  text,
  suggestions,
  onText,
}: ControlProps): JSX.Element {
  // What was taken from the sheet stands in a field, if it can be seen and changed.
  if (control.kind === 'choice' && !text.startsWith('=')) {
    return (
      <select
        id={id}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        <option value="">default</option>
        {choices.map(({ value, meaning }) => (
          <option key={value} value={value}>
            {[value, meaning].filter(Boolean).join(': ')}
          </option>
        ))}
      </select>
    );
  }
  const options = control.kind === 'choice' ? choices.map(({ value }) => value) : suggestions;
  if (options.length > 0) {
    return (
      <Combobox
        id={id}
        label={`Suggestions for ${name}`}
        text={text}
        options={options}
        describedBy={`${id}-hint`}
        required={!optional}
        onText={onText}
      />
    );
  }
  return (
    <input
      id={id}
      type="text"
      inputMode={control.kind === 'number' ? 'decimal' : 'text'}
      aria-describedby={`${id}-hint`}
      aria-required={!optional}
      autocomplete="off"
      spellcheck={false}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
