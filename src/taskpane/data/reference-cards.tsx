import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { changeText, count } from '../contract/phrases';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { ReferenceServices, ReferenceSet, ReferenceSetId } from '../contract/reference-data';
import { loadReferenceData, removeReferenceData } from '../contract/tasks';
import { Button } from '../controls/button';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { FigureChanges } from './figure-changes';
import { PriceCard } from './price-card';

interface ReferenceCardsProps {
  pane: PaneContext;
  /** Whether it is on the screen: only then the tables are compared with what ships. */
  shown: boolean;
}

/** What a set is, as its card says it. */
const CARDS: Readonly<Record<ReferenceSetId, { title: string; what: string; load: string; remove: string }>> = {
  article: {
    title: 'The article of November 2024',
    what: 'ByteDance, Adobe and Meta as clients of Microsoft, IDC’s return on AI, and exchange rates to convert with. Rows of your own stay.',
    load: 'Load reference data',
    remove: 'Remove the article',
  },
  claims: {
    title: 'Reported claims 2023 to 2026',
    what: 'What press, vendors and studies state, with bounds where a source gives a bound: clients, vendors’ AI revenue, returns. Claims that disagree stand side by side until you decide.',
    load: 'Load the claims',
    remove: 'Remove the claims',
  },
  rates: {
    title: 'Exchange rates alone',
    what: 'Monthly means of the European Central Bank’s reference rates. For newer ones, import the bank’s file.',
    load: 'Load the rates',
    remove: 'Remove the rates',
  },
};

/** The data that ships: of each set what it adds and changes, and the way in and out. */
export function ReferenceCards({ pane, shown }: ReferenceCardsProps): JSX.Element {
  const [known, setKnown] = useState<{ services: ReferenceServices; sets: readonly ReferenceSet[] } | null>(null);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const { services, snapshot } = pane;
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    let isLatest = true;
    const look = async (): Promise<void> => {
      const reference = await services.referenceData();
      const sets = await reference.sets();
      if (isLatest) {
        setKnown({ services: reference, sets });
        setFailure(null);
      }
    };
    look().catch((thrown: unknown) => isLatest && setFailure(asFailure(thrown)));
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, shown]);
  return (
    <>
      <h2>Reference data</h2>
      {failure && <FailureBar failure={failure} />}
      <ul class="reference-cards" aria-label="Reference data">
        {(Object.keys(CARDS) as ReferenceSetId[]).map((id) => (
          <ReferenceCard
            key={id}
            pane={pane}
            id={id}
            set={known?.sets.find((set) => set.id === id) ?? null}
            services={known?.services ?? null}
          />
        ))}
        <PriceCard pane={pane} services={known?.services ?? null} shown={shown} />
      </ul>
    </>
  );
}

interface ReferenceCardProps {
  pane: PaneContext;
  id: ReferenceSetId;
  /** Null before the tables were compared. */
  set: ReferenceSet | null;
  services: ReferenceServices | null;
}

function ReferenceCard({ pane, id, set, services }: ReferenceCardProps): JSX.Element {
  const { title, what, load, remove } = CARDS[id];
  const locked = pane.busy || pane.snapshot.readOnly;
  const hint = `reference-${id}`;
  return (
    <li class="reference-card">
      <h3>{title}</h3>
      <p class="hint" id={hint}>
        {what}
      </p>
      {set && <p>{stateText(set)}</p>}
      {set?.refused && <MessageBar tone="warning">{set.refused}</MessageBar>}
      {set && set.changes.length > 0 && (
        <ul class="reference-changes" aria-label={`What loading changes: ${title}`}>
          {set.changes.map((change) => (
            <li key={change.table}>{changeText(change)}</li>
          ))}
        </ul>
      )}
      {set && services && set.changes.length > 0 && <FigureChanges services={services} set={set} />}
      <div class="reference-actions">
        <Button describedBy={hint} disabled={locked} onClick={() => pane.run(loadReferenceData(pane.services, id))}>
          {load}
        </Button>
        {set && set.present > 0 && (
          <Button disabled={locked} onClick={() => pane.run(removeReferenceData(pane.services, id))}>
            {remove}
          </Button>
        )}
      </div>
    </li>
  );
}

function stateText({ present, rows, changes, refused }: ReferenceSet): string {
  if (refused !== null) {
    return 'Cannot be compared with the tables as they are.';
  }
  if (present === 0) {
    return 'Not in this workbook.';
  }
  const whole = present >= rows && changes.length === 0;
  return whole ? `In this workbook: ${count(rows, 'row')}.` : `In this workbook: ${present} of ${count(rows, 'row')}.`;
}
