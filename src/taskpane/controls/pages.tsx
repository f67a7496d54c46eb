import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { number } from '../contract/phrases';
import { Button } from './button';

/** So much of a long list is shown at once: quick to draw, and more than anyone reads before searching. */
const PAGE = 100;

/** A long list, shown piece by piece. */
export interface Pages<Item> {
  shown: readonly Item[];
  /** How many more the next piece has; 0 at the end. */
  next: number;
  showMore(): void;
  /** Goes to the list element, so that the focus can move on to the first new item. */
  list: { current: HTMLUListElement | null };
}

/**
 * Shows the first items of a list and more on demand. The focus then goes to the first new item: the button that was
 * pressed stands after it, or is gone. An item without a button takes it itself, if it can.
 *
 * @param first how many are shown before anything was asked for
 */
export function usePages<Item>(items: readonly Item[], first = PAGE): Pages<Item> {
  const [limit, setLimit] = useState(first);
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);

  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (firstNew.current === null) {
      return;
    }
    const item = list.current?.children[firstNew.current];
    (item?.querySelector<HTMLElement>('button') ?? (item instanceof HTMLElement ? item : null))?.focus();
    firstNew.current = null;
  }, [limit]);

  const showMore = (): void => {
    firstNew.current = limit;
    setLimit(limit + PAGE);
  };
  return { shown: items.slice(0, limit), next: Math.min(PAGE, Math.max(0, items.length - limit)), showMore, list };
}

interface MoreButtonProps {
  next: number;
  /** What there is more of, in the plural. */
  noun: string;
  onMore(): void;
}

/** Shows the next piece of a long list; nothing at the list's end. */
export function MoreButton({ next, noun, onMore }: MoreButtonProps): JSX.Element | null {
  if (next === 0) {
    return null;
  }
  return (
    <div class="more">
      <Button onClick={onMore}>{`Show ${number(next)} more ${noun}`}</Button>
    </div>
  );
}

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
