import type { JSX } from 'preact';
import { Section } from '../controls/section';
import type { PaneContext } from '../contract/pane-context';
import { count, months, number } from '../contract/phrases';
import { ratesFacts } from './import-phrases';
import type { ImportSession, OpenRates } from '../contract/import-services';
import { LoadStep } from './load-step';
import { ShortList } from '../controls/pages';
import type { RunningImport } from './use-import';
import { Step } from './step';

interface RatesCardProps {
  pane: PaneContext;
  running: RunningImport;
  session: ImportSession;
  rates: OpenRates;
}

/** The European Central Bank's rates, and what they would change in AIRates. */
export function RatesCard({ pane, running, session, rates }: RatesCardProps): JSX.Element {
  const toLoad = rates.added + rates.replaced;
  const load = (): void =>
    pane.run(
      running.loading((from, progress, cancel) => from.loadRates(progress, cancel), {
        count: count(toLoad, 'rate'),
        noun: 'rate',
        client: null,
      }),
    );
  return (
    <>
      <Step title="What it is">
        <p role="status">
          European Central Bank rates · {months(rates.from, rates.to)} ·{' '}
          {count(rates.currencies.length, 'currency', 'currencies')}
        </p>
        <p>{ratesFacts(rates)}.</p>
        <Section title="Currencies" extent={number(rates.currencies.length)}>
          <p>{rates.currencies.join(', ')}</p>
        </Section>
        {rates.incomplete.length > 0 && (
          <Section title="Months not loaded" extent={number(rates.incomplete.length)} open>
            <ShortList
              label="Months not loaded"
              noun="months"
              items={rates.incomplete}
              line={({ month, reason }) => (
                <>
                  <b>{month}</b> <span class="hint">{reason}</span>
                </>
              )}
            />
          </Section>
        )}
      </Step>
      <LoadStep
        pane={pane}
        session={session}
        rows={toLoad}
        noun="rate"
        open={toLoad === 0 ? ['AIRates has all of them already.'] : []}
        decision={null}
        of={[]}
        onLoad={load}
      />
    </>
  );
}
