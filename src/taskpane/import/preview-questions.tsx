import type { JSX } from 'preact';
import type { DateOrder } from '../../bills/mapping/mapping';
import { MessageBar } from '../controls/message-bar';
import { count, number } from '../contract/phrases';
import type { BillDraft, DraftChange, EarlierChoice } from './bill-draft';
import { CheckField, Choice } from './step';
import { overlap, sameFile } from './import-phrases';
import type { ImportPreview, ImportTable } from '../contract/import-services';
import { exampleOf } from './role-sources';

interface PreviewQuestionsProps {
  table: ImportTable;
  draft: BillDraft;
  preview: ImportPreview;
  onChange(change: DraftChange): void;
}

/** What only the user can decide: nothing is decided for her. */
export function PreviewQuestions({ table, draft, preview, onChange }: PreviewQuestionsProps): JSX.Element {
  const { summary, merges, earlier } = preview;
  return (
    <>
      {(draft.datesAsked || summary.datesAmbiguous) && (
        <DatesQuestion table={table} draft={draft} onChange={onChange} />
      )}
      {earlier.map((known) =>
        known.sameContent ? (
          <MessageBar key={known.source} tone="info" title="This file has been loaded before.">
            {sameFile(known)}
          </MessageBar>
        ) : (
          <Choice<EarlierChoice>
            key={known.source}
            legend="Is this a corrected export?"
            name={`earlier-${known.source}`}
            options={[
              { value: 'replace', label: `Replace the ${count(known.rows, 'row')} of ${known.source}` },
              { value: 'keep', label: 'Keep both' },
            ]}
            value={draft.earlier.get(known.source) ?? null}
            onChoose={(choice) => onChange({ kind: 'earlier', source: known.source, choice })}
          >
            <p class="hint">{overlap(known)}</p>
          </Choice>
        ),
      )}
      {merges.length > 0 && (
        <fieldset class="question">
          <legend>Is this the same client?</legend>
          <p class="hint">Tick what is to be merged. AIAliases keeps it for the next file.</p>
          {merges.map(({ name, client, reason }) => (
            <CheckField
              key={name}
              checked={draft.merges.has(name)}
              onCheck={(agreed) => onChange({ kind: 'merge', name, agreed })}
            >
              {name} is {client}
              <span class="hint">{reason}</span>
            </CheckField>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Whether rows that cannot be read may stay behind. */
export function ProblemRowsQuestion({
  draft,
  preview: { summary },
  onChange,
}: Omit<PreviewQuestionsProps, 'table'>): JSX.Element | null {
  const { problemRows } = summary;
  if (problemRows === 0) {
    return null;
  }
  return (
    <CheckField
      checked={draft.agreedProblemRows === problemRows}
      onCheck={(agreed) => onChange({ kind: 'problem-rows', agreed: agreed ? problemRows : null })}
    >
      Load without the {problemRows === 1 ? 'row' : `${number(problemRows)} rows`} that cannot be read
    </CheckField>
  );
}

function DatesQuestion({ table, draft, onChange }: Omit<PreviewQuestionsProps, 'preview'>): JSX.Element {
  const { dates, roles } = draft.mapping;
  const example = exampleOf(roles.month, table);
  return (
    <Choice<Exclude<DateOrder, 'auto'>>
      legend="How are the dates written?"
      name="dates"
      options={[
        { value: 'month-first', label: 'Month first, as in the United States' },
        { value: 'day-first', label: 'Day first, as in Europe' },
      ]}
      value={dates === 'auto' ? null : dates}
      onChoose={(order) => onChange({ kind: 'reading', part: { dates: order } })}
    >
      <p class="hint">
        The file does not show whether the day or the month comes first
        {example === null ? '' : `: it has dates such as “${example}”`}. The months depend on it.
      </p>
    </Choice>
  );
}
