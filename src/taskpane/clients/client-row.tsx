import type { JSX } from 'preact';
import { isShared } from '../../domain/ledger/shared-rows';
import type { PaneContext } from '../contract/pane-context';
import type { ClientLine } from '../contract/snapshot';
import { Badge } from '../controls/badge';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { FormulaText } from '../controls/formula-text';
import { InsertButton } from '../controls/insert-button';
import { RowsInDoubt } from '../controls/rows-in-doubt';
import { UsedBudget } from '../controls/used-budget';
import { useWorkingFormulas } from './working-formulas';

interface ClientRowProps {
  /** The row's id in the page. */
  id: string;
  client: ClientLine;
  pane: PaneContext;
  open: boolean;
  onToggle(): void;
}

/** One client: its latest figures on two lines, and its details when it is chosen. */
export function ClientRow({ id, client, pane, open, onToggle }: ClientRowProps): JSX.Element {
  const { name, vendors, month, share, basis, problem, budget } = client;
  return (
    <li class={open ? 'client open' : 'client'}>
      <button type="button" class="client-line" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span class="client-figures">
          <span class="client-name">{name}</span>
          <span class={client.hasFigure ? 'client-spend' : 'client-spend none'}>{spendText(client)}</span>
        </span>
        <Icon name="chevron" />
        <span class="client-figures client-context">
          <span class="client-vendor">
            {vendors.join(', ')} {basis && <Badge look={basis === 'billed' ? 'tint' : 'outline'}>{basis}</Badge>}
          </span>
          <span>{[month, share].filter(Boolean).join(' · ')}</span>
        </span>
        {budget && <UsedBudget budget={budget} />}
        {problem && (
          <span class="client-problem">
            <Icon name="warning" />
            {problem}
          </span>
        )}
      </button>
      <div id={id} hidden={!open}>
        {open && <ClientDetails client={client} pane={pane} />}
      </div>
    </li>
  );
}

function spendText({ spend, disclosed, problem, doubt }: ClientLine): string {
  if (problem !== null) {
    return doubt.length > 0 ? 'in doubt' : 'cannot be read';
  }
  return spend ?? (disclosed ? 'no spend' : 'not disclosed');
}

/** What a client's figures rest on, and the formulas that bring them into a cell. */
function ClientDetails({ client, pane }: { client: ClientLine; pane: PaneContext }): JSX.Element {
  const formulas = useWorkingFormulas(pane, client);
  const offer =
    formulas === null
      ? 'Trying what gives a figure…'
      : formulas.length === 0
        ? 'None gives a figure as the tables are.'
        : 'Goes into the active cell.';
  const facts = [
    ['Latest month', client.month ?? 'none on record'],
    ['Source', client.source],
    ['Note', client.note],
  ].filter(([, text]) => text);
  return (
    <div class="client-details">
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {client.marks.map((mark) => (
        <p class="hint" key={mark}>
          {mark}
        </p>
      ))}
      <RowsInDoubt pane={pane} rows={client.doubt} onSettled={() => pane.show('clients')} />
      {isShared(client.name) && client.kind !== 'market' && (
        <Button onClick={() => pane.splitShared('spend')}>Split shared cost…</Button>
      )}
      <h3>Insert formula</h3>
      <p class="hint">{offer}</p>
      <ul class="formulas" aria-label={`Formulas for ${client.name}`}>
        {(formulas ?? []).map(({ formula, answers, result }) => (
          <li key={formula}>
            <div>
              <FormulaText formula={formula} style={pane.style} />
              <span class="hint">{result === '' ? answers : `${answers}: ${result}`}</span>
            </div>
            <InsertButton pane={pane} formula={formula} />
          </li>
        ))}
      </ul>
    </div>
  );
}
