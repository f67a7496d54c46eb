import type { ComponentChildren, JSX } from 'preact';

/** One step of an import, under its heading. */
export function Step({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="import-step" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
