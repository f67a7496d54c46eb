import { useEffect, useState } from 'preact/hooks';
import { isBusy } from '../../workbook/formulas/busy-cell';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { ActiveCell, PaneServices } from '../contract/services';

/** After this time a cell that was still being calculated is read again. */
const READ_AGAIN_MS = 1_000;

/** The cell that the user is at, as it was last read. */
export interface KnownCell {
  /** Null before the first reading. */
  cell: ActiveCell | null;
  /** Why the latest reading failed. */
  failure: PaneFailure | null;
  readAgain(): void;
}

/** Follows the selection while `following`; otherwise costs nothing and keeps what it knows. */
export function useActiveCell(services: PaneServices, following: boolean): KnownCell {
  const [known, setKnown] = useState<Omit<KnownCell, 'readAgain'>>({ cell: null, failure: null });
  const [request, setRequest] = useState(0);

  useEffect(() => {
    if (!following) {
      return undefined;
    }
    let latest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      latest += 1;
      const turn = latest;
      clearTimeout(timer);
      try {
        const cell = await services.activeCell();
        if (turn !== latest) {
          return;
        }
        setKnown({ cell, failure: null });
        if (isBusy(cell.text)) {
          timer = setTimeout(start, READ_AGAIN_MS);
        }
      } catch (thrown) {
        if (turn === latest) {
          setKnown(({ cell }) => ({ cell, failure: asFailure(thrown) }));
        }
      }
    };
    const start = (): void => void read();
    const stopListening = services.onSelection(start);
    start();
    return () => {
      latest = Infinity;
      clearTimeout(timer);
      stopListening();
    };
  }, [services, following, request]);

  return { ...known, readAgain: () => setRequest((before) => before + 1) };
}
