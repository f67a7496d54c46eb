import type { JSX } from 'preact';
import { Icon } from './icon';

interface SearchBoxProps {
  label: string;
  text: string;
  onSearch(text: string): void;
}

/** A search field that answers while the user types; Escape and the browser's cross empty it. */
export function SearchBox({ label, text, onSearch }: SearchBoxProps): JSX.Element {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
