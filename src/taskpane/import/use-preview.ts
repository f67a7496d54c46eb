import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { ImportPreview, ImportSession } from '../contract/import-services';
import type { BillDraft } from './bill-draft';
import { type Reading, timedReading } from './reading-bar';
import { openRoles } from './role-sources';

/** While someone types, a reading for each letter would be wasted. */
const SETTLE_MS = 250;

export type Previewing =
  /** Roles are open: there is nothing to sum yet. */
  | { readonly kind: 'incomplete' }
  /** `before`: what was shown until something changed. */
  | { readonly kind: 'reading'; readonly reading: Reading | null; readonly before: ImportPreview | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: PaneFailure }
  | { readonly kind: 'done'; readonly preview: ImportPreview };

export interface LivePreview {
  readonly previewing: Previewing;
  cancel(): void;
  readAgain(): void;
}

/** What a load would do, worked out again when something changes; the earlier working-out is cancelled then. */
export function usePreview(session: ImportSession, { table, mapping }: BillDraft): LivePreview {
  const [previewing, setPreviewing] = useState<Previewing>({ kind: 'reading', reading: null, before: null });
  const [cancel, setCancel] = useState<() => void>(() => () => undefined);
  const [turn, setTurn] = useState(0);
  const wanted = JSON.stringify(mapping);
  const question = useMemo(() => ({}), [session, table, wanted, turn]);
  const answered = useRef<object | null>(null);

  useEffect(() => {
    answered.current = question;
    if (openRoles(mapping).length > 0) {
      setPreviewing({ kind: 'incomplete' });
      return undefined;
    }
    const aborter = new AbortController();
    setPreviewing((last) => ({ kind: 'reading', reading: null, before: shownPreview(last) }));
    const tell = (next: Previewing): void => {
      if (!aborter.signal.aborted) {
        setPreviewing(next);
      }
    };
    const progress = (): ReturnType<typeof timedReading> =>
      timedReading((reading) => {
        if (!aborter.signal.aborted) {
          setPreviewing((last) => ({ kind: 'reading', reading, before: shownPreview(last) }));
        }
      });
    const read = (): Promise<void> =>
      session.preview(table, mapping, progress(), aborter.signal).then(
        (preview) => tell({ kind: 'done', preview }),
        (thrown: unknown) => {
          if (!aborter.signal.aborted) {
            tell({ kind: 'failed', failure: asFailure(thrown) });
          }
        },
      );
    const timer = setTimeout(() => void read(), SETTLE_MS);
    const stop = (): void => {
      clearTimeout(timer);
      aborter.abort();
    };
    setCancel(() => () => {
      stop();
      setPreviewing({ kind: 'cancelled' });
    });
    return stop;
  }, [question]);

  // The effect runs only after the next frame: until then what is there answers an earlier question, and nothing may be loaded by it.
  const current: Previewing =
    answered.current === question ? previewing : { kind: 'reading', reading: null, before: shownPreview(previewing) };
  return { previewing: current, cancel, readAgain: () => setTurn((before) => before + 1) };
}

/** The figures that can be shown now, be they those from before a change. */
export function shownPreview(previewing: Previewing): ImportPreview | null {
  if (previewing.kind === 'done') {
    return previewing.preview;
  }
  return previewing.kind === 'reading' ? previewing.before : null;
}
