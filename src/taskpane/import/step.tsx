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
