import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import { count, list, number } from '../contract/phrases';
import type { ClientGroup, Grouping } from '../contract/snapshot';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { FailureBar } from '../controls/message-bar';
import { MoreButton, usePages } from '../controls/pages';
import { inOrder, KIND_TITLES, matchingClients, totalTitle, ungrouped, type Order } from './arrangement';
import { ClientRow } from './client-row';

/** The clients that a search finds, in the order and groups that the user chooses. */
export function ClientList({ pane }: { pane: PaneContext }): JSX.Element {
  const { clients } = pane.snapshot;
  const [text, setText] = useState('');
  const [order, setOrder] = useState<Order>('spend');
  const [grouping, setGrouping] = useState<Grouping>('none');
  const { groups, failure } = useGroups(pane, grouping);
  const found = matchingClients(clients, text).length;
  const searching = text.trim() !== '';
  const shown = groups
    .map((group) => ({ ...group, clients: inOrder(matchingClients(group.clients, text), order) }))
    .filter((group) => group.clients.length > 0);
  return (
    <>
      <SearchBox label="Search clients" text={text} onSearch={setText} />
      <div class="arrangement">
        <label>
          Sort by
          <select value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
            <option value="spend">Spend</option>
            <option value="name">Name</option>
          </select>
        </label>
        <label>
          Group by
          <select value={grouping} onChange={(event) => setGrouping(event.currentTarget.value as Grouping)}>
            <option value="none">Nothing</option>
            <option value="vendor">Vendor</option>
            <option value="service">Service</option>
          </select>
        </label>
      </div>
      <p class="hint" role="status">
        {searching && found < clients.length
          ? `${number(found)} of ${count(clients.length, 'client')}`
          : count(clients.length, 'client')}
      </p>
      {failure && <FailureBar failure={failure} />}
      {found === 0 && (
        <div class="empty">
          <p>No client or vendor contains “{text.trim()}”.</p>
          <Button onClick={() => setText('')}>Show all clients</Button>
        </div>
      )}
      {shown.map((group) => (
        <Group
          key={`${group.name} ${group.kind}`}
          pane={pane}
          group={group}
          grouping={grouping}
          alone={groups.length === 1 && grouping === 'none'}
          searching={searching}
        />
      ))}
    </>
  );
}

/** The clients in groups; those of a snapshot at once, others as soon as they have been worked out. */
function useGroups(
  { services, snapshot }: PaneContext,
  grouping: Grouping,
): { groups: readonly ClientGroup[]; failure: PaneFailure | null } {
  const [found, setFound] = useState<{ by: Grouping; groups: readonly ClientGroup[]; failure: PaneFailure | null }>({
    by: 'none',
    groups: [],
    failure: null,
  });
  useEffect(() => {
    if (grouping === 'none') {
      return undefined;
    }
    let isLatest = true;
    services.clientGroups(grouping).then(
      (groups) => isLatest && setFound({ by: grouping, groups, failure: null }),
      (thrown: unknown) => isLatest && setFound({ by: grouping, groups: [], failure: asFailure(thrown) }),
    );
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, grouping]);
  return grouping === 'none' || found.by !== grouping ? { groups: ungrouped(snapshot), failure: null } : found;
}

interface GroupProps {
  pane: PaneContext;
  group: ClientGroup;
  grouping: Grouping;
  /** It is the only one, so what it has in common goes without saying. */
  alone: boolean;
  /** Some of its clients may be hidden: a total would not be that of those shown. */
  searching: boolean;
}

function Group({ pane, group, grouping, alone, searching }: GroupProps): JSX.Element {
  const [chosen, setChosen] = useState<string | null>(null);
  const pages = usePages(group.clients);
  const title = alone ? 'Clients' : titleOf(group, grouping);
  const id = `clients-${grouping}-${group.name}-${group.kind}`.replace(/\s/g, '_');
  return (
    <>
      <h2 class={alone ? 'unseen' : 'client-group'}>{title}</h2>
      <ul class="clients" ref={pages.list} aria-label={title}>
        {pages.shown.map((client, index) => (
          <ClientRow
            key={client.name}
            id={`${id}-${index}`}
            client={client}
            pane={pane}
            open={client.name === chosen}
            onToggle={() => setChosen(client.name === chosen ? null : client.name)}
          />
        ))}
      </ul>
      <MoreButton next={pages.next} noun="clients" onMore={pages.showMore} />
      {!searching && group.clients.length > 1 && group.totals.length > 0 && (
        <p class="client-total">
          <span>{totalTitle(group.clients)}</span>
          <span>{list(group.totals)}</span>
        </p>
      )}
    </>
  );
}

function titleOf({ name, kind }: ClientGroup, grouping: Grouping): string {
  return grouping === 'none' ? KIND_TITLES[kind] : `${name || `No ${grouping}`} · ${KIND_TITLES[kind].toLowerCase()}`;
}

interface SearchBoxProps {
  label: string;
  text: string;
  onSearch(text: string): void;
}

/** A search field that answers while the user types; Escape and the browser's cross empty it. */
function SearchBox({ label, text, onSearch }: SearchBoxProps): JSX.Element {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
