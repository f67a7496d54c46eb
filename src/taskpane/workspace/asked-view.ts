import type { ViewId } from '../contract/pane-context';

/*
 * A view that was asked for from outside the pane, by a keyboard shortcut, which may come before the pane is there.
 */

let asked: ViewId | null = null;
let listener: ((view: ViewId) => void) | null = null;

/** Has the pane show a view, now or as soon as it is there. */
export function askForView(view: ViewId): void {
  if (listener === null) {
    asked = view;
  } else {
    listener(view);
  }
}

/** Hears of views that are asked for, also of one that was before. Returns the way to stop listening. */
export function onAskedView(hear: (view: ViewId) => void): () => void {
  listener = hear;
  if (asked !== null) {
    hear(asked);
    asked = null;
  }
  return () => {
    listener = null;
  };
}
