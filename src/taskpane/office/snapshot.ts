import { formatMonth, type Month } from '../../domain/calendar/month';
import type { Book } from '../../domain/ledger/book';
import { BudgetTable } from '../../domain/ledger/budgets-table';
import type { ClientLedger } from '../../domain/ledger/client-ledger';
import { PriceTable } from '../../domain/ledger/prices-table';
import { ReturnTable } from '../../domain/ledger/return-table';
import { RevenueTable } from '../../domain/ledger/revenue-table';
import type { TableName } from '../../domain/ledger/tables';
import { orProblem, Problem } from '../../domain/messages/problem';
import { countedLines, totalsOf } from './client-lines';
import type { ReadBook } from '../../workbook/book/current-book';
import { inTurns } from '../../workbook/host/turns';
import type { RateLine, ReturnLine, Snapshot, TableState } from '../contract/snapshot';

/** What the pane shows of the tables. Figures come from the functions' own computations, so pane and cells cannot disagree. */
export async function snapshotOf(read: ReadBook, changedAt: Date | null, readOnly: boolean): Promise<Snapshot> {
  const { book, tables } = read;
  const clients = await inTurns(countedLines(book)).catch(problemOnly);
  const state = (name: TableName, describe: () => Described): TableState => {
    const table = tables[name];
    if (table === null) {
      return { kind: 'missing' };
    }
    const described = orProblem(describe);
    if (described instanceof Problem) {
      return { kind: 'broken', message: described.message };
    }
    return { kind: 'present', sheet: table.sheet, ...described };
  };
  return {
    tables: {
      AIClients: state('AIClients', () => describeClients(book.clients())),
      AIRevenue: state('AIRevenue', () => describeRevenue(RevenueTable.in(book))),
      AIReturns: state('AIReturns', () => ({
        rows: ReturnTable.in(book).studies.length + ReturnTable.in(book).broken.length,
        from: null,
        to: null,
        problems: ReturnTable.in(book).broken.map(({ row, problem }) => ({ row, message: problem })),
      })),
      AIRates: state('AIRates', () => ({
        rows: book.rates().rates.length + book.rates().broken.length,
        ...span(book.rates().rates.map((rate) => rate.month)),
        problems: book.rates().broken.map(({ row, problem }) => ({ row, message: problem })),
      })),
      AIBudgets: state('AIBudgets', () => describeBudgets(BudgetTable.in(book))),
      AIPrices: state('AIPrices', () => describePrices(PriceTable.in(book))),
    },
    clients: clients instanceof Problem ? [] : clients.map(({ line }) => line),
    totals: totalsOf(clients),
    returns: listOr(() => returnLines(book)),
    rates: listOr(() => rateLines(book)),
    changedAt,
    readOnly,
  };
}

type Described = Omit<Extract<TableState, { kind: 'present' }>, 'kind' | 'sheet'>;

function describeClients(ledger: ClientLedger): Described {
  const { sound, broken } = ledger.rows;
  const unreadableShares = sound.filter((row) => typeof row.share === 'string');
  return {
    rows: sound.length + broken.length,
    ...span(sound.map((row) => row.month)),
    problems: [
      ...broken.map(({ row, problem }) => ({ row, message: problem })),
      ...unreadableShares.map(({ row, share }) => ({ row, message: String(share) })),
    ].sort((a, b) => a.row - b.row),
  };
}

function describeRevenue({ rows, broken }: RevenueTable): Described {
  return {
    rows: rows.length + broken.length,
    ...span(rows.map((row) => row.month)),
    problems: broken.map(({ row, problem }) => ({ row, message: problem })),
  };
}

function describeBudgets({ budgets, broken }: BudgetTable): Described {
  return {
    rows: budgets.length + broken.length,
    ...span(budgets.flatMap(({ from, to }) => [from, to])),
    problems: broken.map(({ row, problem }) => ({ row, message: problem })),
  };
}

function describePrices({ prices, broken }: PriceTable): Described {
  return {
    rows: prices.length + broken.length,
    from: null,
    to: null,
    problems: broken.map(({ row, problem }) => ({ row, message: problem })),
  };
}

function span(months: readonly Month[]): { from: string | null; to: string | null } {
  let from: Month | null = null;
  let to: Month | null = null;
  for (const month of months) {
    if (from === null || month < from) {
      from = month;
    }
    if (to === null || month > to) {
      to = month;
    }
  }
  return { from: from === null ? null : formatMonth(from), to: to === null ? null : formatMonth(to) };
}

function returnLines(book: Book): ReturnLine[] {
  return ReturnTable.in(book).studies.map((study) => ({
    study: study.study,
    year: String(study.year),
    segment: study.segment,
    returnPer1: study.returnPer1.decimalPlaces() > 2 ? study.returnPer1.toFixed() : study.returnPer1.toFixed(2),
    source: study.source,
  }));
}

function rateLines(book: Book): RateLine[] {
  return book.rates().rates.map((rate) => ({
    month: formatMonth(rate.month),
    currency: rate.currency,
    unitsPerEur: rate.perEur.toFixed(Math.max(6, rate.perEur.decimalPlaces())),
    source: rate.source,
  }));
}

/** What keeps the clients from being listed; any other failure is one of ours. */
function problemOnly(failure: unknown): Problem {
  if (failure instanceof Problem) {
    return failure;
  }
  throw failure;
}

/** A table that is missing or broken has no lines; its state says why. */
function listOr<T>(list: () => T[]): T[] {
  const lines = orProblem(list);
  return lines instanceof Problem ? [] : lines;
}
