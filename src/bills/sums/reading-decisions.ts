import { formatMonth, type Month } from '../../domain/calendar/month';
import { DATE_NOTATIONS, type DateNotation } from '../values/bill-date';
import type { BillRows } from './bill-rows';
import type { BlanksChoice, CrChoice, CreditStyle, DateOrder, NumberStyle, Recognition } from '../mapping/mapping';
import type { MonthNames } from '../values/month-names';
import { mayBeCrores } from '../values/number-words';
import type { TextTable } from '../../formats/file/text-table';

/** What was decided, and whether the file itself says so; if it does not, the user has to. */
export interface Decision<Value> {
  readonly value: Value;
  readonly isTold: boolean;
}

/**
 * What a comma and a point mean in the amounts of the whole file: what most of the amounts that can be read in one way only
 * say. If none says anything and it makes a difference (`6.645`), the file does not tell, unless its format does, or a comma
 * divides its cells: whoever writes such files has a decimal point.
 */
export function decideNumbers(
  bill: BillRows,
  style: NumberStyle,
  { notation, delimiter }: Pick<TextTable, 'notation' | 'delimiter'>,
  { documentedPoint }: Pick<Recognition, 'documentedPoint'>,
): Decision<'point' | 'comma'> {
  let point = 0;
  let comma = 0;
  for (const { reads, rows } of bill.groups) {
    if (reads === 'point' || reads === 'own-point') {
      point += rows;
    }
    if (reads === 'comma' || reads === 'own-comma') {
      comma += rows;
    }
  }
  const { points, commas } = bill.grouped;
  const isPointKnown =
    notation === 'exact' || documentedPoint === true || (delimiter === ',' && points === 0) || points + commas === 0;
  const isTold = point !== comma || isPointKnown;
  const likely = commas === 0 && points > 0 && !isTold ? 'comma' : 'point';
  const found = point === comma ? likely : comma > point ? 'comma' : 'point';
  return { value: style === 'auto' ? found : style, isTold };
}

/**
 * Whether amounts of credits are taken away. They are where all are positive; if all are negative, they have their sign
 * already. Both at once, or debits that are negative, tell nothing, nor does a workbook that shows positive amounts as credits.
 */
export function decideCredits(bill: BillRows, wanted: CreditStyle | undefined): Decision<CreditStyle> {
  const { positiveCredits, negativeCredits, negativeDebits, shownCredits } = bill.signs;
  const areNone = positiveCredits === 0 && negativeCredits === 0;
  const areSigned = positiveCredits === 0 && (negativeCredits > 0 || negativeDebits > 0);
  return {
    value: wanted ?? (areSigned ? 'as-written' : 'subtract'),
    isTold: areNone || (shownCredits === 0 && negativeDebits === 0 && (positiveCredits === 0 || negativeCredits === 0)),
  };
}

/**
 * Whether `Cr` behind an amount is credit or crore, where both can be: among rupees, and where lakhs or crores are written out. `Dr` behind
 * others says that it is credit, and lakhs say that it is crore.
 */
export function decideCr({ words, groups, currencies }: BillRows, wanted: CrChoice | undefined): Decision<CrChoice> {
  const isOfIndia = groups.some(({ isCr, currency }) => isCr && mayBeCrores(currencies[currency]?.text ?? ''));
  const mayBeCrore = words.cr > 0 && (isOfIndia || words.indian > 0);
  return {
    value: wanted ?? (mayBeCrore && words.indian > 0 && words.dr === 0 ? 'crore' : 'credit'),
    isTold: !mayBeCrore || words.dr > 0 !== words.indian > 0,
  };
}

/** Whose names of months a bill has: the others of its names tell it. It matters only where Croatian has another month by a name. */
export function decideNames({ months, monthRows }: BillRows, wanted: MonthNames | undefined): Decision<MonthNames> {
  const rows = { croatian: 0, polish: 0, shared: 0 };
  for (const [id, { croatian, tells }] of months.entries()) {
    const count = monthRows[id] ?? 0;
    rows[croatian === undefined ? (tells ?? 'polish') : 'shared'] += croatian !== undefined || tells ? count : 0;
  }
  return {
    value: wanted ?? (rows.croatian > rows.polish ? 'croatian' : 'polish'),
    isTold: rows.shared === 0 || rows.croatian > 0 !== rows.polish > 0,
  };
}

/** How the dates of a whole file are written; if the file does not tell, in one of several ways. */
export interface DateDecision extends Decision<DateNotation | null> {
  /** What fits the dates equally well, the likeliest first. */
  readonly choices: readonly DateNotation[];
}

/** Years that a bill of today, written with two digits for the year, may be of; others are read so only if nothing else fits. */
const LIKELY_YEARS = { first: 2015, last: 2039 };

/**
 * The notation in which most of the dates can be read, and of several such the one that gives likely years for most. If
 * that leaves more than one: the one that the format documents, else the day first if points set them apart (18.09.2023), else the
 * month; the user has to look if it makes a difference.
 */
export function decideDates(
  bill: BillRows,
  wanted: DateOrder,
  documented: 'month-first' | 'day-first' | undefined,
  blanks: BlanksChoice | undefined,
): DateDecision {
  const fits = { 'month-first': 0, 'day-first': 0, 'year-first': 0, serial: 0 };
  const likely = { ...fits };
  const rows = { ordered: 0, dotted: 0 };
  for (const [id, { months, order }] of bill.months.entries()) {
    const count = bill.monthRows[id] ?? 0;
    if (order === 'none' || count === 0) {
      continue;
    }
    rows.ordered += count;
    rows.dotted += order === 'dotted' ? count : 0;
    for (const notation of DATE_NOTATIONS) {
      fits[notation] += months[notation] === null ? 0 : count;
      likely[notation] += isLikely(months[notation]) ? count : 0;
    }
  }
  if (rows.ordered === 0) {
    return { value: null, isTold: true, choices: [] };
  }
  const usual = rows.dotted * 2 > rows.ordered ? 'day-first' : 'month-first';
  const best = mostOf(mostOf([...DATE_NOTATIONS], fits), likely);
  const choices = [documented, usual, ...best].filter(
    (one, at, all): one is DateNotation =>
      one !== undefined && (best as readonly string[]).includes(one) && all.indexOf(one) === at,
  );
  const [first = usual] = choices;
  return {
    value: wanted === 'auto' ? first : wanted,
    isTold: choices.length < 2 || first === documented || !differs(bill, choices, blanks),
    choices,
  };
}

function isLikely(month: Month | null): boolean {
  const year = month === null ? 0 : Number(formatMonth(month).slice(0, 4));
  return year >= LIKELY_YEARS.first && year <= LIKELY_YEARS.last;
}

function mostOf(notations: readonly DateNotation[], counts: Readonly<Record<DateNotation, number>>): DateNotation[] {
  const most = Math.max(...notations.map((notation) => counts[notation]));
  return notations.filter((notation) => counts[notation] === most);
}

/** Whether the notation makes a difference to the months of rows that count; other groups have no month, but those that may be filled. */
function differs(bill: BillRows, choices: readonly DateNotation[], blanks: BlanksChoice | undefined): boolean {
  return bill.groups.some(({ month, isFilled }) => {
    const months = isFilled && blanks !== 'fill-down' ? undefined : bill.months[month]?.months;
    return months !== undefined && new Set(choices.map((notation) => months[notation])).size > 1;
  });
}
