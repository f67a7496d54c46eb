import type { JSX } from 'preact';
import { TABLE_NAMES } from '../../domain/ledger/tables';
import type { PaneContext } from '../contract/pane-context';
import { count, moment } from '../contract/phrases';
import { recalculate } from '../contract/tasks';
import { Button } from '../controls/button';
import { ReadOnlyNote } from '../controls/message-bar';
import { Section } from '../controls/section';
import { About } from './about';
import { NewBudget, type AskedBudget } from './new-budget';
import { Rates, Returns } from './records';
import { Loaded } from './loaded-view';
import { ReferenceCards } from './reference-cards';
import { ShownOtherwise } from './shown-otherwise';
import { SplitShared, type AskedSplit } from './split-shared';
import { TableCard } from './table-card';
import { Unwatched } from './unwatched';

interface DataProps {
  pane: PaneContext;
  /** Whether the tab is on the screen. */
  shown: boolean;
  /** For whom another view asked for a new budget, the last time. */
  budgetFor: AskedBudget | null;
  /** The split of shared cost that another view asked for, the last time. */
  splitAsked: AskedSplit | null;
}

/** The state of the data, what can be done about it, and what else is on record. */
export function Data({ pane, shown, budgetFor, splitAsked }: DataProps): JSX.Element {
  const { services, snapshot, busy, run, openImport, openLedger, openSharing } = pane;
  const months = new Set(snapshot.rates.map((rate) => rate.month)).size;
  return (
    <>
      {snapshot.readOnly && <ReadOnlyNote />}
      <h2>Tables</h2>
      <ul class="tables" aria-label="Tables">
        {TABLE_NAMES.map((name) => (
          <TableCard key={name} pane={pane} name={name} table={snapshot.tables[name]} />
        ))}
      </ul>
      <Unwatched pane={pane} shown={shown} />
      <ShownOtherwise pane={pane} shown={shown} />
      <p class="hint">
        {snapshot.changedAt ? `Last change: ${moment(snapshot.changedAt, new Date())}` : 'No change in this session'}
      </p>

      <div class="actions">
        <Button look="primary" describedBy="import-hint" onClick={() => openImport()}>
          Import a bill…
        </Button>
        <p class="hint" id="import-hint">
          CSV, Excel, JSON or Parquet; also the ECB’s rates. Or drop the file on the pane.
        </p>
        <Button describedBy="ledger-hint" onClick={() => openLedger()}>
          Connect a ledger…
        </Button>
        <p class="hint" id="ledger-hint">
          Sums from ClickHouse, for what is too large for a file.
        </p>
        <NewBudget pane={pane} shown={shown} asked={budgetFor} />
        <SplitShared pane={pane} shown={shown} asked={splitAsked} />
        <Button describedBy="recalculate-hint" disabled={busy} onClick={() => run(recalculate(services))}>
          Recalculate
        </Button>
        <p class="hint" id="recalculate-hint">
          Computes every cell with an AI Spend function again.
        </p>
        <Button describedBy="sharing-hint" onClick={openSharing}>
          Prepare for sharing…
        </Button>
        <p class="hint" id="sharing-hint">
          What others see of the figures, and what to do about it.
        </p>
      </div>

      <Loaded pane={pane} shown={shown} />
      <ReferenceCards pane={pane} shown={shown} />

      <Section title="Returns" extent={count(snapshot.returns.length, 'study', 'studies')}>
        <Returns returns={snapshot.returns} />
      </Section>
      <Section title="Exchange rates" extent={count(months, 'month')}>
        <Rates rates={snapshot.rates} />
      </Section>
      <Section title="About">
        <About services={services} />
      </Section>
    </>
  );
}
