import { useEffect, useState } from 'preact/hooks';

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
