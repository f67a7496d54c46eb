import {
  type BillDraft,
  changeDraft,
  decisionOf,
  type DraftChange,
  firstDraft,
  openQuestions,
} from '../../../src/taskpane/import/bill-draft';
import { BILLS } from '../../e2e/pane/bills';

const troubled = BILLS['troubled.csv']!('troubled.csv');
const remembered = BILLS['remembered.xlsx']!('remembered.xlsx').bill;
const start = firstDraft(troubled.bill);
const after = (...changes: DraftChange[]): BillDraft => changes.reduce(changeDraft, start);
const previewOf = (draft: BillDraft) => troubled.preview(draft.mapping);
const open = (draft: BillDraft): string[] => openQuestions(draft, previewOf(draft));

describe('a draft', () => {
  it('begins with what was remembered, else with what was recognised', () => {
    expect(start.mapping).toBe(troubled.bill.tables[0]!.recognition.mapping);
    expect(firstDraft(remembered, 1).mapping).toBe(remembered.tables[1]!.remembered);
    expect(() => firstDraft(remembered, 2)).toThrow('remembered.xlsx has no table 2');
  });

  it('that corrects an earlier import replaces it, also under merged names, unless the user says otherwise', () => {
    const correcting = firstDraft(troubled.bill, 0, 'september.csv');
    expect(correcting.earlier).toEqual(new Map([['september.csv', 'replace']]));
    const kept = changeDraft(correcting, { kind: 'earlier', source: 'september.csv', choice: 'keep' });
    expect(kept.earlier.get('september.csv')).toBe('keep');
    const merged = changeDraft(kept, { kind: 'merge', name: 'Acme', agreed: true });
    expect(merged.earlier).toEqual(correcting.earlier);
  });

  it('keeps all else when one role, style or filter changes', () => {
    const draft = after(
      { kind: 'role', role: 'client', source: { kind: 'fixed', text: 'Contoso' } },
      { kind: 'reading', part: { onlyAi: true } },
      { kind: 'filters', filters: [{ column: 'ServiceName', contains: 'open' }] },
    );
    expect(draft.mapping).toEqual({
      ...start.mapping,
      roles: { ...start.mapping.roles, client: { kind: 'fixed', text: 'Contoso' } },
      onlyAi: true,
      filters: [{ column: 'ServiceName', contains: 'open' }],
    });
  });

  it('takes the mapping of another sheet with the sheet', () => {
    const mapping = remembered.tables[1]!.remembered!;
    expect(changeDraft(firstDraft(remembered), { kind: 'table', table: 1, mapping })).toMatchObject({
      table: 1,
      mapping,
    });
  });
});

describe('what is open before a load', () => {
  it('is all that only the user can decide, and nothing is decided beforehand', () => {
    expect(open(start)).toEqual([
      'Choose how the dates are written.',
      'Choose what becomes of the rows of september.csv.',
      'Confirm that the 8 rows with problems may be left out.',
    ]);
    expect(decisionOf(start, previewOf(start))).toEqual({ merges: [], replace: [], withoutProblemRows: false });
  });

  it('is nothing once each question is answered', () => {
    const answered = after(
      { kind: 'reading', part: { dates: 'day-first' } },
      { kind: 'earlier', source: 'september.csv', choice: 'keep' },
      { kind: 'problem-rows', agreed: 8 },
    );
    expect(open(answered)).toEqual([]);
    // A file tells no more than before when the user has answered for it.
    const still = previewOf(start);
    expect(openQuestions(answered, still)).toEqual([]);
  });

  it('asks again when there are other problems than those agreed to', () => {
    expect(open(after({ kind: 'problem-rows', agreed: 7 }))).toContain(
      'Confirm that the 8 rows with problems may be left out.',
    );
    expect(decisionOf(after({ kind: 'problem-rows', agreed: 7 }), previewOf(start)).withoutProblemRows).toBe(false);
  });

  it('is that there is no row at all', () => {
    const { bill, preview } = BILLS['nothing.csv']!('nothing.csv');
    expect(openQuestions(firstDraft(bill), preview(firstDraft(bill).mapping))).toEqual([
      'No row is left to load: change the columns or the filter.',
    ]);
  });

  it('asks nothing about the very same file, whose rows go in any case', () => {
    const { bill, preview } = BILLS['again.csv']!('again.csv');
    const draft = firstDraft(bill);
    expect(openQuestions(draft, preview(draft.mapping))).toEqual([]);
    expect(decisionOf(draft, preview(draft.mapping)).replace).toEqual([]);
  });
});

describe('the answer about an earlier import', () => {
  it('is asked for again when other names are merged, for other rows are in question then', () => {
    const draft = after(
      { kind: 'earlier', source: 'september.csv', choice: 'replace' },
      { kind: 'merge', name: 'ByteDance Ltd.', agreed: true },
    );
    expect(open(draft)).toContain('Choose what becomes of the rows of september.csv.');
  });
});

describe('a decision', () => {
  it('has the merges that were ticked, the imports to replace and the agreement on problems', () => {
    const draft = after(
      { kind: 'merge', name: 'ByteDance Ltd.', agreed: true },
      { kind: 'earlier', source: 'september.csv', choice: 'replace' },
      { kind: 'problem-rows', agreed: 8 },
    );
    expect(decisionOf(draft, previewOf(draft))).toEqual({
      merges: previewOf(draft).merges,
      replace: ['september.csv'],
      withoutProblemRows: true,
    });
  });

  it('leaves out what was taken back, and what the preview no longer asks', () => {
    const draft = after(
      { kind: 'merge', name: 'ByteDance Ltd.', agreed: true },
      { kind: 'merge', name: 'ByteDance Ltd.', agreed: false },
      { kind: 'merge', name: 'Gone', agreed: true },
      { kind: 'earlier', source: 'gone.csv', choice: 'replace' },
    );
    expect(decisionOf(draft, previewOf(draft))).toEqual({ merges: [], replace: [], withoutProblemRows: false });
  });
});
