import { useEffect, useRef, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { CellOfResult, ExplainedCall, FormulaPlace, PaneServices, WrittenCall } from '../contract/services';
import type { Snapshot } from '../contract/snapshot';

/** After this time a call that rests on a cell still being calculated is explained again. */
const TRY_AGAIN_MS = 1_000;

export type Explaining =
  { kind: 'waiting' } | { kind: 'done'; explained: ExplainedCall } | { kind: 'failed'; failure: PaneFailure };

/**
 * Explains a call, and again whenever the data has changed; the explanation of the same call stays until the next is
 * there. Null: there is nothing to explain.
 */
export function useExplainedCall(
  services: PaneServices,
  call: WrittenCall | null,
  place: FormulaPlace,
  snapshot: Snapshot,
  at?: CellOfResult,
): Explaining {
  const [known, setKnown] = useState<{ key: string; state: Explaining }>({ key: '', state: { kind: 'waiting' } });
  const key =
    call === null ? '' : JSON.stringify([call.functionName, call.arguments, place.sheet, place.row, place.column, at]);
  const asked = useRef(call);
  asked.current = call;

  useEffect(() => {
    const wanted = asked.current;
    if (wanted === null) {
      return undefined;
    }
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const explain = async (): Promise<void> => {
      const state = await services.explain(wanted, place, at).then(
        (explained): Explaining => ({ kind: 'done', explained }),
        (thrown: unknown): Explaining => ({ kind: 'failed', failure: asFailure(thrown) }),
      );
      if (!current) {
        return;
      }
      setKnown({ key, state });
      if (state.kind === 'done' && state.explained.kind === 'busy') {
        timer = setTimeout(() => void explain(), TRY_AGAIN_MS);
      }
    };
    void explain();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [services, key, snapshot]);

  return known.key === key ? known.state : { kind: 'waiting' };
}
