import type { Month } from '../../domain/calendar/month';
import { compareText } from '../../domain/ledger/name-key';
import type { TextTable } from '../../formats/file/text-table';
import type { Mapping, Recognition } from '../mapping/mapping';
import { billMessages } from '../messages';
import { billReading } from './bill-reading';
import type { BillRows } from './bill-rows';
import { billedGroups, usageRows } from './billed-groups';
import type { BillSummary, RowProblem } from './bill-summary';
import { aiTotals, decidedGroups, rowsIn, totalsOf, type DecidedGroup } from './decided-groups';
import type { BillDecisions } from './decisions';
import { monthIn } from '../values/bill-date';
import { addSum, exactText } from './exact-sum';
import { mergedProblems, type ProblemList } from './problem-list';
import type { RepeatedSum } from './repeats';
import { decide, questionsOf } from './questions';
import { sumAsRead, type RowGroup } from './row-groups';
import { addToSigned, decidedSum, signedSum } from './signed-sum';
import { judgeTotals } from './total-rows';

const SERVICES_SHOWN = 200;

/**
 * Sums a bill by client, vendor, service, month and currency, exactly, in one pass. In each currency the total is what is kept
 * and what is left out, to the last digit; every row counts once.
 *
 * @param thisMonth the month of today: later ones are asked about; null if no clock is to be asked
 * @param progress hears of bytes read and of all bytes, and of the rows so far
 * @throws FileProblem if a role is open, a column is missing, a limit is passed, or the file is damaged
 */
export async function summariseBill(
  table: TextTable,
  recognition: Recognition,
  mapping: Mapping,
  thisMonth: Month | null,
  progress?: (bytesDone: number, bytesTotal: number, rows: number) => void,
): Promise<BillSummary> {
  const { positions, each, eachBatch, misfit, bill } = billReading(table, recognition, mapping);
  const reached = (done: number, total: number): void => progress?.(done, total, bill.rows);
  if (table.readBatches === undefined) {
    await table.readRows(positions, each, reached, misfit);
  } else {
    await table.readBatches(positions, eachBatch, reached);
  }
  return conclude(bill, recognition, mapping, table, thisMonth);
}

function conclude(
  bill: BillRows,
  recognition: Recognition,
  mapping: Mapping,
  table: TextTable,
  thisMonth: Month | null,
): BillSummary {
  bill.tagKeys?.refuseSeveral();
  const found = decide(bill, recognition, mapping, table, thisMonth);
  const { decisions } = found;
  const { decided, unreadable } = decidedGroups(bill, decisions);
  const totalRows = judgeTotals(bill.totalCandidates, bill.groups, decisions, bill.shift);
  const groups = billedGroups(bill, decided, decisions);
  const usage = usageRows(bill, decided, groups);
  const rowsOf = (...reasons: RowGroup['reason'][]) => rowsIn(decided.filter(({ reason }) => reasons.includes(reason)));
  return {
    rows: bill.rows,
    keptRows: rowsOf('kept'),
    leftOutRows: rowsOf('total', 'not-ai', 'filtered', 'not-money', 'far-month'),
    problemRows: unreadable + rowsOf('problem'),
    totals: totalsOf(bill, decided),
    groups,
    ...(usage === undefined ? {} : { usage }),
    problems: problemsOf(bill, decisions),
    numbers: decisions.numbers,
    dates: decisions.dates,
    questions: questionsOf(bill, recognition, mapping, found, totalRows),
    totalRows: totalRows.map(({ row }) => row),
    notices: [
      ...cutNotice(bill, mapping, table, decisions),
      ...(table.noticesOfRows?.(decisions.numbers) ?? []),
      ...hiddenNotice(recognition, mapping, table),
      ...noticesOf(bill, recognition, mapping, decisions),
      ...(bill.usage?.notices ?? []),
    ],
    ai: bill.tellsAi ? aiTotals(bill, decided) : [],
    services: servicesOf(bill, decided),
  };
}

/** Those that hold as it was decided; rows of totals that are left out need to be no rows of the bill. */
function problemsOf(bill: BillRows, { numbers, dates, totals, blanks }: BillDecisions): RowProblem[] {
  const lists: ProblemList[] = [
    bill.problems,
    numbers === 'point' ? bill.ifPoint : bill.ifComma,
    bill.ifDates[dates ?? 'month-first'],
    ...(blanks === 'leave-out' ? [bill.ifNotFilled] : []),
  ];
  const problems = mergedProblems(lists);
  if (totals === 'count') {
    return problems;
  }
  const ofTotals = new Set(bill.totalCandidates.map(({ line }) => line));
  return problems.filter(({ line }) => !ofTotals.has(line));
}

/**
 * A file that ends right behind an amount may have been cut off within it: `123` of `123.45`. Amounts that all have the same number of
 * decimals show that it was not.
 */
function cutNotice(
  bill: BillRows,
  { roles: { amount }, credits = [] }: Mapping,
  { header, endsInCell, othersEndInCell = [] }: TextTable,
  { numbers }: BillDecisions,
): string[] {
  const last = header.at(-1) ?? '';
  const isAmount = credits.includes(last) || (amount.kind === 'columns' && amount.columns.includes(last));
  const isLastRow = bill.edges.last?.line === bill.lastLine;
  if (endsInCell !== true || !isAmount || bill.rows < 2 || !(isLastRow || othersEndInCell.length > 0)) {
    return [];
  }
  const scales = new Set(bill.groups.flatMap((group) => sumAsRead(group, numbers).map(({ scale }) => scale)));
  const [scale = 0, another] = scales;
  if (scale > 0 && another === undefined) {
    return [];
  }
  return othersEndInCell.length > 0
    ? [billMessages.perhapsCutParts(othersEndInCell, last)].concat(
        isLastRow ? billMessages.perhapsCut(bill.lastLine, last) : [],
      )
    : [billMessages.perhapsCut(bill.lastLine, last)];
}

/** Columns that a workbook hides, if the bill rests on them or they are amounts as well. */
function hiddenNotice(
  { amounts }: Recognition,
  { roles, credits = [], side, filters }: Mapping,
  { hiddenColumns = [] }: TextTable,
): string[] {
  const used = new Set([
    ...Object.values(roles).flatMap((source) =>
      source.kind === 'columns' ? source.columns : source.kind === 'tag' ? [source.column] : [],
    ),
    ...credits,
    ...(side === undefined ? [] : [side]),
    ...filters.map(({ column }) => column),
    ...amounts.map(({ column }) => column),
  ]);
  const hidden = hiddenColumns.filter((column) => used.has(column));
  return hidden.length === 0 ? [] : [billMessages.hiddenColumns(hidden)];
}

function noticesOf(bill: BillRows, recognition: Recognition, mapping: Mapping, decisions: BillDecisions): string[] {
  const sumsOf = (all: ReadonlyMap<number, RepeatedSum>): string =>
    [...all]
      .map(([currency, { amounts, offered }]) => {
        const sum = decidedSum(amounts, decisions);
        addSum(sum, decisions.netting === 'net' ? decidedSum(offered, decisions) : []);
        return `${exactText(sum)} ${bill.currencies[currency]?.text ?? ''}`;
      })
      .join(' and ')
      .trim();
  const blocks = bill.repeats.blocks().map((block) => billMessages.repeatedRows(block, sumsOf(block.sums)));
  const singles = bill.repeats.singles();
  const repeated =
    singles === null
      ? blocks
      : [...blocks, billMessages.repeatedSingly(singles.rows, singles.lines, sumsOf(singles.sums))];
  return [
    ...repeated,
    ...longNotice(bill, decisions),
    ...wordNotice(bill, decisions),
    ...sideNotices(recognition, mapping),
    ...noSpendNotice(recognition, mapping),
    ...datesNotice(recognition, mapping),
    ...taxNotice(recognition, mapping),
    ...levelNotice(recognition, mapping),
    ...keptOffNotice(recognition, mapping),
    ...dateNotices(bill),
  ];
}

/** Rows whose amount counts in the month in which they begin, and is of several. */
function longNotice(bill: BillRows, decisions: BillDecisions): string[] {
  const { dates, fiscal, names } = decisions;
  const found = bill.long?.found(dates, (reading) => monthIn(reading, dates ?? 'month-first', fiscal, names)) ?? null;
  if (found === null) {
    return [];
  }
  const sums = [...found.sums].map(
    ([currency, sum]) => `${exactText(decidedSum(sum, decisions))} ${bill.currencies[currency]?.text ?? ''}`,
  );
  return [billMessages.longRows(found.rows, sums, found.line, [String(found.start), String(found.end)])];
}

function wordNotice({ words: { counted, first }, shift }: BillRows, decisions: BillDecisions): string[] {
  if (first === null) {
    return [];
  }
  const sum = signedSum();
  addToSigned(sum, first.amount, false, shift);
  return [billMessages.numberWords(counted, first.cell, exactText(decidedSum(sum, decisions)))];
}

/** A column that says debit or credit and is not used, or a kind of row that is called a refund. */
function sideNotices({ mapping: { side }, refundColumn }: Recognition, mapping: Mapping): string[] {
  if (mapping.side !== undefined || (side === undefined && refundColumn === undefined)) {
    return [];
  }
  return [
    side !== undefined
      ? billMessages.sideNotUsed(side)
      : billMessages.refundsCounted(refundColumn?.column ?? '', refundColumn?.word ?? ''),
  ];
}

/** Nothing to tell where the column is filtered, or says the side of its rows: then each of its words was looked at. */
function noSpendNotice({ noSpendColumn }: Recognition, { filters, side }: Mapping): string[] {
  return noSpendColumn === undefined ||
    noSpendColumn.column === side ||
    filters.some(({ column }) => column === noSpendColumn.column)
    ? []
    : [billMessages.noSpendCounted(noSpendColumn.column, noSpendColumn.words)];
}

function levelNotice({ levels }: Recognition, { filters }: Mapping): string[] {
  const isSettled = levels === undefined || filters.some(({ column }) => column === levels.column);
  return isSettled ? [] : [billMessages.levels[levels.by](levels.column)];
}

/** That the months are those of one column of dates and not of another. */
function datesNotice({ otherDates }: Recognition, { roles: { month } }: Mapping): string[] {
  return otherDates === undefined || month.kind !== 'columns' || month.columns.join() !== otherDates.column
    ? []
    : [billMessages.otherDates(otherDates.column, otherDates.other)];
}

/** Dates that a spreadsheet may have altered before the file was made. */
function dateNotices({ lastDays }: BillRows): string[] {
  const dates = lastDays.exchanged();
  const lost = lastDays.lostZero();
  return [
    ...(dates === null ? [] : [billMessages.exchangedDates(dates.known, dates.unknown)]),
    ...(lost === null ? [] : [billMessages.lostZero(lost)]),
  ];
}

/** Credits beside the amounts that are not taken away. */
function keptOffNotice({ keptOff }: Recognition, { roles: { amount }, credits = [] }: Mapping): string[] {
  const isBeside = amount.kind === 'columns' && amount.columns[0] === keptOff?.amount;
  return keptOff === undefined || !isBeside || credits.includes(keptOff.column)
    ? []
    : [billMessages.keptOff(keptOff.column, keptOff.value)];
}

/** Which of two amounts counts, the one with tax or that without. */
function taxNotice({ taxed }: Recognition, { roles: { amount } }: Mapping): string[] {
  const column = amount.kind === 'columns' ? amount.columns[0] : undefined;
  if (taxed === undefined || column === undefined || ![taxed.withTax, taxed.without].includes(column)) {
    return [];
  }
  const isWithTax = column === taxed.withTax;
  return [billMessages.taxed(column, isWithTax, isWithTax ? taxed.without : taxed.withTax)];
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
