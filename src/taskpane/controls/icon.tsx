import type { JSX } from 'preact';

/** The drawings, on a grid of 16 by 16, as lines. */
const DRAWINGS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2',
  chevron: 'M4 6l4 4 4-4',
  success: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.3 8.2l1.9 1.9 3.6-3.8',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.9v3.6M8 11v.1',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.5v3.6M8 5v.1',
  warning: 'M8 2.3 1.9 13.2h12.2L8 2.3ZM8 6.3v3.3M8 11.4v.1',
  absent: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.4 8h5.2',
  back: 'M13 8H3.5M7.5 4l-4 4 4 4',
  dismiss: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A small drawing beside a text that says the same; hidden from assistive technology. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
