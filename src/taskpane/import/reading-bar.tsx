import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { useLate } from '../state/use-late';
import { readingText } from './import-phrases';
import type { Reading } from './state/import-state';

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
