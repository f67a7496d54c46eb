import type { JSX } from 'preact';
import { Section } from '../controls/section';
import type { PaneContext } from '../pane-context';
import { count, recordedText } from '../phrases';
import type { Explanation } from '../services';
import { ExplainedRows } from './explained-rows';

interface ExplanationBodyProps {
  pane: PaneContext;
  explanation: Explanation;
  onLeave(): void;
}

/** What a figure rests on: arithmetic, rows, rates, and the arguments as they were understood. */
export function ExplanationBody({ pane, explanation, onLeave }: ExplanationBodyProps): JSX.Element {
  const { steps, recorded, rows, conversions } = explanation;
  const counted = rows.filter((row) => row.counted);
  const others = rows.filter((row) => !row.counted);
  return (
    <>
      {steps.length > 0 && (
        <ol class="steps" aria-label="Arithmetic">
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      {recorded && <p class="hint">{recordedText(recorded)}</p>}
      {counted.length > 0 && (
        <Section title="Rows that count" extent={count(counted.length, 'row')} open>
          <ExplainedRows label="Rows that count" pane={pane} rows={counted} onLeave={onLeave} />
        </Section>
      )}
      {others.length > 0 && (
        <Section
          title="Rows that do not count"
          extent={count(others.length, 'row')}
          open={explanation.problem !== null || counted.length === 0}
        >
          <ExplainedRows label="Rows that do not count" pane={pane} rows={others} onLeave={onLeave} />
        </Section>
      )}
      {conversions.length > 0 && (
        <Section title="Conversions" extent={count(conversions.length, 'amount')} open={conversions.length <= 3}>
          <ul class="conversions" aria-label="Conversions">
            {conversions.map(({ amount, rate, month, source, result }, index) => (
              <li key={index}>
                <span>
                  {amount} = {result}
                </span>
                <span class="hint">
                  {month} at {rate}
                </span>
                <span class="hint">{source}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {explanation.arguments.length > 0 && (
        <Section
          title="Arguments"
          extent={count(explanation.arguments.length, 'argument')}
          open={explanation.problem !== null}
        >
          <dl class="arguments">
            {explanation.arguments.map(({ name, understood }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{understood}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
