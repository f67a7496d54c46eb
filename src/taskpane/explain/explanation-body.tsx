import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import { count, recordedText } from '../contract/phrases';
import type { Explanation } from '../contract/services';
import { goTo } from '../contract/tasks';
import { Badge } from '../controls/badge';
import { Button } from '../controls/button';
import { MoreButton, usePages } from '../controls/pages';
import { Section } from '../controls/section';

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
        {pages.shown.map(({ table, row, month, client, service, amount, basis, source, note, reason }) => {
          const go = (): void => {
            onLeave();
            pane.run(goTo(pane.services, table, row));
          };
          return (
            <li key={`${table} ${row}`}>
              <span class="explained-row-lead">
                <span class="client-name">{service === '' ? client : `${client}, ${service}`}</span>
                <span>{amount === '' ? 'no amount' : amount}</span>
              </span>
              <span class="explained-row-lead hint">
                <span>
                  {month} {basis !== '' && <Badge look={basis === 'billed' ? 'tint' : 'outline'}>{basis}</Badge>}
                </span>
                <Button look="link" label={`${table} row ${row}, go to it`} onClick={go}>
                  {`${table} row ${row}`}
                </Button>
              </span>
              {reason !== '' && <span class="explained-row-reason">Not counted: {reason}</span>}
              {source !== '' && <span class="hint">{source}</span>}
              {note !== '' && <span class="hint">{note}</span>}
            </li>
          );
        })}
      </ul>
      <MoreButton next={pages.next} noun="rows" onMore={pages.showMore} />
    </>
  );
}
