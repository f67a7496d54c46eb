import type { ComponentChildren, JSX } from 'preact';

interface CheckFieldProps {
  checked: boolean;
  disabled?: boolean;
  /** The id of a text that says more. */
  describedBy?: string;
  onCheck(checked: boolean): void;
  children: ComponentChildren;
}

/** A box to tick, with its words. Disabled it stays focusable, so that its reason can be read. */
export function CheckField({
  checked,
  disabled = false,
  describedBy,
  onCheck,
  children,
}: CheckFieldProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={checked}
        aria-disabled={disabled}
        aria-describedby={describedBy}
        onClick={(event) => {
          if (disabled) {
            event.preventDefault();
          }
        }}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  /** What is asked. */
  legend: string;
  name: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  /** Null where nothing is chosen yet. */
  value: Value | null;
  onChoose(value: Value): void;
  children?: ComponentChildren;
}

/** A question with a few answers, none given beforehand. */
export function Choice<Value extends string>({
  legend,
  name,
  options,
  value,
  onChoose,
  children,
}: ChoiceProps<Value>): JSX.Element {
  return (
    <fieldset class="question">
      <legend>{legend}</legend>
      {children}
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
