import type { ReadingProgress } from '../import-services';
import type { Reading } from './import-state';

/** Nobody reads numbers that change more often than this. */
const TELL_EVERY_MS = 100;

/** Makes a listener to progress that passes on how far and for how long, not too often. */
export function timedReading(tell: (reading: Reading) => void): (at: ReadingProgress) => void {
  const start = performance.now();
  let told = -Infinity;
  return (at) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) {
      return;
    }
    told = now;
    tell({ at, elapsedMs: now - start });
  };
}
