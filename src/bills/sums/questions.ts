import { formatMonth, monthOf, type Month } from '../../domain/calendar/month';
import type { TextTable } from '../../formats/file/text-table';
import { mayBeInCrores, unitInName, type AmountUnit } from '../mapping/amount-unit';
import type { Mapping, Recognition, SaidUnit } from '../mapping/mapping';
import { monthIn, type DateNotation } from '../values/bill-date';
import { billMessages } from '../messages';
import { mayBeCrores } from '../values/number-words';
import type { BillRows } from './bill-rows';
import type { BillQuestion, QuestionChoice } from './bill-summary';
import { decidedGroups, keptSums } from './decided-groups';
import type { BillDecisions } from './decisions';
import { exactText } from './exact-sum';
import type { EarlyEnd } from './last-days';
import { decideQuantities } from './quantity-decision';
import { decideCr, decideCredits, decideDates, decideNames, decideNumbers } from './reading-decisions';
import { vendorChoices } from './vendor-evidence';
import { moveToTotals, signedSumOf, statesSum, statesSumOfOthers, type JudgedTotal } from './total-rows';

/** What was decided for a bill, and which of it the file tells. */
export interface FoundDecisions {
  readonly decisions: BillDecisions;
  readonly told: Readonly<Record<'numbers' | 'quantities' | 'dates' | 'sides' | 'cr' | 'names', boolean>>;
  /** The notations between which the file does not tell. */
  readonly dateChoices: readonly DateNotation[];
}

/** Decides how a bill is read, once all its rows are known. A first or last row that states the sum of all others joins the totals. */
export function decide(
  bill: BillRows,
  recognition: Recognition,
  mapping: Mapping,
  table: Pick<TextTable, 'notation' | 'delimiter'>,
  thisMonth: Month | null,
): FoundDecisions {
  const numbers = decideNumbers(bill, mapping.numbers, table, recognition);
  const quantities = decideQuantities(bill, numbers, mapping.numbers, table, recognition);
  const dates = decideDates(bill, mapping.dates, recognition.documentedDates, mapping.blanks);
  const sides = decideCredits(bill, mapping.sides);
  const cr = decideCr(bill, mapping.cr);
  const names = decideNames(bill, mapping.names);
  const decisions: BillDecisions = {
    numbers: numbers.value,
    quantities: quantities.value,
    dates: dates.value,
    sides: sides.value,
    names: names.value,
    cr: cr.value,
    negatives: mapping.negatives ?? 'credits',
    // Words beside the amounts say it of each, whatever the name of the column says.
    units: mapping.units ?? (bill.words.counted > 0 ? null : unitSaid(bill, recognition, mapping)) ?? 'ones',
    totals: mapping.totals ?? 'leave-out',
    months: mapping.months ?? 'count',
    netting: mapping.netting ?? 'leave-out',
    blanks: mapping.blanks ?? 'leave-out',
    farFrom: null,
    farUntil: null,
    earlyEnd: null,
    estimated: [],
    complete: mapping.complete ?? 'no',
    isFuture: false,
    fiscal: mapping.fiscal ?? 1,
  };
  moveHeads(bill, decisions);
  moveParents(bill, decisions);
  moveTotalAtEdge(bill, decisions);
  const withMonths = { ...decisions, ...doubtedMonths(keptMonths(bill, decisions), thisMonth) };
  return {
    decisions: {
      ...withMonths,
      earlyEnd: earlyEndOf(bill, withMonths),
      estimated: estimatedMonths(bill, withMonths),
    },
    told: {
      numbers: numbers.isTold,
      quantities: quantities.isTold,
      dates: dates.isTold,
      sides: sides.isTold || recognition.mapping.sides !== undefined,
      cr: cr.isTold,
      names: names.isTold,
    },
    dateChoices: dates.choices,
  };
}

/** A row without a service that states the sum of its client's rows below it joins the totals. */
function moveHeads(bill: BillRows, decisions: BillDecisions): void {
  for (const { line, postings, below, rows } of bill.heads) {
    if (statesSum(postings, below, decisions, bill.shift)) {
      bill.totalCandidates.push({
        ...STATED_BY_NO_WORD,
        line,
        postings: moveToTotals({ line, postings }, bill.totalTwin, bill.shift),
        since: below,
        rowsSince: rows,
      });
    }
  }
}

/** Rows that state the sums of lists join the totals, if the whole table is such lists. */
function moveParents(bill: BillRows, { numbers }: BillDecisions): void {
  const known = new Set(bill.totalCandidates.map(({ line }) => line));
  for (const { line, postings } of bill.blocks?.parents(numbers) ?? []) {
    if (!known.has(line)) {
      bill.totalCandidates.push({
        ...STATED_BY_NO_WORD,
        line,
        postings: moveToTotals({ line, postings }, bill.totalTwin, bill.shift),
        since: signedSumOf(postings, bill.shift),
      });
    }
  }
}

/** What is known of a row of totals that is one by its amount alone. */
const STATED_BY_NO_WORD = { label: '', isFull: true, isCalledTotal: false, above: null, since: null, rowsSince: 0 };

/** A first or last row that states the sum of all others joins the totals. */
function moveTotalAtEdge(bill: BillRows, decisions: BillDecisions): void {
  const { first, last } = bill.edges;
  for (const edge of [last, first]) {
    const isKnown = bill.totalCandidates.some(({ line }) => line === edge?.line);
    if (edge !== null && !isKnown && statesSumOfOthers(edge, bill.groups, decisions, bill.shift)) {
      const postings = moveToTotals(edge, bill.totalTwin, bill.shift);
      bill.totalCandidates.push({ ...STATED_BY_NO_WORD, line: edge.line, postings });
      break;
    }
  }
}

/** What the name of the amounts' column says that they are counted in, if nothing else is known of them; null if it says nothing. */
function unitInNames({ isGuessed }: Recognition, { roles: { amount }, hundredths }: Mapping): AmountUnit | null {
  const names = amount.kind === 'columns' && isGuessed === true && !hundredths ? amount.columns : [];
  const units = new Set(names.map(unitInName));
  const [only = null, another] = units;
  return another === undefined ? only : null;
}

/** What a line beside a table of no known kind says of it, if the name of the amounts' column says nothing. */
function unitBeside({ unitNote }: BillRows, { isGuessed, unitAbove }: Recognition, mapping: Mapping): SaidUnit | null {
  return isGuessed === true && !mapping.hundredths ? (unitAbove ?? unitNote ?? null) : null;
}

function unitSaid(bill: BillRows, recognition: Recognition, mapping: Mapping): AmountUnit | null {
  return unitInNames(recognition, mapping) ?? unitBeside(bill, recognition, mapping)?.unit ?? null;
}

/** The months of the rows that are kept, in their order, each with its rows. */
function keptMonths(bill: BillRows, decisions: BillDecisions): (readonly [month: Month, rows: number])[] {
  const rows = new Map<Month, number>();
  for (const { group, reason, month } of decidedGroups(bill, decisions).decided) {
    if (reason === 'kept' && month !== null) {
      rows.set(month, (rows.get(month) ?? 0) + group.rows);
    }
  }
  return [...rows].sort(([a], [b]) => a - b);
}

/** Whether the last month of the rows that are kept has days up to some day alone. */
function earlyEndOf(bill: BillRows, decisions: BillDecisions): EarlyEnd | null {
  const last = keptMonths(bill, decisions).at(-1)?.[0];
  return last === undefined
    ? null
    : bill.lastDays.earlyEnd(last, decisions.dates, (reading) =>
        monthIn(reading, decisions.dates ?? 'month-first', decisions.fiscal, decisions.names),
      );
}

/** The months that are kept of which rows say that they are estimated. */
function estimatedMonths(bill: BillRows, decisions: BillDecisions): Month[] {
  if (bill.estimated.size === 0) {
    return [];
  }
  const months = new Set<Month>();
  for (const { group, reason, month } of decidedGroups(bill, decisions).decided) {
    if (reason === 'kept' && month !== null && bill.estimated.has(group.month)) {
      months.add(month);
    }
  }
  return [...months].sort((a, b) => a - b);
}

/** Bills are written in advance for the next month, and it begins earlier elsewhere: what is after that is in the future. */
const MONTHS_IN_ADVANCE = 1;

/** From which month on the months of a bill are doubted: far after its others, or in the future as well. */
function doubtedMonths(
  months: readonly (readonly [month: Month, rows: number])[],
  thisMonth: Month | null,
): Pick<BillDecisions, 'farFrom' | 'farUntil' | 'isFuture'> {
  const far = farMonth(months);
  const future = months.find(([month]) => thisMonth !== null && month - thisMonth > MONTHS_IN_ADVANCE)?.[0] ?? null;
  const isFuture = future !== null && (far === null || future < far);
  return { farFrom: isFuture ? future : far, farUntil: pastMonth(months), isFuture };
}

/** No bill for AI is older: a date before it stands for none (1970-01-01), or was mistyped. */
const FIRST_LIKELY_MONTH = monthOf(2000, 1);
/** Twenty years. */
const LONG_BEFORE = 240;

/** The last month that lies long before all after it, if most rows are of those after, or long ago; null if none does. */
function pastMonth(months: readonly (readonly [month: Month, rows: number])[]): Month | null {
  const all = months.reduce((sum, [, rows]) => sum + rows, 0);
  let after = all;
  let past: Month | null = null;
  for (const [at, [month, rows]] of months.entries()) {
    after -= rows;
    const next = months[at + 1];
    const isLongBefore = next !== undefined && next[0] - month > LONG_BEFORE && after * 2 > all;
    past = isLongBefore || month < FIRST_LIKELY_MONTH ? month : past;
  }
  return past;
}

/** The first month that lies more than a year after all before it, if most rows are of those before; null if none does. */
function farMonth(months: readonly (readonly [month: Month, rows: number])[]): Month | null {
  const all = months.reduce((sum, [, rows]) => sum + rows, 0);
  let before = 0;
  for (const [at, [month, rows]] of months.entries()) {
    const last = months[at - 1];
    if (last !== undefined && month - last[0] > 12 && before * 2 > all) {
      return month;
    }
    before += rows;
  }
  return null;
}

/** What a question needs beside the decisions. */
interface Asking extends FoundDecisions {
  readonly bill: BillRows;
  readonly mapping: Mapping;
  readonly recognition: Recognition;
  readonly totalRows: readonly JudgedTotal[];
  /** An answer, with what would be kept if it held. */
  choice(changed: Partial<BillDecisions>, value: string): QuestionChoice;
}

/** The questions that a bill raises, each with what its answers lead to; also those that were answered. */
export function questionsOf(
  bill: BillRows,
  recognition: Recognition,
  mapping: Mapping,
  found: FoundDecisions,
  totalRows: readonly JudgedTotal[],
): BillQuestion[] {
  const choice = (changed: Partial<BillDecisions>, value: string): QuestionChoice => ({
    value,
    kept: keptSums(bill, decidedGroups(bill, { ...found.decisions, ...changed }).decided),
  });
  const asking: Asking = { ...found, bill, recognition, mapping, totalRows, choice };
  return [
    askNumbers,
    askDates,
    askNames,
    askFiscal,
    askBlanks,
    askNetting,
    askCredits,
    askCr,
    askCells,
    askNegatives,
    askUnit,
    askMonths,
    askComplete,
    askTotals,
    askVendor,
  ].flatMap((ask) => ask(asking) ?? []);
}

function askNumbers({ told, mapping, choice }: Asking): BillQuestion | null {
  return told.numbers && told.quantities
    ? null
    : {
        option: 'numbers',
        reason: told.numbers ? billMessages.askQuantities() : billMessages.askNumbers(),
        choices: (['comma', 'point'] as const).map((style) => choice(told.numbers ? {} : { numbers: style }, style)),
        answer: mapping.numbers === 'auto' ? null : mapping.numbers,
      };
}

function askDates({ told, dateChoices, mapping, choice }: Asking): BillQuestion | null {
  return told.dates
    ? null
    : {
        option: 'dates',
        reason: billMessages.askDates(),
        choices: dateChoices.map((dates) => choice({ dates }, dates)),
        answer: mapping.dates === 'auto' ? null : mapping.dates,
      };
}

function isKnown(month: Month | null | undefined): month is Month {
  return month !== null && month !== undefined;
}

function askNames({ told, bill, mapping, choice }: Asking): BillQuestion | null {
  const shared = bill.months.find(({ croatian }) => croatian !== undefined);
  const [croatian, polish] = (['croatian', 'polish'] as const).map((names) =>
    shared === undefined ? null : monthIn(shared, 'month-first', 1, names),
  );
  return told.names || !isKnown(croatian) || !isKnown(polish)
    ? null
    : {
        option: 'names',
        reason: billMessages.askNames(formatMonth(croatian), formatMonth(polish)),
        choices: [choice({ names: 'croatian' }, 'croatian'), choice({ names: 'polish' }, 'polish')],
        answer: mapping.names ?? null,
      };
}

function askFiscal({ bill, mapping, choice }: Asking): BillQuestion | null {
  const period = bill.months.find(({ fiscal }) => fiscal !== null)?.fiscal;
  return period
    ? {
        option: 'fiscal',
        reason: billMessages.askFiscal(`period ${period.period} of ${period.year}`),
        choices: Array.from({ length: 12 }, (_, at) => choice({ fiscal: at + 1 }, String(at + 1))),
        answer: mapping.fiscal === undefined ? null : String(mapping.fiscal),
      }
    : null;
}

/** Blank clients below a name, if no name stands below itself: so merged cells arrive. */
function askBlanks({ bill, mapping, choice }: Asking): BillQuestion | null {
  const rows = bill.groups.reduce(
    (all, group) => all + (group.isFilled && group.reason === 'kept' ? group.rows : 0),
    0,
  );
  if (rows === 0 || (bill.repeatsClients && mapping.blanks === undefined)) {
    return null;
  }
  return {
    option: 'blanks',
    reason: billMessages.askBlanks(rows),
    choices: [choice({ blanks: 'fill-down' }, 'fill-down'), choice({ blanks: 'leave-out' }, 'leave-out')],
    answer: mapping.blanks ?? null,
  };
}

/** Credits that nobody has named as such, in a column beside the amounts. */
function askNetting({ bill, decisions, mapping, choice }: Asking): BillQuestion | null {
  const netted = decidedGroups(bill, { ...decisions, netting: 'net' }).decided;
  const offered = netted.filter(({ group, reason }) => group.isOffered && reason === 'kept');
  return offered.every(({ sum }) => exactText(sum) === '0')
    ? null
    : {
        option: 'netting',
        reason: billMessages.askNetting(
          bill.offeredColumns,
          keptSums(bill, offered).map(({ amount, currency }) => `${amount} ${currency}`.trim()),
        ),
        choices: [choice({ netting: 'net' }, 'net'), choice({ netting: 'leave-out' }, 'leave-out')],
        answer: mapping.netting ?? null,
      };
}

function askCredits({ told, bill, mapping, choice }: Asking): BillQuestion | null {
  return told.sides
    ? null
    : {
        option: 'sides',
        reason:
          bill.signs.shownCredits > 0
            ? billMessages.askShownCredits(bill.signs.shownCredits)
            : billMessages.askSides(bill.signs),
        choices: [choice({ sides: 'subtract' }, 'subtract'), choice({ sides: 'as-written' }, 'as-written')],
        answer: mapping.sides ?? null,
      };
}

function askCr({ told, bill: { words }, mapping, choice }: Asking): BillQuestion | null {
  return told.cr
    ? null
    : {
        option: 'cr',
        reason: billMessages.askCr(words.cr),
        choices: [choice({ cr: 'crore' }, 'crore'), choice({ cr: 'credit' }, 'credit')],
        answer: mapping.cr ?? null,
      };
}

/** Amounts that a comma may have divided, in a file whose cells are set apart by commas. */
function askCells({ bill, decisions, mapping }: Asking): BillQuestion | null {
  const { split } = bill;
  const found = split?.found ?? null;
  if (split === null || found === null) {
    return null;
  }
  const { decided } = decidedGroups(bill, decisions);
  return {
    option: 'cells',
    reason: billMessages.askCells(found.cells, found.columns),
    choices: (['join', 'apart'] as const).map((value) => ({
      value,
      kept: keptSums(
        bill,
        decided.map((one) => ({ ...one, sum: [...one.sum, ...split.changeBy(value, one.group, decisions)] })),
      ),
    })),
    answer: mapping.cells ?? null,
  };
}

/** More negative amounts than positive ones, and nothing that says what they are: so a statement of an account has what was paid. */
function askNegatives({ bill, recognition, decisions, mapping, choice }: Asking): BillQuestion | null {
  const { positive, negative } = signsCounted(bill, mapping, decisions);
  const asWritten = keptSums(bill, decidedGroups(bill, { ...decisions, negatives: 'credits' }).decided);
  return recognition.isGuessed !== true ||
    negative <= positive ||
    !asWritten.some(({ amount }) => amount === '0' || amount.startsWith('-'))
    ? null
    : {
        option: 'negatives',
        reason: billMessages.askNegatives(negative, positive),
        choices: [choice({ negatives: 'spend' }, 'spend'), choice({ negatives: 'credits' }, 'credits')],
        answer: mapping.negatives ?? null,
      };
}

/** A column that says debit or credit settles what a sign means, unless debits are negative and count as they are written. */
function signsCounted(
  { signs }: BillRows,
  { side, credits = [] }: Mapping,
  { sides }: BillDecisions,
): { readonly positive: number; readonly negative: number } {
  if (side === undefined && credits.length === 0) {
    return signs;
  }
  return sides === 'as-written'
    ? { positive: signs.positiveCredits, negative: signs.negativeDebits }
    : { positive: 0, negative: 0 };
}

/**
 * The name of the column says it: it holds unless the user says otherwise, or words beside the amounts say it again. A line beside the table
 * may say it of something else, so it is asked.
 */
function askUnit({ bill, recognition, decisions, mapping, choice }: Asking): BillQuestion | null {
  const said = unitInNames(recognition, mapping);
  const beside = said === null ? unitBeside(bill, recognition, mapping) : null;
  if (beside !== null) {
    return {
      option: 'units',
      reason: billMessages.askUnitBeside(beside.text, beside.unit),
      choices: [choice({ units: beside.unit }, beside.unit), choice({ units: 'ones' }, 'ones')],
      answer: mapping.units ?? null,
    };
  }
  const unit = said ?? (mayCountCrores(bill, recognition, mapping) ? 'crores' : null);
  const { amount } = mapping.roles;
  return unit === null || amount.kind !== 'columns'
    ? null
    : {
        option: 'units',
        reason:
          said === null
            ? billMessages.askCroresInName(amount.columns.join('", "'))
            : billMessages.askUnit(amount.columns, said),
        choices: [choice({ units: unit }, unit), choice({ units: 'ones' }, 'ones')],
        answer: bill.words.counted > 0 || said === null ? (mapping.units ?? null) : decisions.units,
      };
}

/** Amounts of rupees below `Amount (Cr)`, if no column of credits stands beside them. */
function mayCountCrores(
  { groups, currencies }: BillRows,
  { isGuessed }: Recognition,
  { roles: { amount }, credits = [], hundredths }: Mapping,
): boolean {
  return (
    isGuessed === true &&
    !hundredths &&
    credits.length === 0 &&
    amount.kind === 'columns' &&
    amount.columns.some(mayBeInCrores) &&
    groups.some(({ reason, currency }) => reason === 'kept' && mayBeCrores(currencies[currency]?.text ?? ''))
  );
}

function askMonths({ bill, decisions, mapping, choice }: Asking): BillQuestion | null {
  const { farFrom, farUntil, isFuture } = decisions;
  if (farFrom === null && farUntil === null) {
    return null;
  }
  const months = keptMonths(bill, { ...decisions, months: 'count' }).map(([month]) => month);
  const past = months.filter((month) => farUntil !== null && month <= farUntil).map(formatMonth);
  const far = months.filter((month) => farFrom !== null && month >= farFrom).map(formatMonth);
  const others = months.slice(past.length, months.length - far.length).map(formatMonth);
  return {
    option: 'months',
    reason: [
      ...(past.length === 0 ? [] : [billMessages.askPast(past, others[0])]),
      ...(far.length === 0
        ? []
        : [isFuture ? billMessages.askFuture(far) : billMessages.askMonths(far, [...past, ...others].at(-1) ?? '')]),
    ].join(' '),
    choices: [choice({ months: 'count' }, 'count'), choice({ months: 'leave-out' }, 'leave-out')],
    answer: mapping.months ?? null,
  };
}

/** The rows are day by day, or say that they are estimated, which tells it: the month is marked unless the user says otherwise. */
function askComplete({ decisions: { earlyEnd, estimated }, mapping, choice }: Asking): BillQuestion | null {
  return earlyEnd === null && estimated.length === 0
    ? null
    : {
        option: 'complete',
        reason: [
          ...(estimated.length === 0 ? [] : [billMessages.askEstimated(estimated.map(formatMonth))]),
          ...(earlyEnd === null ? [] : [billMessages.askComplete(formatMonth(earlyEnd.month), earlyEnd.day)]),
        ].join(' '),
        choices: [choice({}, 'no'), choice({}, 'yes')],
        answer: mapping.complete ?? 'no',
      };
}

/** Who resells a model may be the vendor, or whoever provides it. */
function askVendor({ bill: { vendorEvidence }, mapping, choice }: Asking): BillQuestion | null {
  const names = vendorEvidence?.found ?? null;
  return names === null
    ? null
    : {
        option: 'vendor',
        reason: billMessages.askVendor(names.issuer, names.developer),
        choices: vendorChoices(names).map((one) => choice({}, one)),
        answer: mapping.vendor ?? null,
      };
}

/** Rows of totals are told of also if they surely are some: then they are left out unless the user says otherwise. */
function askTotals({ totalRows, mapping, choice }: Asking): BillQuestion | null {
  if (totalRows.length === 0) {
    return null;
  }
  const areSure = totalRows.every(({ isSure }) => isSure);
  return {
    option: 'totals',
    reason: billMessages.askTotals(totalRows.length, areSure),
    choices: [choice({ totals: 'leave-out' }, 'leave-out'), choice({ totals: 'count' }, 'count')],
    answer: mapping.totals ?? (areSure ? 'leave-out' : null),
  };
}
