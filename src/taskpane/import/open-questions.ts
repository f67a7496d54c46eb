import type { BillDraft } from './bill-draft';
import type { ImportPreview } from './import-services';
import { questions } from './import-phrases';

/** What the user has still to decide before a load, in the order of the view; none: it can be loaded. */
export function openQuestions(draft: BillDraft, { summary, earlier }: ImportPreview): string[] {
  const undecided = earlier.filter(({ source, sameContent }) => !sameContent && !draft.earlier.has(source));
  return [
    ...(summary.datesAmbiguous && draft.mapping.dates === 'auto' ? [questions.dates] : []),
    ...undecided.map(({ source }) => questions.earlier(source)),
    ...(summary.problemRows > 0 && draft.agreedProblemRows !== summary.problemRows
      ? [questions.problemRows(summary.problemRows)]
      : []),
    ...(summary.groups.length === 0 ? [questions.nothing] : []),
  ];
}
