import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import type { Plan, PlanSubject } from '../contract/plan-services';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { FormulaText } from '../controls/formula-text';
import { InsertButton } from '../controls/insert-button';
import { FailureBar } from '../controls/message-bar';
import { UsedBudget } from '../controls/used-budget';
import { PlanChart } from './plan-chart';
import { usePlan } from './use-plan';

interface PlanRowProps {
  /** The row's id in the page. */
  id: string;
  pane: PaneContext;
  subject: PlanSubject;
  /** Whether the tab is on the screen. */
  shown: boolean;
  open: boolean;
  onToggle(): void;
}

/** One plan: how much of the budget is used and whether it lasts, and all of it when it is chosen. */
export function PlanRow({ id, pane, subject, shown, open, onToggle }: PlanRowProps): JSX.Element {
  const { value: plan, failure } = usePlan(pane, subject, shown);
  const used = plan?.used ?? null;
  const next = plan?.figures.find(({ label }) => label === 'Forecast');
  return (
    <li class={open ? 'client open' : 'client'}>
      <button type="button" class="client-line" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span class="client-figures">
          <span class="client-name">{subject.name}</span>
          <span>{plan?.outlook}</span>
        </span>
        <Icon name="chevron" />
        {used && <UsedBudget budget={used} />}
        {next && <span class="client-budget">Forecast: {next.text}</span>}
      </button>
      <div id={id} hidden={!open}>
        {open && plan && <PlanDetails pane={pane} subject={subject} plan={plan} />}
      </div>
      {failure && <FailureBar failure={failure} />}
    </li>
  );
}

function PlanDetails({ pane, subject, plan }: { pane: PaneContext; subject: PlanSubject; plan: Plan }): JSX.Element {
  return (
    <div class="client-details">
      {plan.months.length > 0 && <PlanChart plan={plan} />}
      {plan.remarks.map((remark) => (
        <p class="hint" key={remark}>
          {remark}
        </p>
      ))}
      {plan.gaps.map(({ kind, message }) => (
        <div class="plan-gap" key={kind}>
          <p class="hint">{message}</p>
          {kind === 'budget' && <Button onClick={() => pane.newBudget(subject.client)}>New budget…</Button>}
          {kind === 'months' && <Button onClick={() => pane.openImport()}>Import a bill…</Button>}
          {kind === 'rows' && <Button onClick={() => pane.show('data')}>Show the tables</Button>}
        </div>
      ))}
      <h3>Insert formula</h3>
      <p class="hint">Goes into the active cell.</p>
      <ul class="formulas" aria-label={`Formulas for ${subject.name}`}>
        {plan.figures.map(({ label, formula, text }) => (
          <li key={formula}>
            <div>
              <span>
                {label}: {text}
              </span>
              <FormulaText class="hint" formula={formula} style={pane.style} />
            </div>
            <InsertButton pane={pane} formula={formula} />
          </li>
        ))}
      </ul>
    </div>
  );
}
