/** The state of a list that opens below a field: which option the keys are at, -1 for none. */
export interface ListPosition {
  readonly open: boolean;
  readonly active: number;
}

/**
 * Where a key leads, as the WAI-ARIA combobox pattern has it: `choose` takes the active option. Null for keys that are
 * the field's own.
 */
export function comboboxKey(
  key: string,
  { open, active }: ListPosition,
  count: number,
): ListPosition | 'choose' | null {
  const closed: ListPosition = { open: false, active: -1 };
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? null : { open: true, active: open ? (active + 1) % count : 0 };
    case 'ArrowUp':
      return count === 0 ? null : { open: true, active: open && active > 0 ? active - 1 : count - 1 };
    case 'Enter':
      return open && active >= 0 ? 'choose' : open ? closed : null;
    case 'Escape':
      return open ? closed : null;
    default:
      return null;
  }
}
