import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import { decisionOf, openQuestions } from './bill-draft';
import { mainClient } from './client-months';
import { ColumnsStep } from './columns-step';
import { FilterStep } from './filter-step';
import { roleList } from './import-phrases';
import type { BillState } from './import-state';
import { LedgerStep } from './ledger-step';
import { LoadStep } from './load-step';
import { PreviewStep } from './preview-step';
import { openRoles } from './role-sources';
import type { RunningImport } from './use-import';
import { shownPreview, usePreview } from './use-preview';
import { WhatItIs } from './what-it-is';

interface BillStepsProps {
  pane: PaneContext;
  running: RunningImport;
  state: BillState;
}

/** A bill from what it is to the load. */
export function BillSteps({ pane, running, state }: BillStepsProps): JSX.Element {
  const { session, bill, draft } = state;
  const { change } = running;
  const live = usePreview(session, draft);
  const { previewing } = live;
  const preview = shownPreview(previewing);
  const ready = previewing.kind === 'done' ? previewing.preview : null;
  const table = bill.tables[draft.table];
  if (table === undefined) {
    throw new Error(`${bill.fileName} has no table ${draft.table}`);
  }

  const open = openRoles(draft.mapping);
  const load = (): void => {
    if (ready === null) {
      return;
    }
    const decision = decisionOf(draft, ready);
    const client = mainClient(ready.summary.groups);
    pane.run(
      running.loading((from, progress, cancel) => from.load(decision, progress, cancel), {
        count: count(ready.summary.groups.length, 'row'),
        noun: 'row',
        client: decision.merges.find(({ name }) => name === client)?.client ?? client,
      }),
    );
  };
  return (
    <>
      <WhatItIs state={state} table={table} preview={preview} onChange={change} onReading={running.reread} />
      <ColumnsStep table={table} draft={draft} onChange={change} />
      {/* A ledger is asked for the columns that tell AI only where only AI is wanted. */}
      <FilterStep
        table={table}
        draft={draft}
        preview={bill.ledger !== undefined && !draft.mapping.onlyAi ? null : preview}
        onChange={change}
      />
      {bill.ledger && <LedgerStep ledger={bill.ledger} table={table} draft={draft} live={live} onChange={change} />}
      <PreviewStep
        table={table}
        draft={draft}
        live={live}
        of={bill.ledger === undefined ? 'file' : 'ledger'}
        onChange={change}
      />
      <LoadStep
        pane={pane}
        session={session}
        rows={ready?.summary.groups.length ?? null}
        noun="row"
        open={open.length > 0 ? [`Choose ${roleList(open)}.`] : ready ? openQuestions(draft, ready) : []}
        decision={ready && decisionOf(draft, ready)}
        of={[draft, ready]}
        onLoad={load}
      />
    </>
  );
}
