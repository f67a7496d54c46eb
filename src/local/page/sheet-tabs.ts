/**
 * The tab of the active sheet stays in sight, whoever scrolls the tabs.
 *
 * Univer remembers how far it has scrolled them, and moves them on from there. The browser scrolls them too, to the tab that the
 * keyboard goes to; Univer then went on from a place where they were no longer, and away from that tab.
 */

const { get: scrolledTo, set: scrollTo } = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollLeft') ?? {};

/** Has what Univer adds to the place that it remembers be added to the place where the tabs are. */
function scrollFromWhereTheyAre(tabs: Element): void {
  let remembered = tabs.scrollLeft;
  Object.defineProperty(tabs, 'scrollLeft', {
    get: () => scrolledTo?.call(tabs) as number,
    set: (to: number) => {
      scrollTo?.call(tabs, tabs.scrollLeft + to - remembered);
      // Univer reads it at once, and remembers that.
      remembered = tabs.scrollLeft;
    },
  });
}

/** To be called once the grid is drawn. */
export function keepActiveTabInSight(grid: Element): void {
  const tabs = grid.querySelector('[role="tablist"]');
  if (tabs === null) {
    throw new Error('Univer draws no tabs of sheets any more.');
  }
  scrollFromWhereTheyAre(tabs);
  // Univer itself leaves a tab out of sight that a narrower window has pushed there.
  window.addEventListener('resize', () =>
    requestAnimationFrame(() =>
      tabs.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    ),
  );
}
