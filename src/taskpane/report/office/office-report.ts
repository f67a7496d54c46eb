import { fetchLateCode } from '../../../functions/explain/outside-cells';
import type { Book } from '../../../domain/ledger/book';
import { addTemplate, type TemplateStart } from '../../../workbook/report/templates/add-template';
import { findReport, makeReport } from '../../../workbook/report/report-sheet';
import { currentBook } from '../../../workbook/runtime';
import type { ReportDraft, ReportServices, TemplateId } from '../../contract/report-services';
import type { Progress } from '../../contract/task';
import { orFailure, refuseReadOnly } from '../../office/failure';
import { understood } from './draft-choices';
import { answerOf, barsOf } from './report-calls';
import { reportPreview } from './report-preview';
import { reportState } from './report-state';

const NOT_MADE = 'The report was not made.';
const NOT_ADDED = 'The sheet was not added.';

/** Reports, through Office.js. */
export function officeReport(): ReportServices {
  return {
    state: () =>
      orFailure('What there is to report on could not be read.', async () => {
        await fetchLateCode();
        return reportState(await currentBook.get(), await findReport());
      }),

    preview: (draft) =>
      orFailure('The report could not be previewed.', async () => {
        await fetchLateCode();
        return reportPreview(await currentBook.get(), draft);
      }),

    make: (draft, progress) =>
      orFailure(NOT_MADE, async () => {
        refuseReadOnly(NOT_MADE);
        await fetchLateCode();
        const { choices } = understood(await currentBook.get(), draft);
        return makeReport(choices, waitingFor(progress));
      }),

    addTemplate: (id, draft, progress) =>
      orFailure(NOT_ADDED, async () => {
        refuseReadOnly(NOT_ADDED);
        await fetchLateCode();
        return addTemplate(templateStart(id, await currentBook.get(), draft), waitingFor(progress));
      }),
  };
}

/** What the tables lack stands in the way of the monthly report alone: a business case needs no data. */
function templateStart(id: TemplateId, book: Book, draft: ReportDraft): TemplateStart {
  const { currency } = draft;
  switch (id) {
    case 'monthly-spend':
      return { id, choices: understood(book, draft).choices };
    case 'vendor-dependence':
      return { id, vendor: draft.vendor === '' ? largestVendor(book, currency) : draft.vendor, currency };
    case 'business-case':
      return { id, currency };
  }
}

function largestVendor(book: Book, currency: string): string {
  return barsOf(answerOf(book, 'AICLIENTS', [null, null, currency, null, 'vendor']), 1)[0]?.name ?? '';
}

function waitingFor(progress: Progress): () => void {
  return () => progress({ kind: 'waiting-for-cell-edit' });
}
