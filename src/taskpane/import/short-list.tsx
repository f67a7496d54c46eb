import type { ComponentChildren, JSX } from 'preact';
import { MoreButton } from '../controls/more-button';
import { usePages } from '../state/use-pages';

/** So many lines are shown of a list that is only there to be looked over. */
const FIRST_LINES = 5;

interface ShortListProps<Item> {
  label: string;
  /** What the lines are, in the plural. */
  noun: string;
  items: readonly Item[];
  line(item: Item): ComponentChildren;
}

/** The first lines of a list, and more on demand. */
export function ShortList<Item>({ label, noun, items, line }: ShortListProps<Item>): JSX.Element {
  const pages = usePages(items, FIRST_LINES);
  return (
    <>
      <ul ref={pages.list} class="short-list" aria-label={label}>
        {pages.shown.map((item, index) => (
          <li key={index} tabIndex={-1}>
            {line(item)}
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun={noun} onMore={pages.showMore} />
    </>
  );
}
