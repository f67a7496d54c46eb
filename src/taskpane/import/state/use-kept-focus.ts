import { useLayoutEffect } from 'preact/hooks';

/** Where a change takes away the element that had the focus, the keyboard goes on at the element with this id. */
export function useKeptFocus(change: string, id: string): void {
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    const focusIsLost = document.activeElement === document.body || document.activeElement === null;
    if (focusIsLost && document.hasFocus()) {
      document.getElementById(id)?.focus();
    }
  }, [change]);
}
