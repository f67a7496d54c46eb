import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RateLine, ReturnLine } from '../contract/snapshot';

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

/** The rates on record, one month at a time. */
export function Rates({ rates }: { rates: readonly RateLine[] }): JSX.Element {
  const [picked, setPicked] = useState<string | null>(null);
  const months = [...new Set(rates.map((rate) => rate.month))].sort().reverse();
  const month = months.find((known) => known === picked) ?? months[0];
  if (month === undefined) {
    return <p class="hint">No rate on record. Amounts stay in their own currency.</p>;
  }

  const lines = rates.filter((rate) => rate.month === month);
  const sources = [...new Set(lines.map((rate) => rate.source).filter(Boolean))];
  return (
    <>
      <label class="field">
        Month
        <select value={month} onChange={(event) => setPicked(event.currentTarget.value)}>
          {months.map((known) => (
            <option key={known} value={known}>
              {known}
            </option>
          ))}
        </select>
      </label>
      <table class="rates">
        <caption class="unseen">Rates of {month}</caption>
        <thead>
          <tr>
            <th scope="col">Currency</th>
            <th scope="col">Units per EUR</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.currency}>
              <th scope="row">{line.currency}</th>
              <td>{line.unitsPerEur}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.map((source) => (
        <p key={source} class="hint">
          Source: {source}
          {sources.length > 1 &&
            ` (${lines
              .filter((line) => line.source === source)
              .map((line) => line.currency)
              .join(', ')})`}
        </p>
      ))}
    </>
  );
}
