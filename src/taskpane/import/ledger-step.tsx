import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ImportTable, MonthSpan, OpenLedger } from '../contract/import-services';
import { Button } from '../controls/button';
import { useCopying } from '../controls/copy-text';
import { Section } from '../controls/section';
import type { BillDraft, DraftChange } from './bill-draft';
import { openRoles } from './role-sources';
import { FieldRow, Step } from './step';
import type { LivePreview } from './use-preview';

interface LedgerStepProps {
  ledger: OpenLedger;
  table: ImportTable;
  draft: BillDraft;
  live: LivePreview;
  onChange(change: DraftChange): void;
}

/** What an engine is asked: for which months, in which words, and when. */
export function LedgerStep({ ledger, table, draft, live, onChange }: LedgerStepProps): JSX.Element {
  const { mapping, months } = draft;
  const isOpen = openRoles(mapping).length > 0;
  const {
    statement = null,
    before = [],
    problem = null,
  } = useMemo(
    () => (isOpen ? { problem: '' } : ledger.question(table.recognition, mapping, months)),
    [ledger, table, mapping, months, isOpen],
  );
  const month = (name: keyof MonthSpan, label: string): JSX.Element => (
    <FieldRow id={`ledger-${name}`} label={label}>
      <input
        id={`ledger-${name}`}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        placeholder="2024-11"
        disabled={ledger.areMonthsFixed}
        aria-describedby="ledger-months-hint"
        value={months[name]}
        onInput={(event) =>
          onChange({ kind: 'months', months: { ...months, [name]: event.currentTarget.value.trim() } })
        }
      />
    </FieldRow>
  );
  return (
    <Step title="Ask the ledger">
      {month('from', 'From')}
      {month('to', 'To')}
      <p class="hint" id="ledger-months-hint">
        {ledger.areMonthsFixed
          ? 'The months are those of the load that is brought up to date.'
          : 'Blank: all months. Counted in UTC.'}
      </p>
      <p class="field-problem" role="alert">
        {problem}
      </p>
      {statement !== null && <Statement statement={statement} before={before} />}
      <div>
        <Button
          look={live.previewing.kind === 'unasked' ? 'primary' : 'secondary'}
          disabled={statement === null || live.previewing.kind === 'reading'}
          onClick={live.readAgain}
        >
          Ask the ledger
        </Button>
      </div>
    </Step>
  );
}

/** The statement as the engine gets it, to be looked at and carried elsewhere. */
function Statement({ statement, before }: { statement: string; before: readonly string[] }): JSX.Element {
  const { copy, byHand } = useCopying();
  return (
    <Section title="Statement" extent={`${statement.split('\n').length} lines`}>
      <pre class="ledger-statement" tabIndex={0} aria-label="Statement">
        {statement}
      </pre>
      <div>
        <Button onClick={() => void copy(statement, '')}>Copy</Button>
      </div>
      {byHand}
      <p class="hint">
        Asked before it: how many sums there are and how large they may become, and which days have rows.
      </p>
      <pre class="ledger-statement" tabIndex={0} aria-label="Asked before">
        {before.join(';\n\n')}
      </pre>
    </Section>
  );
}
