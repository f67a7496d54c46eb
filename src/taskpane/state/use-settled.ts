import { useEffect, useState } from 'preact/hooks';

/** While someone types, work for each letter would be wasted; after this pause it is worth it. */
const SETTLE_MS = 200;

/** The value, as soon as it has not changed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
