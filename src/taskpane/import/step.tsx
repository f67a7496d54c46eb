import type { ComponentChildren, JSX } from 'preact';

interface StepProps {
  title: string;
  /** What goes on in it, for what drives the pane from outside. */
  state?: string;
  children: ComponentChildren;
}

/** One step of an import, under its heading. */
export function Step({ title, state, children }: StepProps): JSX.Element {
  return (
    <section class="import-step" aria-label={title} data-state={state}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface FieldRowProps {
  /** The id of the field in the page. */
  id: string;
  label: string;
  /** It says more about the field above it. */
  inner?: boolean;
  children: ComponentChildren;
}

/** A field beside its name. The name does not enclose the field: the entries of a list would become a part of it. */
export function FieldRow({ id, label, inner = false, children }: FieldRowProps): JSX.Element {
  return (
    <div class={inner ? 'field-row inner' : 'field-row'}>
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

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
  /** Null if nothing is chosen yet. */
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
