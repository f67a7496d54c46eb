import { spellings, ALL } from '../../../domain/ledger/name-key';
import { accountOf } from '../../../domain/figures/monthly-series';
import type { Book } from '../../../domain/ledger/book';
import { orProblem, Problem } from '../../../domain/messages/problem';
import type { ReportChoices } from '../../../workbook/report/report-choices';
import type { StandingReport } from '../../../workbook/report/report-sheet';
import type { ReportDraft, ReportState } from '../../contract/report-services';
import { billedCurrencies } from './billed-currencies';
import { reportPreview } from './report-preview';

/** What there is to report on, with what a new report begins with: in the currency of most bills, the sections that lack nothing. */
export function reportState(book: Book, standing: StandingReport | null): ReportState {
  const account = orProblem(() => accountOf(book, ALL, ALL));
  const months = account instanceof Problem ? [] : account.months;
  const rows = months.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const clients = orProblem(() => book.clients().clientNames());
  const vendors = orProblem(() => book.clients().account(ALL, ALL).vendors);
  const currencies = account instanceof Problem ? [] : billedCurrencies(book, account);
  return {
    clients: clients instanceof Problem ? [] : clients,
    vendors: vendors instanceof Problem ? [] : spellings(vendors).map(([name]) => name),
    currencies: [...new Set([...currencies, 'EUR', ...ratesOf(book)])],
    all: rows.some(({ basis }) => basis !== 'reported') ? 'own' : 'market',
    proposed: proposedFor(book, currencies[0] ?? 'EUR'),
    standing: standing && { sheet: standing.sheet, draft: standing.choices && draftOf(standing.choices) },
  };
}

function ratesOf(book: Book): string[] {
  const rates = orProblem(() => book.rates().rates);
  return rates instanceof Problem ? [] : [...new Set(rates.map(({ currency }) => currency as string))].sort();
}

function proposedFor(book: Book, currency: string): ReportDraft {
  const draft: ReportDraft = {
    client: ALL,
    vendor: '',
    period: '',
    comparison: 'before',
    currency,
    by: 'client',
    sections: [],
  };
  const preview = reportPreview(book, draft);
  const whole = preview.kind === 'ready' ? preview.sections.filter(({ lacks }) => lacks === null) : [];
  return { ...draft, sections: whole.map(({ id }) => id) };
}

function draftOf({ period, ...choices }: ReportChoices): ReportDraft {
  const { client, vendor, comparison, currency, by, sections } = choices;
  return { client, vendor, comparison, currency, by, sections, period: period.kind === 'latest' ? '' : period.text };
}
