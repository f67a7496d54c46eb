/**
 * The add-in's keyboard shortcuts, which its manifest names a file of.
 */

/** A key combination that runs an action of the add-in. */
export interface Shortcut {
  readonly action: string;
  /** Modifiers in the order of the alphabet, then the key: `alt+ctrl+shift+e`. */
  readonly combination: string;
}

interface ShortcutsFile {
  readonly actions?: readonly { readonly id: string; readonly type: string }[];
  readonly shortcuts?: readonly {
    readonly action: string;
    readonly key: { readonly default: string; readonly web?: string };
  }[];
}

/** Reads the file; of each shortcut the combination for the web, or the default. */
export function readShortcuts(json: string): Shortcut[] {
  const { actions = [], shortcuts = [] } = JSON.parse(json) as ShortcutsFile;
  const known = new Set(actions.filter(({ type }) => type === 'ExecuteFunction').map(({ id }) => id));
  return shortcuts
    .filter(({ action }) => known.has(action))
    .map(({ action, key }) => ({ action, combination: combinationOf(key.web ?? key.default) }));
}

function combinationOf(written: string): string {
  const parts = written.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  return [...parts.sort(), key].join('+');
}

/** What was pressed, by the key's place on the keyboard and not by the sign that Alt makes of it. */
export interface PressedKey {
  readonly keyCode: number;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** The action that a key runs; null if it runs none. */
export function actionOf(
  shortcuts: readonly Shortcut[],
  { keyCode, altKey, ctrlKey, shiftKey }: PressedKey,
): string | null {
  const modifiers = [altKey && 'alt', ctrlKey && 'ctrl', shiftKey && 'shift'].filter((name) => name !== false);
  const combination = [...modifiers, String.fromCharCode(keyCode).toLowerCase()].join('+');
  return shortcuts.find((shortcut) => shortcut.combination === combination)?.action ?? null;
}
