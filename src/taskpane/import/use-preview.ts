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
  /** An engine has not been asked this yet, and is asked only when the user wants it. */
  | { readonly kind: 'unasked'; readonly before: ImportPreview | null }
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
export function usePreview(session: ImportSession, draft: BillDraft): LivePreview {
  const { table, mapping, months } = draft;
  const [previewing, setPreviewing] = useState<Previewing>({ kind: 'reading', reading: null, before: null });
  const [cancel, setCancel] = useState<() => void>(() => () => undefined);
  const [turn, setTurn] = useState(0);
  const wanted = JSON.stringify([mapping, months]);
  const question = useMemo(() => ({}), [session, table, wanted, turn]);
  const answered = useRef<object | null>(null);
  const turnBefore = useRef(turn);

  useEffect(() => {
    answered.current = question;
    if (openRoles(mapping).length > 0) {
      setPreviewing({ kind: 'incomplete' });
      return undefined;
    }
    const isAskedFor = turnBefore.current !== turn;
    turnBefore.current = turn;
    if (!isAskedFor && isUnasked(session, draft)) {
      setPreviewing((last) => ({ kind: 'unasked', before: shownPreview(last) }));
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
      session.preview(table, mapping, progress(), aborter.signal, months).then(
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
  return previewing.kind === 'reading' || previewing.kind === 'unasked' ? previewing.before : null;
}

/** Whether an engine would have to be asked anew for the preview. */
function isUnasked({ opened }: ImportSession, { table, mapping, months }: BillDraft): boolean {
  const found = opened.kind === 'bill' ? opened.tables[table] : undefined;
  if (opened.kind !== 'bill' || opened.ledger === undefined || found === undefined) {
    return false;
  }
  const { statement } = opened.ledger.question(found.recognition, mapping, months);
  return statement === undefined || !opened.ledger.isAnswered(statement);
}
