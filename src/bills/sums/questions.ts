import type { TextTable } from '../../formats/file/text-table';
import type { Mapping, Recognition } from '../mapping/mapping';
import { billMessages } from '../messages';
import type { BillRows } from './bill-rows';
import type { BillQuestion } from './bill-summary';
import { decidedGroups, keptSums } from './decided-groups';
import type { BillDecisions } from './decisions';
import { decideCredits, decideDates, decideNumbers } from './reading-decisions';
import { moveToTotals, statesSumOfOthers, type JudgedTotal } from './total-rows';

/** What was decided for a bill, and which of it the file tells. */
export interface FoundDecisions {
  readonly decisions: BillDecisions;
  readonly told: Readonly<Record<'numbers' | 'dates' | 'sides', boolean>>;
}

/** Decides how a bill is read, once all its rows are known. A first or last row that states the sum of all others joins the totals. */
export function decide(
  bill: BillRows,
  recognition: Recognition,
  mapping: Mapping,
  table: Pick<TextTable, 'notation' | 'delimiter'>,
): FoundDecisions {
  const numbers = decideNumbers(bill, mapping.numbers, table, recognition);
  const dates = decideDates(bill, mapping.dates, recognition.documentedDates);
  const sides = decideCredits(bill, mapping.sides);
  const decisions: BillDecisions = {
    numbers: numbers.value,
    dates: dates.value,
    sides: sides.value,
    totals: mapping.totals ?? 'leave-out',
    months: mapping.months ?? 'count',
  };
  const { first, last } = bill.edges;
  for (const edge of [last, first]) {
    if (edge !== null && statesSumOfOthers(edge, bill.groups, decisions, bill.shift)) {
      const postings = moveToTotals(edge, bill.totalTwin, bill.shift);
      bill.totalCandidates.push({
        line: edge.line,
        label: '',
        postings,
        isFull: true,
        above: null,
        since: null,
        rowsSince: 0,
      });
      break;
    }
  }
  return { decisions, told: { numbers: numbers.isTold, dates: dates.isTold, sides: sides.isTold } };
}

/** The questions that a bill raises, each with what its answers lead to; also those that were answered. */
export function questionsOf(
  bill: BillRows,
  mapping: Mapping,
  { decisions, told }: FoundDecisions,
  totalRows: readonly JudgedTotal[],
): BillQuestion[] {
  const choice = (changed: Partial<BillDecisions>, value: string): BillQuestion['choices'][number] => ({
    value,
    kept: keptSums(bill, decidedGroups(bill, { ...decisions, ...changed }).decided),
  });
  const questions: BillQuestion[] = [];
  if (!told.numbers) {
    questions.push({
      option: 'numbers',
      reason: billMessages.askNumbers(),
      choices: [choice({ numbers: 'comma' }, 'comma'), choice({ numbers: 'point' }, 'point')],
      answer: mapping.numbers === 'auto' ? null : mapping.numbers,
    });
  }
  if (!told.dates) {
    questions.push({
      option: 'dates',
      reason: billMessages.askDates(),
      choices: [choice({ dates: 'month-first' }, 'month-first'), choice({ dates: 'day-first' }, 'day-first')],
      answer: mapping.dates === 'auto' ? null : mapping.dates,
    });
  }
  if (!told.sides) {
    questions.push({
      option: 'sides',
      reason: billMessages.askSides(bill.signs),
      choices: [choice({ sides: 'subtract' }, 'subtract'), choice({ sides: 'as-written' }, 'as-written')],
      answer: mapping.sides ?? null,
    });
  }
  if (totalRows.length > 0) {
    const areSure = totalRows.every(({ isSure }) => isSure);
    questions.push({
      option: 'totals',
      reason: billMessages.askTotals(totalRows.length, areSure),
      choices: [choice({ totals: 'leave-out' }, 'leave-out'), choice({ totals: 'count' }, 'count')],
      answer: mapping.totals ?? (areSure ? 'leave-out' : null),
    });
  }
  return questions;
}
