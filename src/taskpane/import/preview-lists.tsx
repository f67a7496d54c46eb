import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BillSummary } from '../../bills/sums/bill-summary';
import { Badge } from '../controls/badge';
import { Section } from '../controls/section';
import { count, number } from '../contract/phrases';
import { clientMonths } from './client-months';
import { groupThousands } from '../../domain/money/money';
import { problemPlace } from './import-phrases';
import { ShortList } from '../controls/pages';

/** More groups than these would take the pane longer to arrange than an answer may take. */
const MOST_GROUPS = 20_000;

/** What will stand in AIClients, by month and client. */
export function ClientMonths({ summary }: { summary: BillSummary }): JSX.Element | null {
  const tooMany = summary.groups.length > MOST_GROUPS;
  const lines = useMemo(() => (tooMany ? [] : clientMonths(summary.groups)), [summary]);
  if (tooMany) {
    return <p class="hint">By month and client there are too many lines to list them here.</p>;
  }
  if (lines.length === 0) {
    return null;
  }
  return (
    <Section title="By month and client" extent={number(lines.length)} open>
      <ShortList
        label="By month and client"
        noun="lines"
        items={lines}
        line={({ month, client, currency, amount, rows }) => (
          <>
            <span class="line-lead">
              <b>{client}</b>
              <span>
                {groupThousands(amount)} {currency}
              </span>
            </span>
            <span class="hint">
              {month} · {count(rows, 'row')}
            </span>
          </>
        )}
      />
    </Section>
  );
}

/** The services of the file, to see what a filter does. */
export function Services({ summary }: { summary: BillSummary }): JSX.Element | null {
  const { services } = summary;
  if (services.length === 0) {
    return null;
  }
  const kept = services.filter((service) => service.kept).length;
  return (
    <Section title="Services" extent={`${number(kept)} kept, ${number(services.length - kept)} left out`}>
      <ShortList
        label="Services"
        noun="services"
        items={services}
        line={({ service, isAi, kept: isKept, rows }) => (
          <>
            <span class="line-lead">
              <span>{service || 'No service named'}</span>
              <span class="line-marks">
                {isAi && <Badge look="tint">AI</Badge>}
                <Badge look="outline">{isKept ? 'kept' : 'left out'}</Badge>
              </span>
            </span>
            <span class="hint">{count(rows, 'row')}</span>
          </>
        )}
      />
    </Section>
  );
}

/** The cells that cannot be read, each with its place and its value. */
export function Problems({ summary }: { summary: BillSummary }): JSX.Element | null {
  const { problems, problemRows } = summary;
  if (problemRows === 0) {
    return null;
  }
  return (
    <Section title="Problems" extent={count(problemRows, 'row')} open>
      <ShortList
        label="Problems"
        noun="problems"
        items={problems}
        line={(problem) => (
          <>
            <span class="line-lead">
              <b>{problemPlace(problem)}</b>
              <code class="offending">{problem.value === '' ? '(blank)' : problem.value}</code>
            </span>
            <span class="hint">{problem.message}</span>
          </>
        )}
      />
      <p class="hint">
        The report below lists {problems.length < problemRows ? `the first ${number(problems.length)}` : 'all'} of them.
      </p>
    </Section>
  );
}
