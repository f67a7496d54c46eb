import type { JSX } from 'preact';
import type { BudgetDraft, BudgetSpread } from '../contract/budget-services';
import { NameField } from '../controls/name-field';

const SPREADS: Readonly<Record<BudgetSpread, string>> = {
  evenly: 'evenly over months',
  'by-last-year': 'a year, by last year’s months',
};

interface BudgetFieldsProps {
  draft: BudgetDraft;
  clients: readonly string[];
  vendors: readonly string[];
  onChange(part: Partial<BudgetDraft>): void;
}

/** What a budget is made of. */
export function BudgetFields({ draft, clients, vendors, onChange }: BudgetFieldsProps): JSX.Element {
  return (
    <>
      <NameField
        id="budget-client"
        label="Client"
        hint="As in AIClients, or * for all clients together."
        text={draft.client}
        options={clients}
        required
        onText={(client) => onChange({ client })}
      />
      <NameField
        id="budget-vendor"
        label="Vendor"
        hint="Empty: with all vendors together."
        text={draft.vendor}
        options={vendors}
        onText={(vendor) => onChange({ vendor })}
      />
      <label class="field">
        Spread
        <select
          value={draft.spread}
          onChange={(event) => onChange({ spread: event.currentTarget.value as BudgetSpread })}
        >
          {Object.entries(SPREADS).map(([spread, text]) => (
            <option key={spread} value={spread}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <div class="budget-pair">
        {draft.spread === 'evenly' ? (
          <>
            <Plain label="From month" example="2025-01" text={draft.from} onText={(from) => onChange({ from })} />
            <Plain label="To month" example="2025-12" text={draft.to} onText={(to) => onChange({ to })} />
          </>
        ) : (
          <Plain label="Year" example="2025" text={draft.year} onText={(year) => onChange({ year })} />
        )}
        <Plain label="Amount" example="120000" text={draft.amount} onText={(amount) => onChange({ amount })} />
        <Plain label="Currency" example="EUR" text={draft.currency} onText={(currency) => onChange({ currency })} />
      </div>
    </>
  );
}

interface PlainProps {
  label: string;
  example: string;
  text: string;
  onText(text: string): void;
}

function Plain({ label, example, text, onText }: PlainProps): JSX.Element {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={example}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}
