/**
 * Opens a page or a file in the user's browser. The views that Office shows its panes in may refuse downloads, and say nothing.
 * False where the host has no such way: there the link itself works.
 */
export function opensOutside(url: string): boolean {
  if (typeof Office === 'undefined' || !Office.context?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    return false;
  }
  Office.context.ui.openBrowserWindow(url);
  return true;
}
