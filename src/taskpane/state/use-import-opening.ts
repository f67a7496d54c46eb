import { useState } from 'preact/hooks';
import type { DroppedFile } from './use-file-drop';
import { useViewOpening } from './use-view-opening';

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
  const { open, start, close } = useViewOpening(fallbackId);
  const [dropped, setDropped] = useState<DroppedFile | null>(null);
  return {
    open,
    dropped,
    start: (file) => {
      setDropped(file ?? null);
      start();
    },
    close,
  };
}
