import type { ComponentChildren, JSX } from 'preact';

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
