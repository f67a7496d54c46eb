import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DroppedFile } from './use-file-drop';

/** Whether the import has taken the tabs' place, and how it comes and goes. */
export interface ImportOpening {
  readonly open: boolean;
  /** The latest file that was dropped since it was opened. */
  readonly dropped: DroppedFile | null;
  start(dropped?: DroppedFile): void;
  close(): void;
}

/** The import's opening and closing; afterwards the focus is where it was before, or at `fallbackId` if that is gone. */
export function useImportOpening(fallbackId: string): ImportOpening {
  const [state, setState] = useState<{ open: boolean; dropped: DroppedFile | null }>({ open: false, dropped: null });
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);

  // Before the next key can be pressed.
  useLayoutEffect(() => {
    const closed = wasOpen.current && !state.open;
    wasOpen.current = state.open;
    if (!closed) return;
    const returnTo = before.current instanceof HTMLElement && before.current !== document.body && before.current.checkVisibility() ? before.current : null;
    (returnTo ?? document.getElementById(fallbackId))?.focus();
  }, [state.open]);

  return {
    ...state,
    start: (dropped) => {
      if (!state.open) before.current = document.activeElement;
      setState({ open: true, dropped: dropped ?? null });
    },
    close: () => setState({ open: false, dropped: null }),
  };
}
