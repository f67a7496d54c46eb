import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon';

interface SectionProps {
  title: string;
  /** A few words beside the title: how much is inside. */
  extent?: string | undefined;
  /** Whether it is open at first. */
  open?: boolean;
  /** To be called when the user opens or closes it. */
  onToggle?: ((isOpen: boolean) => void) | undefined;
  children: ComponentChildren;
}

/** A part of a view that the user opens when she wants it. */
export function Section({ title, extent, open = false, onToggle, children }: SectionProps): JSX.Element {
  return (
    <details class="section" open={open} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <h2>{title}</h2>
        {extent && <span class="extent">{extent}</span>}
      </summary>
      <div class="section-body">{children}</div>
    </details>
  );
}
