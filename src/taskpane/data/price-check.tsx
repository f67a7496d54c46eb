import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CheckedModel, PriceCheck as Check } from '../../domain/figures/price-check';
import { formatAmount } from '../../domain/money/money';
import { asFailure, type PaneFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import { count } from '../contract/phrases';
import type { ReferenceServices } from '../contract/reference-data';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import { ShortList } from '../controls/pages';

interface PriceCheckProps {
  pane: PaneContext;
  /** Null before they were fetched. */
  services: ReferenceServices | null;
  /** Whether it is on the screen: only then it is worked out anew when the tables change. */
  shown: boolean;
}

/** What bills ask for tokens beside what they would cost at list prices, once it is asked for. */
export function PriceCheck({ pane: { snapshot }, services, shown }: PriceCheckProps): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const [found, setFound] = useState<Check | null>(null);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  useEffect(() => {
    if (!shown || !isAsked || services === null) {
      return undefined;
    }
    let isLatest = true;
    const tell = (check: Check | null, problem: PaneFailure | null): void => {
      if (isLatest) {
        setFound(check);
        setFailure(problem);
      }
    };
    services.priceCheck().then(
      (check) => tell(check, null),
      (thrown: unknown) => tell(null, asFailure(thrown)),
    );
    return () => {
      isLatest = false;
    };
  }, [services, snapshot, shown, isAsked]);
  return (
    <>
      <div class="reference-actions">
        <Button describedBy="price-check-hint" disabled={services === null} onClick={() => setAsked(true)}>
          Check against list prices
        </Button>
      </div>
      <p class="hint" id="price-check-hint">
        Price times quantity beside what was billed, by model. Nothing is written, and no billed amount changes.
      </p>
      <div role="status">
        {failure && <FailureBar failure={failure} />}
        {isAsked && found === null && failure === null && <p class="hint">Comparing…</p>}
        {found && <p>{summaryText(found)}</p>}
      </div>
      {found && <Found check={found} />}
    </>
  );
}

function Found({ check: { models, unchecked } }: { check: Check }): JSX.Element {
  return (
    <>
      {models.length > 0 && (
        <ShortList
          label="Billed beside list prices"
          noun="models"
          items={models}
          line={(model) => (
            <>
              <b>{model.model}</b>
              <span class="figure-change">{differenceText(model)}</span>
              <span class="hint">
                billed {formatAmount({ amount: model.billed, currency: model.currency })}, at list prices{' '}
                {formatAmount({ amount: model.atList, currency: model.currency })} · {count(model.rows, 'row')}
              </span>
            </>
          )}
        />
      )}
      {unchecked.length > 0 && (
        <ShortList
          label="Not compared"
          noun="reasons"
          items={unchecked}
          line={({ model, rows, reason }) => (
            <>
              <b>{model}</b>
              <span class="figure-change">{count(rows, 'row')} not compared</span>
              <span class="hint">{reason}</span>
            </>
          )}
        />
      )}
    </>
  );
}

function summaryText({ models, unchecked }: Check): string {
  const compared = models.reduce((all, { rows }) => all + rows, 0);
  const left = unchecked.reduce((all, { rows }) => all + rows, 0);
  if (compared + left === 0) {
    return 'No row of AIClients has a model, a quantity and a spend. Import a bill with its quantities.';
  }
  return `${count(compared, 'row')} compared${left === 0 ? '' : `, ${count(left, 'row')} not`}.`;
}

/** `2.00 USD more than the list (1.7%)`. */
function differenceText({ billed, atList, currency }: CheckedModel): string {
  const difference = billed.minus(atList);
  if (difference.isZero()) {
    return 'as the list';
  }
  const part = atList.isZero() ? '' : ` (${difference.abs().div(atList.abs()).times(100).toFixed(1)}%)`;
  const amount = formatAmount({ amount: difference.abs(), currency });
  return `${amount} ${difference.isNegative() ? 'less' : 'more'} than the list${part}`;
}
