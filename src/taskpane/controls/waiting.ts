import { type Inputs, useEffect, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';

/** From this time on, in milliseconds, a wait is felt and has to be shown; before, showing it would only flicker. */
const FELT_AFTER = 500;

/** True once a wait has lasted long enough to be shown. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) {
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), FELT_AFTER);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}

/** What was asked for once: nothing yet, the answer, or why there is none. */
export interface Answer<T> {
  value: T | null;
  failure: PaneFailure | null;
  askAgain(): void;
}

/** Asks when the view is first drawn, and again on demand. */
export function useOnce<T>(ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Omit<Answer<T>, 'askAgain'>>({ value: null, failure: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => current && setAnswer({ value, failure: null }),
      (thrown: unknown) => current && setAnswer({ value: null, failure: asFailure(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [turn]);
  return { ...answer, askAgain: () => setTurn(turn + 1) };
}

/** What was asked for last, and why there is no answer; what was known stays until then. */
export interface Asked<T> {
  readonly value: T | null;
  readonly failure: PaneFailure | null;
}

/** Asks while it is wanted, which is while it is on the screen, anew with each change of `basis`; the latest answer counts. */
export function useAsked<T>(wanted: boolean, ask: () => Promise<T>, basis: Inputs): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failure: null });
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    let isLatest = true;
    ask().then(
      (value) => isLatest && setAsked({ value, failure: null }),
      (thrown: unknown) => isLatest && setAsked((before) => ({ ...before, failure: asFailure(thrown) })),
    );
    return () => {
      isLatest = false;
    };
  }, [wanted, ...basis]);
  return asked;
}
