import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { groupThousands } from '../../domain/money/money';
import type { Coverage, LoadedBill, VendorMonths } from '../contract/loaded-services';
import type { PaneContext } from '../contract/pane-context';
import { count, list, months } from '../contract/phrases';
import { goTo, removeBill } from '../contract/tasks';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import { MoreButton, usePages } from '../controls/pages';
import { useAsked } from '../controls/waiting';

interface LoadedProps {
  pane: PaneContext;
  /** Whether it is on the screen: only then the tables are read. */
  shown: boolean;
}

/** The bills that were imported, what can be done about each, and which vendor lacks a month. */
export function Loaded({ pane, shown }: LoadedProps): JSX.Element {
  const { services, snapshot } = pane;
  const [changes, setChanges] = useState(0);
  const { value: loaded, failure } = useAsked(shown, async () => (await services.loaded()).bills(), [
    services,
    snapshot,
    changes,
  ]);
  return (
    <>
      <h2>What is loaded</h2>
      {failure && <FailureBar failure={failure} />}
      {loaded?.bills.length === 0 && <p class="hint">No bill has been imported yet.</p>}
      {loaded && loaded.coverage.vendors.length > 0 && <VendorGrid coverage={loaded.coverage} />}
      {loaded && loaded.bills.length > 0 && (
        <Bills pane={pane} bills={loaded.bills} onChange={() => setChanges(changes + 1)} />
      )}
    </>
  );
}

/** So many bills are shown at first. */
const FIRST_BILLS = 5;

interface BillsProps {
  pane: PaneContext;
  bills: readonly LoadedBill[];
  onChange(): void;
}

function Bills({ pane, bills, onChange }: BillsProps): JSX.Element {
  const pages = usePages(bills, FIRST_BILLS);
  const locked = pane.busy || pane.snapshot.readOnly;
  return (
    <>
      <ul ref={pages.list} class="reference-cards" aria-label="Imported bills">
        {pages.shown.map((bill) => (
          <li key={bill.source} class="reference-card loaded-bill">
            <h3>{bill.source}</h3>
            <p class="hint">
              {[bill.format, bill.loadedAt !== '' && `loaded ${bill.loadedAt} UTC`].filter(Boolean).join(' · ')}
            </p>
            <p>{contents(bill)}</p>
            <div class="reference-actions">
              {bill.firstRow !== null && (
                <Button
                  label={`Go to the rows of ${bill.source}`}
                  onClick={() => pane.run(goTo(pane.services, 'AIClients', bill.firstRow))}
                >
                  Go to rows
                </Button>
              )}
              {bill.canRefresh && (
                <Button label={`Refresh ${bill.source}`} disabled={locked} onClick={() => pane.openLedger(bill.source)}>
                  Refresh…
                </Button>
              )}
              <Button
                label={`Load the corrected file of ${bill.source}`}
                disabled={locked}
                onClick={() => pane.openImport(bill.source)}
              >
                Load the corrected file
              </Button>
              <Button
                label={`Remove ${bill.source}`}
                disabled={locked}
                onClick={() => pane.run(removeBill(pane.services, bill, onChange))}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun="bills" onMore={pages.showMore} />
    </>
  );
}

/** More clients than these are counted, not named. */
const CLIENTS_NAMED = 3;

/** `30 rows · 2024-09 to 2024-11 · Acme and Beta · 1,234.50 USD`. */
function contents({ rows, from, to, clients, sums }: LoadedBill): string {
  if (rows === 0) {
    return 'None of its rows is in AIClients any more.';
  }
  return [
    count(rows, 'row'),
    months(from, to),
    clients.length <= CLIENTS_NAMED ? list(clients) : count(clients.length, 'client'),
    sums.map(({ currency, amount }) => `${groupThousands(amount)} ${currency}`).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

const SIGNS: Readonly<Record<Coverage, { sign: string; says: string }>> = {
  loaded: { sign: '●', says: 'loaded' },
  partial: { sign: '◐', says: 'not complete' },
  missing: { sign: '–', says: 'missing' },
  before: { sign: '', says: 'not yet billed' },
};

/** The last months of each vendor, and in words what is missing. */
function VendorGrid({ coverage: { months: shown, vendors } }: { coverage: VendorMonths }): JSX.Element {
  const missing = vendors.flatMap(({ vendor, coverage }) => {
    const lacks = shown.filter((_, at) => coverage[at] === 'missing');
    return lacks.length === 0 ? [] : [`${vendor}: ${list(lacks)}`];
  });
  return (
    <>
      <table class="vendor-months">
        <caption class="unseen">Vendors by months: which bills are loaded</caption>
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            {shown.map((month) => (
              <th key={month} scope="col">
                <abbr title={month} aria-label={month}>
                  {month.slice(2)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vendors.map(({ vendor, coverage }) => (
            <tr key={vendor}>
              <th scope="row">{vendor}</th>
              {coverage.map((one, at) => (
                <td key={shown[at]} class={one} title={SIGNS[one].says}>
                  <span aria-hidden="true">{SIGNS[one].sign}</span>
                  <span class="unseen">{SIGNS[one].says}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">● loaded, ◐ not complete, – missing after an earlier month.</p>
      {missing.length > 0 && <p class="vendor-missing">Missing: {missing.join('; ')}.</p>}
    </>
  );
}
