import type { JSX } from 'preact';
import { Button } from '../controls/button';
import { clientFormulas } from '../formulas';
import type { PaneContext } from '../pane-context';
import type { ClientLine } from '../services';
import { insertFormula } from '../tasks';

/** What a client's figures rest on, and the formulas that bring them into a cell. */
export function ClientDetails({ client, pane }: { client: ClientLine; pane: PaneContext }): JSX.Element {
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
