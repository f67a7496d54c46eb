/** Where the element that had the focus is gone, the keyboard goes on at the element with this id. */
export function takeLostFocus(id: string): void {
  const isLost = document.activeElement === document.body || document.activeElement === null;
  if (isLost && document.hasFocus()) {
    document.getElementById(id)?.focus();
  }
}
