import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import { count, recordedText } from '../contract/phrases';
import type { Explanation } from '../contract/services';
import { MoreButton, usePages } from '../controls/pages';
import { Section } from '../controls/section';
import { TableRow } from '../controls/table-row';

interface ExplanationBodyProps {
  pane: PaneContext;
  explanation: Explanation;
  onLeave(): void;
}

/** What a figure rests on: arithmetic, rows, rates, and the arguments as they were understood. */
// eslint-disable-next-line max-lines-per-function -- one page of sections, one after the other
export function ExplanationBody({ pane, explanation, onLeave }: ExplanationBodyProps): JSX.Element {
  const { steps, recorded, rows, conversions, remarks = [] } = explanation;
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
      {remarks.map((remark) => (
        <p class="hint" key={remark}>
          {remark}
        </p>
      ))}
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

interface ExplainedRowsProps {
  label: string;
  pane: PaneContext;
  rows: Explanation['rows'];
  onLeave(): void;
}

/** Rows of the tables with what they say, and why one does not count; each can be gone to. */
function ExplainedRows({ label, pane, rows, onLeave }: ExplainedRowsProps): JSX.Element {
  const pages = usePages(rows);
  return (
    <>
      <ul class="explained-rows" ref={pages.list} aria-label={label}>
        {pages.shown.map((row) => (
          <li key={`${row.table} ${row.row}`}>
            <TableRow pane={pane} row={row} onLeave={onLeave} />
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun="rows" onMore={pages.showMore} />
    </>
  );
}
