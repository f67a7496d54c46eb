import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LedgerAsked } from '../contract/pane-context';

/** Whether a view has taken the tabs' place, and how it comes and goes. */
export interface ViewOpening {
  readonly open: boolean;
  start(): void;
  close(): void;
}

/** A view's opening and closing; afterwards the focus is where it was before, or at `fallbackId` if that is gone. */
export function useViewOpening(fallbackId: string): ViewOpening {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);

  // Before the next key can be pressed.
  useLayoutEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed) {
      return;
    }
    const returnTo =
      before.current instanceof HTMLElement && before.current !== document.body && before.current.checkVisibility()
        ? before.current
        : null;
    (returnTo ?? document.getElementById(fallbackId))?.focus();
  }, [open]);

  return {
    open,
    start: () => {
      if (!open) {
        before.current = document.activeElement;
      }
      setOpen(true);
    },
    close: () => setOpen(false),
  };
}

/** Whether the import has taken the tabs' place, and how it comes and goes. */
export interface ImportOpening {
  readonly open: boolean;
  /** What was dropped last since it was opened. */
  readonly dropped: readonly File[] | null;
  /** The earlier import that the file is to correct; null for none. */
  readonly correcting: string | null;
  /** A ledger in an engine is to be connected; null: a file is to be read. */
  readonly ledger: LedgerAsked | null;
  start(given?: {
    readonly dropped?: readonly File[];
    readonly correcting?: string | undefined;
    readonly ledger?: LedgerAsked;
  }): void;
  close(): void;
}

/** The import's opening and closing; afterwards the focus is where it was before, or at `fallbackId` if that is gone. */
export function useImportOpening(fallbackId: string): ImportOpening {
  const { open, start, close } = useViewOpening(fallbackId);
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const [ledger, setLedger] = useState<LedgerAsked | null>(null);
  return {
    open,
    dropped,
    correcting,
    ledger,
    start: (given) => {
      setDropped(given?.dropped ?? null);
      setCorrecting(given?.correcting ?? null);
      setLedger(given?.ledger ?? null);
      start();
    },
    close,
  };
}
