import type { ComponentChildren, JSX } from 'preact';

/** A word that classes the thing it stands beside. */
export function Badge({ look, children }: { look: 'outline' | 'tint'; children: ComponentChildren }): JSX.Element {
  return <span class={`badge ${look}`}>{children}</span>;
}
