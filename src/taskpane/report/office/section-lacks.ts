import { formatMonth } from '../../../domain/calendar/month';
import type { Book } from '../../../domain/ledger/book';
import { ALL } from '../../../domain/ledger/name-key';
import { SECTION_TITLES, SECTIONS, type SectionId } from '../../../workbook/report/report-choices';
import { count } from '../../contract/phrases';
import type { ReportSection } from '../../contract/report-services';
import type { UnderstoodDraft } from './draft-choices';
import { answerOf, problemOf } from './report-calls';

/** All sections, each with what the tables lack for it. */
export function sectionsOf(book: Book, draft: UnderstoodDraft): ReportSection[] {
  return SECTIONS.map((id) => ({ id, title: SECTION_TITLES[id], lacks: LACKS[id](book, draft) }));
}

type Lacks = (book: Book, draft: UnderstoodDraft) => string | null;

const LACKS: Readonly<Record<SectionId, Lacks>> = {
  headline: (book, draft) => problemOf(spend(book, draft, draft.period)),

  months: (_, { account }) => {
    const months = account.months.filter((month) => month.onRecord).length;
    return months > 1 ? null : `Only ${count(months, 'month')} on record; this takes at least two.`;
  },

  ranking: (book, { choices: { client, vendor, currency, by }, period }) =>
    problemOf(answerOf(book, 'AICLIENTS', [vendor, period, currency, null, by, client])),

  concentration: (book, draft) => {
    const { choices, period } = draft;
    const ofClients = choices.by === 'client' && choices.client === ALL;
    return (
      LACKS.ranking(book, draft) ??
      (ofClients ? problemOf(answerOf(book, 'AICONCENTRATION', [choices.vendor, period, 'hhi', 'recorded'])) : null)
    );
  },

  budget: (book, { choices: { client, vendor, currency } }) => {
    const [budget, forecast] = [
      problemOf(answerOf(book, 'AIBUDGET', [client, null, 'budget', currency, vendor])),
      problemOf(answerOf(book, 'AIFORECAST', [client, null, null, currency, vendor])),
    ];
    return budget !== null && forecast !== null ? `${budget} ${forecast}` : (budget ?? forecast);
  },

  bridge: (book, { choices: { client, vendor, currency, bridgeBy }, period, compared }) =>
    problemOf(answerOf(book, 'AIBRIDGE', [client, compared, period, currency, vendor, bridgeBy])),

  unitcost: (book, { choices: { client, vendor, currency, unit }, period }) =>
    problemOf(answerOf(book, 'AIUSAGE', [client, period, 'unitcost', unit, currency, vendor])),

  rates: (book, { account, choices: { currency }, lastMonth }) => {
    const rows = account.months.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
    const others = [...new Set(rows.flatMap(({ spend: amount }) => amount?.currency ?? []))].filter(
      (other) => other !== currency,
    );
    if (others.length === 0) {
      return `All amounts are in ${currency}: nothing is converted.`;
    }
    const missing = others.flatMap(
      (other) => problemOf(answerOf(book, 'AIFX', [1, other, currency, formatMonth(lastMonth)])) ?? [],
    );
    return missing[0] ?? null;
  },

  sources: (book, { choices: { client, vendor }, period }) =>
    problemOf(answerOf(book, 'AISOURCE', [client, period, vendor])),
};

function spend(book: Book, { choices: { client, vendor, currency } }: UnderstoodDraft, period: string) {
  return answerOf(book, 'AISPEND', [client, period, currency, vendor]);
}
