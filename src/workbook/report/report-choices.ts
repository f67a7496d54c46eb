import { parsePeriod, resolvePeriod, type ResolvedPeriod } from '../../domain/arguments/period';
import { addMonths, formatMonth, MONTHS_IN_YEAR } from '../../domain/calendar/month';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';
import type { Ranked } from '../../domain/figures/ranking-words';

/** The parts of a report, in the order in which they stand in it. */
export const SECTIONS = [
  'headline',
  'months',
  'ranking',
  'concentration',
  'budget',
  'bridge',
  'unitcost',
  'rates',
  'sources',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What the sections are called, in the pane and on the sheet. */
export const SECTION_TITLES: Readonly<Record<SectionId, string>> = {
  headline: 'Headline figures',
  months: 'Month by month',
  ranking: 'Ranking and shares',
  concentration: 'Concentration',
  budget: 'Budget and forecast',
  bridge: 'What changed',
  unitcost: 'Unit cost',
  rates: 'Rates used',
  sources: 'Sources',
};

/** With what a period is compared. */
export const COMPARISONS = ['before', 'year-before'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The period of a report: the latest complete month, whichever it comes to be, or a stated one. */
export type ReportPeriod = { readonly kind: 'latest' } | StatedPeriod;

export interface StatedPeriod {
  readonly kind: 'stated';
  /** As the functions take it: `2025-09`, `2024-Q4`, `FY2025`. */
  readonly text: string;
  /** Its last month, `2025-09`. */
  readonly lastMonth: string;
  /** The period of the same length before it. */
  readonly before: string;
  /** The same period a year before. */
  readonly yearBefore: string;
}

/** What a report is to show. */
export interface ReportChoices {
  /** As a formula names it: `*` for all together. */
  readonly client: string;
  /** Empty for every vendor. */
  readonly vendor: string;
  readonly period: ReportPeriod;
  readonly comparison: Comparison;
  readonly currency: string;
  readonly by: Ranked;
  /** By what the change is told; models tell prices best if they are on record. */
  readonly bridgeBy: Ranked;
  /** In what quantities are counted; only of the section on unit cost. */
  readonly unit: string;
  readonly sections: readonly SectionId[];
}

/**
 * A stated period, with those that it is compared with.
 *
 * @throws Problem for what is no period, or one that is not stated (`ttm`)
 */
export function statedPeriod(text: string, fiscalYearStart: number): StatedPeriod {
  const period = parsePeriod(text.trim() === '' ? null : text);
  if (period.kind !== 'stated') {
    throw new Problem('#VALUE!', messages.badPeriod(text));
  }
  const { from, to, months, label } = resolvePeriod(period, null, () => fiscalYearStart) as ResolvedPeriod;
  const moved = (by: number): string => {
    const [first, last] = [formatMonth(addMonths(from, by)), formatMonth(addMonths(to, by))];
    return months === 1 ? first : `${first}:${last}`;
  };
  return {
    kind: 'stated',
    text: label,
    lastMonth: formatMonth(to),
    before: moved(-months),
    yearBefore: moved(-MONTHS_IN_YEAR),
  };
}
