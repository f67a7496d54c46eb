import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { LedgerConnection, LedgerRefresh, LedgerServices } from '../contract/ledger-services';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import { Button } from '../controls/button';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { useOnce } from '../controls/waiting';
import { FieldRow, Step } from './step';
import type { Open } from './use-import';

interface LedgerFormProps {
  pane: PaneContext;
  /** The import that is to be brought up to date; null for none. */
  refreshing: string | null;
  onOpen(name: string, open: Open): void;
}

interface Prepared {
  readonly ledgers: LedgerServices;
  readonly refresh: LedgerRefresh | null;
}

/** How a ledger in an engine is reached, and which table of it is wanted. */
export function LedgerForm({ pane, refreshing, onOpen }: LedgerFormProps): JSX.Element {
  const prepared = useOnce(async (): Promise<Prepared> => {
    const ledgers = await pane.services.ledgers();
    return { ledgers, refresh: refreshing === null ? null : await ledgers.refresh(refreshing) };
  });
  if (prepared.failure) {
    return (
      <FailureBar
        failure={prepared.failure}
        actions={
          <Button look="link" onClick={prepared.askAgain}>
            Try again
          </Button>
        }
      />
    );
  }
  if (prepared.value === null) {
    return <p class="hint">Getting ready…</p>;
  }
  const { ledgers, refresh } = prepared.value;
  return ledgers.admitted.length === 0 ? (
    <NotAdmitted />
  ) : (
    <Connecting ledgers={ledgers} refresh={refresh} onOpen={onOpen} />
  );
}

/** What an administrator does, if this build may talk to nobody. */
function NotAdmitted(): JSX.Element {
  return (
    <MessageBar tone="info" title="This add-in may not talk to any ledger yet.">
      It sends nothing to an address that its administrator has not named. The administrator builds it anew with{' '}
      <code>npm run build -- --base … --connect https://clickhouse.example.com</code> and puts it in the place of this
      one; docs/ledger.md has the engine’s side.
    </MessageBar>
  );
}

interface ConnectingProps {
  ledgers: LedgerServices;
  refresh: LedgerRefresh | null;
  onOpen(name: string, open: Open): void;
}

// eslint-disable-next-line max-lines-per-function -- one form of fields, one after the other
function Connecting({ ledgers, refresh, onOpen }: ConnectingProps): JSX.Element {
  const [connection, setConnection] = useState<LedgerConnection>(() => firstConnection(ledgers, refresh));
  const [tables, setTables] = useState<readonly string[] | null>(null);
  const [table, setTable] = useState(refresh?.table ?? '');
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const [asking, setAsking] = useState<AbortController | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const change = (part: Partial<LedgerConnection>): void => {
    setConnection({ ...connection, ...part });
    setTables(null);
  };
  const connect = async (): Promise<void> => {
    const own = new AbortController();
    running.current = own;
    setAsking(own);
    setFailure(null);
    try {
      const found = await ledgers.tables(connection, own.signal);
      if (!own.signal.aborted) {
        setTables(found);
      }
    } catch (thrown) {
      if (!own.signal.aborted) {
        setFailure(asFailure(thrown));
      }
    } finally {
      setAsking((now) => (now === own ? null : now));
    }
  };
  const open = (): void =>
    onOpen(table, (progress, cancel) => ledgers.open(connection, table, refresh, progress, cancel));
  const text = (name: keyof LedgerConnection, label: string, isSecret = false): JSX.Element => (
    <FieldRow id={`ledger-${name}`} label={label}>
      <input
        id={`ledger-${name}`}
        {...(isSecret ? { type: 'password' as const } : { type: 'text' as const })}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`ledger-${name}-hint`}
        value={connection[name]}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
      />
    </FieldRow>
  );
  return (
    <>
      {refresh !== null && (
        <p>
          <b>{refresh.source}</b> is asked for again{monthsText(refresh)}: what comes takes the place of its rows.
        </p>
      )}
      <Step title="Ledger">
        {text('address', 'Address')}
        <p class="hint" id="ledger-address-hint">
          ClickHouse, by its HTTPS interface. Admitted: {ledgers.admitted.join(', ')}
        </p>
        {text('database', 'Database')}
        <p class="hint" id="ledger-database-hint">
          Blank: the user’s own.
        </p>
        {text('user', 'User')}
        <p class="hint" id="ledger-user-hint">
          One that may only read. Blank: a proxy that you have signed in to knows you.
        </p>
        {text('password', 'Password', true)}
        <p class="hint" id="ledger-password-hint">
          Stays in memory until the pane is closed; it is in no workbook, setting, log or address.
        </p>
        <div class="import-actions">
          {refresh === null && (
            <Button
              look={tables === null ? 'primary' : 'secondary'}
              disabled={asking !== null}
              onClick={() => void connect()}
            >
              Connect
            </Button>
          )}
          {asking !== null && <Button onClick={() => asking.abort()}>Cancel</Button>}
        </div>
        <div role="status">
          {tables !== null && <p class="hint">Connected: {count(tables.length, 'table')} can be read.</p>}
        </div>
        <div role="alert">{failure && <FailureBar failure={failure} />}</div>
      </Step>
      <Step title="Which table">
        <FieldRow id="ledger-table" label="Table">
          <input
            id="ledger-table"
            type="text"
            list="ledger-tables"
            autocomplete="off"
            spellcheck={false}
            disabled={refresh !== null}
            aria-describedby="ledger-table-hint"
            value={table}
            onInput={(event) => setTable(event.currentTarget.value)}
          />
        </FieldRow>
        <datalist id="ledger-tables">
          {tables?.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p class="hint" id="ledger-table-hint">
          A table or view, with its database: billing.focus. Connected, those that you may read are offered.
        </p>
        <div>
          <Button
            look={tables !== null || refresh !== null ? 'primary' : 'secondary'}
            disabled={table.trim() === ''}
            onClick={open}
          >
            Read its columns
          </Button>
        </div>
      </Step>
    </>
  );
}

/** As in this session before, but of the ledger that is to be asked again; the password only if it is the same. */
function firstConnection(ledgers: LedgerServices, refresh: LedgerRefresh | null): LedgerConnection {
  const last = ledgers.last();
  const [admitted = ''] = ledgers.admitted;
  const address = refresh?.address ?? last?.address ?? admitted;
  return last !== null && sameAddress(last.address, address)
    ? { ...last, address }
    : { address, database: '', user: '', password: '' };
}

function sameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
}

function monthsText({ months: { from, to } }: LedgerRefresh): string {
  if (from === '' && to === '') {
    return '';
  }
  return to === '' ? ` from ${from} on` : from === '' ? ` up to ${to}` : ` for ${from} to ${to}`;
}
