import type { Frame, Page } from 'playwright-core';

/** What of a page cannot be read or hit as it is drawn, each by the beginning of its HTML. */
export interface LayoutFaults {
  /** Wider than the page. */
  readonly overflowing: string[];
  /** Texts of which a part is not drawn, and cannot be scrolled to. */
  readonly cut: string[];
  /** Two controls of which one lies on the other. */
  readonly overlapping: string[];
}

export const NO_FAULTS: LayoutFaults = { overflowing: [], cut: [], overlapping: [] };

/**
 * Looks for them in what is shown.
 *
 * @param places that must not scroll sideways, beside the page itself
 * @param left what is left out, for it is meant to be like that
 */
export function layoutFaults(page: Page | Frame, places: string, left = ':not(*)'): Promise<LayoutFaults> {
  return page.evaluate(
    ([wide, out]) => {
      const name = (element: Element): string => element.outerHTML.slice(0, 100);
      const isShown = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        // What only screen readers are to find is as small as can be.
        return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      };
      const shown = [...document.querySelectorAll('body *')].filter(
        (element) => isShown(element) && element.closest(out) === null,
      );
      const hasText = (element: Element): boolean =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      const isCut = (element: Element): boolean => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      };
      const controls = shown.filter((element) =>
        element.matches('button, a, input, select, textarea, summary, [role=tab], [role=option]'),
      );
      // What scrolls passes under what stands still.
      const movesAlone = (element: Element): boolean => {
        const { overflow, position } = getComputedStyle(element);
        return /auto|scroll/.test(overflow) || /sticky|fixed/.test(position);
      };
      const movedBy = (element: Element): Element | null =>
        element.parentElement === null || movesAlone(element.parentElement)
          ? element.parentElement
          : movedBy(element.parentElement);
      const boxes = controls.map((element) => ({
        element,
        box: element.getBoundingClientRect(),
        mover: movedBy(element),
      }));
      const overlapping = boxes.flatMap(({ element, box, mover }, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              other.mover === mover &&
              !element.contains(other.element) &&
              Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
              Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
          )
          .map((other) => `${name(element)} / ${name(other.element)}`),
      );
      return {
        overflowing: [document.documentElement, ...document.querySelectorAll(wide)]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.className || element.tagName),
        cut: shown.filter((element) => hasText(element) && isCut(element)).map(name),
        overlapping,
      };
    },
    [places, left] as const,
  );
}
