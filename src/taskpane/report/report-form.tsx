import type { JSX } from 'preact';
import { RANKED } from '../../domain/figures/ranking-words';
import type { Comparison, ReportDraft, ReportState } from '../contract/report-services';
import { NameField } from '../controls/name-field';

type Subject = 'all' | 'client' | 'vendor';

const COMPARISON_TEXTS: Readonly<Record<Comparison, string>> = {
  before: 'period before',
  'year-before': 'a year before',
};

interface ReportFormProps {
  state: ReportState;
  draft: ReportDraft;
  onChange(part: Partial<ReportDraft>): void;
}

/** What the report is of. */
export function ReportForm({ state, draft, onChange }: ReportFormProps): JSX.Element {
  const subject = subjectOf(draft);
  return (
    <>
      <SubjectFields state={state} draft={draft} onChange={onChange} />
      <div class="report-pair">
        <label class="field">
          Period
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder="latest month"
            aria-describedby="report-period-hint"
            value={draft.period}
            onInput={(event) => onChange({ period: event.currentTarget.value })}
          />
        </label>
        <Choice
          label="Compared with"
          value={draft.comparison}
          options={Object.entries(COMPARISON_TEXTS)}
          onValue={(comparison) => onChange({ comparison: comparison as Comparison })}
        />
        <Choice
          label="Currency"
          value={draft.currency}
          options={[...new Set([draft.currency, ...state.currencies])].map((code) => [code, code])}
          onValue={(currency) => onChange({ currency })}
        />
        <Choice
          label="By"
          value={draft.by}
          options={RANKED.filter((by) => by !== 'client' || subject !== 'client').map((by) => [by, by])}
          onValue={(by) => onChange({ by: by as ReportDraft['by'] })}
        />
      </div>
      <p class="hint" id="report-period-hint">
        Blank: the latest complete month, which moves on with the data. Or a month, quarter or year: 2024-11, 2024-Q4,
        FY2025.
      </p>
    </>
  );
}

/** Of whom it is. */
function SubjectFields({ state, draft, onChange }: ReportFormProps): JSX.Element {
  const subject = subjectOf(draft);
  const choose = (chosen: Subject): void => {
    const client = chosen === 'client' ? (state.clients[0] ?? '') : '*';
    const by = chosen === 'client' && draft.by === 'client' ? 'service' : draft.by;
    onChange({ client, vendor: chosen === 'vendor' ? (state.vendors[0] ?? '') : '', by });
  };
  return (
    <>
      <label class="field">
        Report on
        <select value={subject} onChange={(event) => choose(event.currentTarget.value as Subject)}>
          <option value="all">{state.all === 'own' ? 'all own spend' : 'the market’s claims'}</option>
          <option value="client">one client</option>
          <option value="vendor">one vendor</option>
        </select>
      </label>
      {subject !== 'all' && (
        <NameField
          id="report-name"
          label={subject === 'client' ? 'Client' : 'Vendor'}
          text={subject === 'client' ? draft.client : draft.vendor}
          hint="As AIClients has it."
          options={subject === 'client' ? state.clients : state.vendors}
          required
          onText={(name) => onChange(subject === 'client' ? { client: name } : { vendor: name })}
        />
      )}
    </>
  );
}

function subjectOf({ client, vendor }: ReportDraft): Subject {
  return client !== '*' ? 'client' : vendor !== '' ? 'vendor' : 'all';
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onValue(value: string): void;
}

function Choice({ label, value, options, onValue }: ChoiceProps): JSX.Element {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
