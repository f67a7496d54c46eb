import { useEffect, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneServices } from '../contract/services';
import type { Snapshot } from '../contract/snapshot';

/** What the pane knows of the workbook, and whether that is still true. */
export interface KnownWorkbook {
  /** The last reading that succeeded; null before the first. */
  snapshot: Snapshot | null;
  readAt: Date | null;
  /** Why the latest reading failed. With a snapshot, that snapshot is stale. */
  failure: PaneFailure | null;
  reading: boolean;
  readAgain(): void;
}

/** After a change the cells come first: a list of a thousand clients takes longer to work out than they do. */
const AFTER_CELLS_MS = 200;

type Known = Omit<KnownWorkbook, 'readAgain'>;

/** Reads the workbook, and again after each change: one reading at a time, and always one after the last change. */
export function useSnapshot(services: PaneServices): KnownWorkbook {
  const [known, setKnown] = useState<Known>({ snapshot: null, readAt: null, failure: null, reading: true });
  const [readAgain, setReadAgain] = useState<() => void>(() => () => undefined);

  useEffect(() => {
    let mounted = true;
    let reading = false;
    let changedMeanwhile = false;
    const update = (part: Partial<Known>): void => {
      if (mounted) {
        setKnown((before) => ({ ...before, ...part }));
      }
    };

    const read = async (): Promise<void> => {
      if (reading) {
        changedMeanwhile = true;
        return;
      }
      reading = true;
      update({ reading });
      do {
        changedMeanwhile = false;
        try {
          update({ snapshot: await services.snapshot(), readAt: new Date(), failure: null });
        } catch (thrown) {
          update({ failure: asFailure(thrown) });
        }
      } while (changedMeanwhile);
      reading = false;
      update({ reading });
    };

    const start = (): void => void read();
    setReadAgain(() => start);
    let due: ReturnType<typeof setTimeout> | null = null;
    const stopListening = services.onChange(() => {
      due ??= setTimeout(() => {
        due = null;
        start();
      }, AFTER_CELLS_MS);
    });
    start();
    return () => {
      mounted = false;
      stopListening();
      clearTimeout(due ?? undefined);
    };
  }, [services]);

  return { ...known, readAgain };
}
