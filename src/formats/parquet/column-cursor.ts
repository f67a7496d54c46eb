import type { PageAhead } from './column-pages';
import type { Page } from './page';

/** Goes through the values of a leaf column, over page after page. */
export interface ColumnCursor {
  /** The levels of the next value; 0 and -1 after the last. */
  repetition(): number;
  definition(): number;
  /** The next value's text, or null if it is missing; goes on to the one after it. */
  next(): string | null;
}

/**
 * @param highest the definition level of a value that is there
 * @throws Error from its functions, if a page is damaged or values are missing
 */
export function columnCursor(pages: Iterator<PageAhead, void>, highest: number): ColumnCursor {
  let page: Page | null = null;
  let position = 0;
  let valuesTaken = 0;

  const current = (): Page | null => {
    if (page === null || position === page.count) {
      page = pages.next().value?.content() ?? null;
      position = 0;
      valuesTaken = 0;
    }
    return page;
  };

  return {
    repetition: () => current()?.repetitions?.[position] ?? 0,
    definition: () => {
      const at = current();
      return at === null ? -1 : (at.definitions?.[position] ?? highest);
    },
    next: () => {
      const at = current();
      if (at === null) {
        throw new Error('The column ends early.');
      }
      const isThere = at.definitions === null || at.definitions[position] === highest;
      position++;
      return isThere ? at.textAt(valuesTaken++) : null;
    },
  };
}
