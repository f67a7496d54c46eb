import type { JSX } from 'preact';
import { clientFormulas } from '../contract/formulas';
import type { PaneContext } from '../contract/pane-context';
import type { ClientLine } from '../contract/snapshot';
import { insertFormula } from '../contract/tasks';
import { Badge } from '../controls/badge';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';

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
  const { name, vendors, month, spend, share, basis, problem } = client;
  return (
    <li class={open ? 'client open' : 'client'}>
      <button type="button" class="client-line" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span class="client-figures">
          <span class="client-name">{name}</span>
          <span class={spend === null ? 'client-spend none' : 'client-spend'}>{spendText(client)}</span>
        </span>
        <Icon name="chevron" />
        <span class="client-figures client-context">
          <span class="client-vendor">
            {vendors.join(', ')} {basis && <Badge look={basis === 'billed' ? 'tint' : 'outline'}>{basis}</Badge>}
          </span>
          <span>{[month, share && `${share} share`].filter(Boolean).join(' · ')}</span>
        </span>
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

function spendText({ spend, disclosed, problem }: ClientLine): string {
  if (!disclosed) {
    return 'not disclosed';
  }
  return spend ?? (problem === null ? 'no spend' : 'no figure');
}

/** What a client's figures rest on, and the formulas that bring them into a cell. */
function ClientDetails({ client, pane }: { client: ClientLine; pane: PaneContext }): JSX.Element {
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
      <h2>Insert formula</h2>
      <p class="hint">Goes into the active cell.</p>
      <ul class="formulas" aria-label={`Formulas for ${client.name}`}>
        {clientFormulas(client.name).map(({ formula, answers }) => (
          <li key={formula}>
            <div>
              <code>{formula}</code>
              <span class="hint">{answers}</span>
            </div>
            <Button
              label={`Insert ${formula}`}
              disabled={pane.busy || pane.snapshot.readOnly}
              onClick={() => pane.run(insertFormula(pane.services, () => formula))}
            >
              Insert
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
