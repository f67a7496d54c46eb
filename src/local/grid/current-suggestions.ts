/**
 * Enter, Tab and Escape are for the list of functions only if that is the list for what is typed now.
 */
import { DescriptionService, IShortcutService, KeyCode, type IShortcutItem } from '@univerjs/preset-sheets-core';
import { textToCaret } from './editor-text';
import { replaceMethod } from './replaced-method';
import type { GridSession } from './session';

/** Followed by the id of the editor. */
const KEY_IN_LIST = 'sheet.formula-embedding-editor.search_function.';
/** The first two take what the list offers, the third closes it. */
const ENDS: ReadonlySet<unknown> = new Set([KeyCode.ENTER, KeyCode.TAB, KeyCode.ESC]);
const NAME_CHARACTER = /[\p{L}\p{N}_.]/u;

/**
 * Univer renews the list 300 ms after the last key. Of `=SU`, a pause, and `M(1,2)` with Enter at once, Enter took SUBTOTAL from the list for
 * `SU`, and the rest of what was typed was gone or stood in the wrong place; Escape did not leave the cell.
 */
export function takeOnlyCurrentSuggestions(session: GridSession): void {
  let listed = '';
  replaceMethod(DescriptionService.prototype, 'getSearchListByNameFirstLetter', (original, _, [name]) => {
    listed = name as string;
    return original(name);
  });
  const shortcuts = session.injector.get(IShortcutService);
  replaceMethod(Object.getPrototypeOf(shortcuts) as object, 'registerShortcut', (original, _, [given]) => {
    const item = given as IShortcutItem;
    if (!item.id.startsWith(KEY_IN_LIST) || !ENDS.has(item.binding)) {
      return original(item);
    }
    const editorId = item.id.slice(KEY_IN_LIST.length);
    return original({ ...item, preconditions: () => isLastName(listed, textToCaret(session, editorId)) });
  });
}

/** Whether a text ends with a name, and not with a longer one. */
function isLastName(name: string, text: string): boolean {
  const before = text.at(-name.length - 1) ?? '';
  return name !== '' && text.endsWith(name) && !NAME_CHARACTER.test(before);
}
