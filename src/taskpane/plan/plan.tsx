import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import type { PlanList } from '../contract/plan-services';
import { Button } from '../controls/button';
import { FailureBar, MessageBar, ReadOnlyNote } from '../controls/message-bar';
import { MoreButton, ShortList, usePages } from '../controls/pages';
import { useLate } from '../controls/waiting';
import { PlanRow } from './plan-row';
import { usePlanList } from './use-plan';

/** So many plans are worked out before anyone asks for more. */
const FIRST_PLANS = 20;

/** Budgets, what is spent of them and where they will end, client by client. */
export function Plans({ pane, shown }: { pane: PaneContext; shown: boolean }): JSX.Element {
  const [year, setYear] = useState<string | null>(null);
  const { value: found, failure } = usePlanList(pane, shown, year);
  const late = useLate(found === null && failure === null);
  const { AIBudgets } = pane.snapshot.tables;
  return (
    <>
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      {failure && <FailureBar failure={failure} />}
      {AIBudgets.kind === 'broken' && (
        <MessageBar tone="error" title="AIBudgets cannot be read.">
          {AIBudgets.message}
        </MessageBar>
      )}
      {AIBudgets.kind === 'present' && AIBudgets.problems.length > 0 && (
        <MessageBar
          tone="warning"
          title={`${count(AIBudgets.problems.length, 'row')} of AIBudgets cannot be used.`}
          actions={
            <Button look="link" onClick={() => pane.show('data')}>
              Show the rows
            </Button>
          }
        />
      )}
      {found === null && (
        <p class="hint" role="status">
          {late && 'Working out the plans…'}
        </p>
      )}
      {found && found.years.length > 0 && <YearChoice years={found.years} year={year} onYear={setYear} />}
      {found?.subjects.length === 0 && <NoPlan pane={pane} />}
      {found && <PlanRows pane={pane} shown={shown} found={found} />}
      {found && found.without.length > 0 && (
        <>
          <h2>Without a plan</h2>
          <p class="hint">Neither a budget nor months enough to forecast from.</p>
          <ShortList
            label="Clients without a plan"
            noun="clients"
            items={found.without}
            line={({ name, message }) => (
              <>
                {name} <span class="hint">{message}</span>
              </>
            )}
          />
        </>
      )}
    </>
  );
}

function PlanRows({ pane, shown, found }: { pane: PaneContext; shown: boolean; found: PlanList }): JSX.Element {
  const [chosen, setChosen] = useState<string | null>(null);
  const pages = usePages(found.subjects, FIRST_PLANS);
  return (
    <>
      <h2 class="unseen">Plans</h2>
      <ul class="clients" ref={pages.list} aria-label="Plans">
        {pages.shown.map((subject, index) => (
          <PlanRow
            key={`${subject.name} ${subject.year ?? ''}`}
            id={`plan-${index}`}
            pane={pane}
            subject={subject}
            shown={shown}
            open={subject.name === chosen}
            onToggle={() => setChosen(subject.name === chosen ? null : subject.name)}
          />
        ))}
      </ul>
      <MoreButton next={pages.next} noun="plans" onMore={pages.showMore} />
    </>
  );
}

interface YearChoiceProps {
  years: readonly string[];
  year: string | null;
  onYear(year: string | null): void;
}

/** Budgets are also of years in which nothing is on record yet, or no longer. */
function YearChoice({ years, year, onYear }: YearChoiceProps): JSX.Element {
  return (
    <label class="field">
      Budgets of
      <select value={year ?? ''} onChange={(event) => onYear(event.currentTarget.value || null)}>
        <option value="">year of the latest month</option>
        {years.map((other) => (
          <option key={other} value={other}>
            {other}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What it takes to have a plan, and the ways there. */
function NoPlan({ pane }: { pane: PaneContext }): JSX.Element {
  const { kind } = pane.snapshot.tables.AIBudgets;
  return (
    <div class="empty">
      <p>
        {kind === 'missing' ? 'This workbook has no table AIBudgets' : 'AIBudgets has no budget'}, and no client has
        three complete months in a row, which a forecast needs.
      </p>
      <Button look="primary" onClick={() => pane.newBudget('')}>
        New budget…
      </Button>
      <Button onClick={() => pane.openImport()}>Import a bill…</Button>
    </div>
  );
}
