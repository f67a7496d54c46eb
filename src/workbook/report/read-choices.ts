import { RANKED, type Ranked } from '../../domain/figures/ranking-words';
import { Problem } from '../../domain/messages/problem';
import { monthNumber, parseMonth } from '../../domain/calendar/month';
import { knownMonth } from '../../domain/calendar/known-month';
import { ASKED, LABELS, LATEST_MONTH } from './asked-cells';
import { SECTIONS, statedPeriod, type ReportChoices, type ReportPeriod, type SectionId } from './report-choices';

/**
 * What a report was asked, from its own cells, which a user may have changed; null if they no longer tell.
 *
 * @param formulas of the report's block, as Excel reads them; `texts` as its cells show them
 */
export function readChoices(
  formulas: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): ReportChoices | null {
  const rowOf = new Map(texts.map((row, at) => [row[ASKED] ?? '', at]));
  const shown = (label: string): string => texts[rowOf.get(label) ?? -1]?.[ASKED + 1] ?? '';
  const formula = (label: string): string => String(formulas[rowOf.get(label) ?? -1]?.[ASKED + 1] ?? '');
  const [by, bridgeBy] = [ranked(shown(LABELS.by)), ranked(shown(LABELS.bridgeBy))];
  const isLatest = formula(LABELS.period).startsWith(LATEST_MONTH);
  const period = isLatest ? LATEST : statedOrNull(shown(LABELS.period), shown(LABELS.yearStart));
  const sections = shown(LABELS.sections)
    .split(' ')
    .flatMap((id) => SECTIONS.find((section) => section === id) ?? []);
  if (by === null || bridgeBy === null || period === null || shown(LABELS.client) === '' || sections.length === 0) {
    return null;
  }
  return {
    client: shown(LABELS.client),
    vendor: shown(LABELS.vendor),
    currency: shown(LABELS.currency),
    unit: shown(LABELS.unit),
    by,
    bridgeBy,
    period,
    comparison: isYearBefore(formula(LABELS.compared), period) ? 'year-before' : 'before',
    sections: [...new Set<SectionId>(sections)],
  };
}

const LATEST: ReportPeriod = { kind: 'latest' };

function ranked(text: string): Ranked | null {
  return RANKED.find((each) => each === text) ?? null;
}

function isYearBefore(compared: string, period: ReportPeriod): boolean {
  return (
    compared.endsWith(',-12)') ||
    (period.kind === 'stated' && compared === period.yearBefore && compared !== period.before)
  );
}

function statedOrNull(text: string, yearStart: string): ReportPeriod | null {
  const start = parseMonth(yearStart) === null ? 1 : monthNumber(knownMonth(yearStart));
  try {
    return statedPeriod(text, start);
  } catch (failure) {
    if (failure instanceof Problem) {
      return null;
    }
    throw failure;
  }
}
