import { type Inputs, useEffect, useState } from 'preact/hooks';

/** What `ask` finds, anew with each change of `inputs`; the latest counts. Null until it is there. While the tab is not on the screen nothing is asked. */
export function useLatest<T>(
  shown: boolean,
  ask: () => Promise<T>,
  failed: (thrown: unknown) => T,
  inputs: Inputs,
): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    let isLatest = true;
    const tell = (value: T): void => {
      if (isLatest) {
        setFound(value);
      }
    };
    ask().then(tell, (thrown: unknown) => tell(failed(thrown)));
    return () => {
      isLatest = false;
    };
  }, [shown, ...inputs]);
  return found;
}
