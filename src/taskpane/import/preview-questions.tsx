import type { JSX } from 'preact';
import { nameKey } from '../../domain/ledger/name-key';
import type { BillQuestion, BillSummary } from '../../bills/sums/bill-summary';
import { MessageBar } from '../controls/message-bar';
import { count, number } from '../contract/phrases';
import { answerTo, type BillDraft, type DraftChange, type EarlierChoice } from './bill-draft';
import { CheckField, Choice } from './step';
import { choiceLabel, LEGENDS, nothingCorrected, overlap, sameFile, totalRowText, type BillOf } from './import-phrases';
import type { ImportPreview, ImportTable } from '../contract/import-services';
import { exampleOf } from './role-sources';

interface PreviewQuestionsProps {
  table: ImportTable;
  draft: BillDraft;
  preview: ImportPreview;
  of: BillOf;
  onChange(change: DraftChange): void;
}

/** What only the user can decide: nothing is decided for her. */
export function PreviewQuestions({ table, draft, preview, of, onChange }: PreviewQuestionsProps): JSX.Element {
  const { summary, merges } = preview;
  return (
    <>
      {summary.notices.map((notice) => (
        <MessageBar key={notice} tone="warning">
          {notice}
        </MessageBar>
      ))}
      {summary.questions.map((question) => (
        <FileQuestion
          key={question.option}
          question={question}
          summary={summary}
          table={table}
          draft={draft}
          onChange={onChange}
        />
      ))}
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
      <EarlierQuestions draft={draft} preview={preview} of={of} onChange={onChange} />
    </>
  );
}

/** What becomes of the rows of imports that the bill meets. */
function EarlierQuestions({ draft, preview, of, onChange }: Omit<PreviewQuestionsProps, 'table'>): JSX.Element {
  const earlier = preview.earlier(draft.merges);
  const { correcting } = draft;
  const meets = earlier.some(({ source }) => nameKey(source) === nameKey(correcting ?? ''));
  return (
    <>
      {correcting !== null && !meets && <MessageBar tone="warning">{nothingCorrected(correcting)}</MessageBar>}
      {earlier.map((known) =>
        known.sameContent ? (
          <MessageBar
            key={known.source}
            tone="info"
            title={of === 'file' ? 'This file has been loaded before.' : 'This has been loaded before.'}
          >
            {sameFile(known)}
          </MessageBar>
        ) : (
          <Choice<EarlierChoice>
            key={known.source}
            legend={of === 'file' ? 'Is this a corrected export?' : 'Is this the same, brought up to date?'}
            name={`earlier-${known.source}`}
            options={[
              { value: 'replace', label: `Replace the ${count(known.rows, 'row')} of ${known.source}` },
              { value: 'keep', label: 'Keep both' },
            ]}
            value={draft.earlier.get(known.source) ?? null}
            onChoose={(choice) => onChange({ kind: 'earlier', source: known.source, choice })}
          >
            <p class="hint">{overlap(known, of)}</p>
          </Choice>
        ),
      )}
    </>
  );
}

/** Whether rows that cannot be read may stay behind. */
export function ProblemRowsQuestion({
  draft,
  preview: { summary },
  onChange,
}: Omit<PreviewQuestionsProps, 'table' | 'of'>): JSX.Element | null {
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

interface FileQuestionProps extends Omit<PreviewQuestionsProps, 'preview' | 'of'> {
  question: BillQuestion;
  summary: BillSummary;
}

/** What nothing in the file tells, with what each answer leads to. */
function FileQuestion({ question, summary, table, draft, onChange }: FileQuestionProps): JSX.Element {
  const { option, reason, choices } = question;
  const example = option === 'dates' ? exampleOf(draft.mapping.roles.month, table) : null;
  return (
    <Choice
      legend={LEGENDS[option]}
      name={option}
      options={choices.map(({ value }) => ({ value, label: choiceLabel(question, value) }))}
      value={answerTo(question, draft)}
      onChoose={(value) =>
        onChange({ kind: 'reading', part: { [option]: option === 'fiscal' ? Number(value) : value } })
      }
    >
      <p class="hint">
        {reason}
        {example !== null && ` It has dates such as “${example}”.`}
      </p>
      {option === 'totals' && (
        <ul class="hint">
          {summary.totalRows.map((row) => (
            <li key={row.line}>{totalRowText(row)}</li>
          ))}
        </ul>
      )}
    </Choice>
  );
}
