import { formatMonth, type Month } from '../../domain/calendar/month';
import { compareText } from '../../domain/ledger/name-key';
import type { TextTable } from '../../formats/file/text-table';
import type { BilledSum } from '../../domain/ledger/rows-to-load';
import { compareGroups, type BillSummary, type CurrencyTotal } from './bill-summary';
import { billRows, type BillRows } from './bill-rows';
import { addSum, exactText, type ExactSum } from './exact-sum';
import type { Mapping, Recognition } from '../mapping/mapping';
import { mergedProblems, type ProblemList } from './problem-list';
import { decideDates, decideNumbers } from './reading-decisions';
import { REASONS, type RowGroup } from './row-groups';

const SERVICES_SHOWN = 200;

/**
 * Sums a bill by client, vendor, service, month and currency, exactly, in one pass. In each currency the total is what is kept
 * and what is left out, to the last digit; every row counts once.
 *
 * @param progress hears of bytes read and of all bytes, and of the rows so far
 * @throws FileProblem where a role is open, a column is missing, a limit is passed, or the file is damaged
 */
export async function summariseBill(
  table: TextTable,
  recognition: Recognition,
  mapping: Mapping,
  progress?: (bytesDone: number, bytesTotal: number, rows: number) => void,
): Promise<BillSummary> {
  const { positions, each, misfit, bill } = billRows(table.header, recognition, mapping);
  await table.readRows(positions, each, (done, total) => progress?.(done, total, bill.rows), misfit);
  return conclude(bill, recognition, mapping);
}

/** A group whose amounts and month are decided. */
interface DecidedGroup {
  readonly group: RowGroup;
  readonly reason: RowGroup['reason'];
  readonly month: Month | null;
  readonly sum: ExactSum;
}

function conclude(bill: BillRows, recognition: Recognition, mapping: Mapping): BillSummary {
  const numbers = decideNumbers(bill, mapping.numbers);
  const { order, datesAmbiguous } = decideDates(bill, mapping.dates, recognition.documentedDates);
  const monthFirst = order !== 'day-first';
  const misfit = numbers === 'point' ? 'comma' : 'point';

  const decided: DecidedGroup[] = [];
  let unreadable = bill.unreadable;
  for (const group of bill.groups) {
    if (group.reads === misfit) {
      unreadable += group.rows;
      continue;
    }
    const reading = bill.months[group.month];
    const month = (monthFirst ? reading?.monthFirst : reading?.dayFirst) ?? null;
    const reason = group.reason === 'kept' && month === null ? 'problem' : group.reason;
    const sum = group.reads === 'both' && numbers === 'comma' ? group.commaSum : group.sum;
    decided.push({ group, reason, month, sum });
  }

  const lists: ProblemList[] = [
    bill.problems,
    numbers === 'point' ? bill.ifPoint : bill.ifComma,
    monthFirst ? bill.ifMonthFirst : bill.ifDayFirst,
  ];
  const rowsOf = (...reasons: RowGroup['reason'][]) => rowsIn(decided.filter(({ reason }) => reasons.includes(reason)));
  return {
    rows: bill.rows,
    keptRows: rowsOf('kept'),
    leftOutRows: rowsOf('not-ai', 'filtered', 'not-money'),
    problemRows: unreadable + rowsOf('problem'),
    totals: totalsOf(bill, decided),
    groups: billedGroups(bill, decided),
    problems: mergedProblems(lists),
    numbers,
    dates: order,
    datesAmbiguous,
    ai: bill.tellsAi ? aiTotals(bill, decided) : [],
    services: servicesOf(bill, decided),
  };
}

function rowsIn(decided: readonly DecidedGroup[]): number {
  return decided.reduce((rows, { group }) => rows + group.rows, 0);
}

function sumOf(decided: readonly DecidedGroup[]): ExactSum {
  const total: ExactSum = [];
  for (const { sum } of decided) {
    addSum(total, sum);
  }
  return total;
}

function byCurrency(bill: BillRows, decided: readonly DecidedGroup[]): [currency: string, decided: DecidedGroup[]][] {
  const lists = new Map<string, DecidedGroup[]>();
  for (const one of decided) {
    const currency = bill.currencies[one.group.currency]?.text ?? '';
    const list = lists.get(currency);
    if (list) {
      list.push(one);
    } else {
      lists.set(currency, [one]);
    }
  }
  return [...lists].sort(([a], [b]) => compareText(a, b));
}

function totalsOf(bill: BillRows, decided: readonly DecidedGroup[]): CurrencyTotal[] {
  return byCurrency(bill, decided).map(([currency, all]) => {
    const kept = all.filter(({ reason }) => reason === 'kept');
    const leftOut = REASONS.flatMap((reason) => {
      const out = reason === 'kept' ? [] : all.filter((one) => one.reason === reason);
      return reason === 'kept' || out.length === 0
        ? []
        : [{ reason, rows: rowsIn(out), amount: exactText(sumOf(out)) }];
    });
    return {
      currency,
      rows: rowsIn(all),
      total: exactText(sumOf(all)),
      keptRows: rowsIn(kept),
      kept: exactText(sumOf(kept)),
      leftOut,
    };
  });
}

function aiTotals(bill: BillRows, decided: readonly DecidedGroup[]): BillSummary['ai'] {
  const ai = decided.filter(({ group }) => group.isAi);
  return byCurrency(bill, ai).map(([currency, all]) => ({
    currency,
    rows: rowsIn(all),
    amount: exactText(sumOf(all)),
  }));
}

/** Several row groups can become one: amounts that read differently, and days that turn out to lie in one month. */
function billedGroups(bill: BillRows, decided: readonly DecidedGroup[]): BilledSum[] {
  const groups = new Map<string, { of: DecidedGroup; rows: number; sum: ExactSum }>();
  for (const one of decided) {
    if (one.reason !== 'kept') {
      continue;
    }
    const { client, vendor, service, currency, rows } = one.group;
    const key = `${client} ${vendor} ${service} ${one.month ?? ''} ${currency}`;
    let group = groups.get(key);
    if (group === undefined) {
      groups.set(key, (group = { of: one, rows: 0, sum: [] }));
    }
    group.rows += rows;
    addSum(group.sum, one.sum);
  }
  return [...groups.values()]
    .map(({ of: { group, month }, rows, sum }) => ({
      client: bill.clients.textOf(group.client),
      vendor: bill.vendors.textOf(group.vendor),
      service: bill.services.textOf(group.service),
      month: month === null ? '' : formatMonth(month),
      currency: bill.currencies[group.currency]?.text ?? '',
      amount: exactText(sum),
      rows,
    }))
    .sort(compareGroups);
}

function servicesOf(bill: BillRows, decided: readonly DecidedGroup[]): BillSummary['services'] {
  const services = new Map<string, { service: string; isAi: boolean; kept: boolean; rows: number }>();
  for (const { group, reason } of decided) {
    const kept = reason === 'kept';
    const key = `${group.service} ${group.isAi} ${kept}`;
    const known = services.get(key);
    if (known) {
      known.rows += group.rows;
    } else {
      services.set(key, { service: bill.services.textOf(group.service), isAi: group.isAi, kept, rows: group.rows });
    }
  }
  return [...services.values()]
    .sort(
      (a, b) =>
        b.rows - a.rows ||
        compareText(a.service, b.service) ||
        Number(b.kept) - Number(a.kept) ||
        Number(b.isAi) - Number(a.isAi),
    )
    .slice(0, SERVICES_SHOWN);
}
