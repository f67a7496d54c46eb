import { addMonths, formatMonth } from '../../../domain/calendar/month';
import type { Book } from '../../../domain/ledger/book';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { ReportDraft, ReportPreview } from '../../contract/report-services';
import { understood, type UnderstoodDraft } from './draft-choices';
import { answerOf, barsOf, problemOf } from './report-calls';
import { sectionsOf } from './section-lacks';

/** As many as the report has. */
const MONTHS_BACK = 11;
const TOP = 8;

/** What a draft comes to, by the very functions that the report's cells call. */
export function reportPreview(book: Book, draft: ReportDraft): ReportPreview {
  const found = orProblem(() => understood(book, draft));
  if (found instanceof Problem) {
    return { kind: 'open', message: found.message };
  }
  const { choices, period, lastMonth } = found;
  const { client, vendor, currency, by } = choices;
  const first = formatMonth(addMonths(lastMonth, -MONTHS_BACK));
  const trend = answerOf(book, 'AITREND', [client, first, formatMonth(lastMonth), currency, vendor]);
  const ranking = answerOf(book, 'AICLIENTS', [vendor, period, currency, TOP, by, client]);
  const refused = problemOf(trend) ?? problemOf(ranking);
  if (refused !== null) {
    return { kind: 'open', message: refused };
  }
  return {
    kind: 'ready',
    months: barsOf(trend, 1),
    ranking: barsOf(ranking, 1),
    finding: findingOf(book, found),
    sections: sectionsOf(book, found),
  };
}

/** The total, and whose the largest part of it is. */
function findingOf(book: Book, { choices, period }: UnderstoodDraft): string {
  const { client, vendor, currency, by } = choices;
  const [[total] = []] = barsOf(
    [[], ['', ...(answerOf(book, 'AISPEND', [client, period, currency, vendor])[0] ?? [])]],
    1,
  ).map(({ text }) => [text]);
  const [largest] = barsOf(answerOf(book, 'AICLIENTS', [vendor, period, currency, 1, by, client]), 2);
  const part = largest === undefined || largest.text === '' ? '' : `; ${largest.name} is ${largest.text} of it`;
  return `${total ?? 'No amount'} in ${period}${part}.`;
}
