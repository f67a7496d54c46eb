import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nameKey, spellings } from '../../domain/ledger/name-key';
import type { BudgetDraft, BudgetPreview } from '../contract/budget-services';
import { asFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import { addBudget } from '../contract/tasks';
import { Button } from '../controls/button';
import { ShortList } from '../controls/pages';
import { BudgetFields } from './budget-fields';
import { useLatest } from './use-latest';

const EMPTY: BudgetDraft = {
  client: '',
  vendor: '',
  spread: 'evenly',
  from: '',
  to: '',
  year: '',
  amount: '',
  currency: '',
};

/** A new budget that another view asked for; each time another object. */
export interface AskedBudget {
  /** Empty if nobody is named. */
  readonly client: string;
}

interface NewBudgetProps {
  pane: PaneContext;
  shown: boolean;
  asked: AskedBudget | null;
}

/** The way to a budget that the user types: a button, and in its place the form. */
export function NewBudget({ pane, shown, asked }: NewBudgetProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [client, setClient] = useState('');
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== null) {
      setClient(asked.client);
      setOpen(true);
      // The form may be open already.
      start.current?.querySelector('input')?.focus();
    }
  }, [asked]);
  const close = (): void => {
    setOpen(false);
    setClient('');
    // The form goes, and the focus goes back to where it came from.
    requestAnimationFrame(() => start.current?.querySelector('button')?.focus());
  };
  return (
    <div ref={start} class="new-budget">
      {isOpen ? (
        <BudgetForm key={client} pane={pane} shown={shown} client={client} onClose={close} />
      ) : (
        <>
          <Button describedBy="budget-hint" onClick={() => setOpen(true)}>
            New budget…
          </Button>
          <p class="hint" id="budget-hint">
            What a client may spend, for AIBUDGET; evenly, or by last year’s months.
          </p>
        </>
      )}
    </div>
  );
}

interface BudgetFormProps {
  pane: PaneContext;
  shown: boolean;
  /** For whom it is, to begin with. */
  client: string;
  onClose(): void;
}

function BudgetForm({ pane, shown, client, onClose }: BudgetFormProps): JSX.Element {
  const [draft, setDraft] = useState({ ...EMPTY, client });
  const { services, snapshot } = pane;
  const preview = useLatest<BudgetPreview>(
    shown,
    async () => (await services.budgets()).preview(draft),
    (thrown) => ({ kind: 'open', message: asFailure(thrown).message }),
    [services, snapshot, draft],
  );
  const form = useRef<HTMLElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { clients } = snapshot;
  const vendors = spellings(clients.flatMap((client) => client.vendors)).map(([name]) => name);
  const locked = pane.busy || snapshot.readOnly;
  const add = (): void => {
    if (preview?.kind === 'ready') {
      pane.run(addBudget(services, preview.rows, onClose));
    }
  };
  return (
    <section ref={form} class="reference-card" aria-label="New budget">
      <h3>New budget</h3>
      <BudgetFields
        draft={draft}
        clients={[...clients.map(({ name }) => name), '*'].filter((name) => nameKey(name) !== '')}
        vendors={vendors}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <div role="status" class="budget-preview">
        {preview?.kind === 'open' && <p class="hint">{preview.message}</p>}
        {preview?.kind === 'ready' && (
          <p>
            Adds {count(preview.rows.length, 'row')} to AIBudgets. {preview.told}
          </p>
        )}
      </div>
      {preview?.kind === 'ready' && (
        <ShortList
          label="Rows that come"
          noun="rows"
          items={preview.lines}
          line={({ months, amount, by }) => (
            <>
              <span>{months}</span> <span class="figure-change">{amount}</span>
              {by !== '' && <span class="hint">last year: {by}</span>}
            </>
          )}
        />
      )}
      <div class="reference-actions">
        <Button look="primary" disabled={locked || preview?.kind !== 'ready'} onClick={add}>
          Add the budget
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </section>
  );
}
