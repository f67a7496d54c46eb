import type { Frame, Page } from 'playwright-core';

/** What of a page cannot be read or hit as it is drawn, each by the beginning of its HTML. */
export interface LayoutFaults {
  /** Wider than the page. */
  readonly overflowing: string[];
  /** Texts of which a part is not drawn, and cannot be scrolled to. */
  readonly cut: string[];
  /** Two controls of which one lies on the other. */
  readonly overlapping: string[];
  /** Controls that are less than 24 pixels wide or high, as WCAG asks for (2.5.8). */
  readonly small: string[];
}

export const NO_FAULTS: LayoutFaults = { overflowing: [], cut: [], overlapping: [], small: [] };

/** What is meant to be as it is. */
interface Meant {
  /** What is not looked at, for it lies behind something. */
  readonly behind?: string;
  /** What may be cut off. */
  readonly cut?: string;
}

/**
 * Looks for them in what is shown.
 *
 * @param places that must not scroll sideways, beside the page itself
 */
export function layoutFaults(
  page: Page | Frame,
  places: string,
  { behind = ':not(*)', cut = ':not(*)' }: Meant = {},
): Promise<LayoutFaults> {
  return page.evaluate(
    ([wide, out, mayBeCut]) => {
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
      /** The part of an element that is drawn: what scrolls or hides cuts off the rest. */
      const drawn = (element: Element): DOMRect => {
        let { left, top, right, bottom } = element.getBoundingClientRect();
        for (let around = element.parentElement; around !== null; around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          const box = around.getBoundingClientRect();
          if (overflowX !== 'visible') {
            [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
          }
          if (overflowY !== 'visible') {
            [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
          }
        }
        return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
      };
      const controls = shown.filter(
        (element) =>
          element.matches(
            'button, a, input, select, textarea, summary, [role=button], [role=tab], [role=option]:not([role=option] *)',
          ) &&
          element.closest('[aria-hidden=true]') === null &&
          drawn(element).width > 0,
      );
      // A box to tick is hit on its words as well, and a link in a text is as high as its line.
      const small = controls.flatMap((element) => {
        const { width, height } = (element.closest('.choice') ?? element).getBoundingClientRect();
        return Math.min(width, height) < 24 && !element.matches('p a')
          ? [`${width} x ${height}: ${name(element)}`]
          : [];
      });
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
        box: drawn(element),
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
        cut: shown
          .filter((element) => hasText(element) && isCut(element) && element.closest(mayBeCut) === null)
          .map(name),
        overlapping,
        small,
      };
    },
    [places, behind, cut] as const,
  );
}
