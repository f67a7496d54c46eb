import type { JSX } from 'preact';
import type { ReturnLine } from '../services';

/** The studies on record: what came back for each 1 invested. */
export function Returns({ returns }: { returns: readonly ReturnLine[] }): JSX.Element {
  if (returns.length === 0) {
    return <p class="hint">No study on record. AIROI then needs a benefit as its second argument.</p>;
  }
  return (
    <ul class="returns" aria-label="Studies">
      {returns.map((line, index) => (
        <li key={index}>
          <span class="return-study">{line.study}</span>
          <span class="return-figure">{line.returnPer1} per 1</span>
          <span class="hint">{[line.year, `segment ${line.segment}`, line.source].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
