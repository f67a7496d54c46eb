import type { ComponentChildren, JSX } from 'preact';

interface ButtonProps {
  look?: 'primary' | 'secondary' | 'quiet' | 'link';
  /** Does nothing for now, but keeps its place and the focus. */
  disabled?: boolean;
  /** The accessible name, if the visible text alone is not clear. Must contain the visible text. */
  label?: string;
  /** The id of a text that says more. */
  describedBy?: string | undefined;
  onClick(): void;
  children: ComponentChildren;
}

/**
 * A button. Disabled it stays focusable (`aria-disabled`): a button that is pressed with the keyboard and disabled
 * while it works must not lose the focus.
 */
export function Button({
  look = 'secondary',
  disabled = false,
  label,
  describedBy,
  onClick,
  children,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) {
          onClick();
        }
      }}
    >
      {children}
    </button>
  );
}
