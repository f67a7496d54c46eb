import type { JSX } from 'preact';
import { Badge } from '../controls/badge';
import { Icon } from '../controls/icon';
import type { PaneContext } from '../pane-context';
import type { ClientLine } from '../services';
import { ClientDetails } from './client-details';

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
