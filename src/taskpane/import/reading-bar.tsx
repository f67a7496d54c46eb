import type { JSX } from 'preact';
import type { Reached } from '../contract/import-services';
import { Button } from '../controls/button';
import { useLate } from '../controls/waiting';
import { readingText } from './import-phrases';

/** How far a reading is, and how long it has taken. */
export interface Reading {
  readonly at: Reached;
  readonly elapsedMs: number;
}

/** Nobody reads numbers that change more often than this. */
const TELL_EVERY_MS = 100;

/** Makes a listener to progress that passes on how far and for how long, not too often. */
export function timedReading(tell: (reading: Reading) => void): (at: Reached) => void {
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

interface ReadingBarProps {
  /** `Reading bill.csv…` */
  doing: string;
  /** Null before the first word of how far it is. */
  reading: Reading | null;
  onCancel(): void;
}

/** How far a long reading is, once it is felt to be long, and the way out of it. */
export function ReadingBar({ doing, reading, onCancel }: ReadingBarProps): JSX.Element {
  const late = useLate(true);
  return (
    <div class="reading">
      <p role="status">{late && doing}</p>
      {late && (
        <>
          <progress
            class="progress"
            aria-label={doing}
            {...(reading && { value: reading.at.bytesDone, max: Math.max(1, reading.at.bytesTotal) })}
          />
          <div class="task-step">
            <span>{reading && readingText(reading.at, reading.elapsedMs)}</span>
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </>
      )}
    </div>
  );
}
