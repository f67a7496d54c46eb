import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nameKey } from '../../domain/ledger/name-key';
import { Icon } from './icon';

/** So many options are listed at most: who does not see hers goes on typing. */
const MOST_OPTIONS = 50;
const CLOSED: ListPosition = { open: false, active: -1 };

interface ComboboxProps {
  /** The field's id in the page. */
  id: string;
  /** The accessible name of the list. */
  label: string;
  text: string;
  options: readonly string[];
  describedBy: string;
  required: boolean;
  onText(text: string): void;
}

/** A field for any text, with a list of suggestions that the text searches: the WAI-ARIA combobox pattern. */
// eslint-disable-next-line max-lines-per-function -- one control: its keys, its list and its field belong together
export function Combobox({ id, label, text, options, describedBy, required, onText }: ComboboxProps): JSX.Element {
  const [position, setPosition] = useState<ListPosition>(CLOSED);
  const list = useRef<HTMLUListElement>(null);
  const found = suggestions(options, text);
  const open = position.open && found.length > 0;

  useEffect(() => {
    list.current?.children[position.active]?.scrollIntoView({ block: 'nearest' });
  }, [position.active]);

  const choose = (option: string): void => {
    onText(option);
    setPosition(CLOSED);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const next = comboboxKey(event.key, { open, active: position.active }, found.length);
    if (next === null) {
      return;
    }
    event.preventDefault();
    const active = found[position.active];
    if (next !== 'choose') {
      setPosition(next);
    } else if (active !== undefined) {
      choose(active);
    }
  };

  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && position.active >= 0 ? `${id}-${position.active}` : undefined}
        aria-describedby={describedBy}
        aria-required={required}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          onText(event.currentTarget.value);
          setPosition({ open: true, active: -1 });
        }}
        onClick={() => setPosition({ open: !open, active: -1 })}
        onBlur={() => setPosition(CLOSED)}
        onKeyDown={onKeyDown}
      />
      <Icon name="chevron" />
      <ul ref={list} class="options" role="listbox" id={`${id}-list`} aria-label={label} hidden={!open}>
        {open &&
          found.map((option, index) => (
            <li
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === position.active}
              // The field keeps the focus, so that the list is not closed before the click arrives.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** The options that contain the text; all of them if it is one already. */
function suggestions(options: readonly string[], text: string): readonly string[] {
  const key = nameKey(text);
  const isOption = options.some((option) => nameKey(option) === key);
  const found = key === '' || isOption ? options : options.filter((option) => nameKey(option).includes(key));
  return found.slice(0, MOST_OPTIONS);
}

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
