import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import { changeText, count, list, number } from '../contract/phrases';
import type { ModelPrices, PriceScope, ReferenceServices } from '../contract/reference-data';
import { loadPrices, removePrices } from '../contract/tasks';
import { Button } from '../controls/button';
import { FailureBar, MessageBar } from '../controls/message-bar';
import { useAsked } from '../controls/waiting';
import { PriceCheck } from './price-check';

/** So many names of models are told; a bill may have hundreds. */
const MOST_NAMES = 5;

interface PriceCardProps {
  pane: PaneContext;
  /** Null before they were fetched. */
  services: ReferenceServices | null;
  /** Whether it is on the screen: only then the prices are fetched and compared. */
  shown: boolean;
}

/** The list prices of models that ship: how much of them to load, what a load adds, and the way out. */
export function PriceCard({ pane, services, shown }: PriceCardProps): JSX.Element {
  const { snapshot } = pane;
  const [chosen, setChosen] = useState<PriceScope | null>(null);
  const { value: prices, failure } = useAsked(shown && services !== null, async () => services?.prices() ?? null, [
    services,
    snapshot,
  ]);
  const scope = chosen ?? (prices === null || prices.priced > 0 ? 'recorded' : 'all');
  const locked = pane.busy || snapshot.readOnly;
  const isEmpty = scope === 'recorded' && prices?.priced === 0;
  return (
    <li class="reference-card">
      <h3>Model prices</h3>
      <p class="hint" id="reference-prices">
        List prices for AIPRICE: base prices, without discounts, and without tiers for requests of a certain size.
        Prices of your own stay.
      </p>
      {failure && <FailureBar failure={failure} />}
      {prices && <PriceFacts prices={prices} scope={scope} onScope={setChosen} />}
      <div class="reference-actions">
        <Button
          describedBy="reference-prices"
          disabled={locked || isEmpty}
          onClick={() => pane.run(loadPrices(pane.services, scope))}
        >
          Load model prices
        </Button>
        {prices && prices.present > 0 && (
          <Button disabled={locked} onClick={() => pane.run(removePrices(pane.services))}>
            Remove model prices
          </Button>
        )}
      </div>
      <PriceCheck pane={pane} services={services} shown={shown} />
      {prices && (
        <p class="hint">
          As of {prices.asOf}. {prices.licence}
        </p>
      )}
    </li>
  );
}

interface PriceFactsProps {
  prices: ModelPrices;
  scope: PriceScope;
  onScope(scope: PriceScope): void;
}

function PriceFacts({ prices, scope, onScope }: PriceFactsProps): JSX.Element {
  const { present, rows, priced, changes, refused } = prices;
  const change = changes[scope];
  return (
    <>
      <p>
        {present === 0 ? 'Not in this workbook.' : `In this workbook: ${number(present)} of ${count(rows, 'row')}.`}
      </p>
      {refused && <MessageBar tone="warning">{refused}</MessageBar>}
      <label class="field">
        Which models
        <select value={scope} onChange={(event) => onScope(event.currentTarget.value as PriceScope)}>
          <option value="recorded">On record in AIClients ({number(priced)})</option>
          <option value="all">All ({count(rows, 'price')})</option>
        </select>
      </label>
      {scope === 'recorded' && <p class="hint">{recordText(prices)}</p>}
      {change && (
        <ul class="reference-changes" aria-label="What loading changes: Model prices">
          <li>{changeText(change)}</li>
        </ul>
      )}
    </>
  );
}

/** What the models on record come to: `2 of 3 models on record have list prices; gpt-x has none.` */
function recordText({ priced, unpriced }: ModelPrices): string {
  const recorded = priced + unpriced.length;
  if (recorded === 0) {
    return 'The column Model of AIClients names no model. Choose all, or import a bill with its models.';
  }
  const told = unpriced.slice(0, MOST_NAMES);
  const more = unpriced.length - told.length;
  const names = more > 0 ? [...told, `${number(more)} more`] : told;
  const without = unpriced.length === 0 ? '' : `; ${list(names)} ${unpriced.length === 1 ? 'has' : 'have'} none`;
  return `${number(priced)} of ${count(recorded, 'model')} on record ${priced === 1 ? 'has' : 'have'} list prices${without}.`;
}
