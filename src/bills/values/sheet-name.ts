import { readMonth } from './bill-date';
import { monthNamed } from './month-names';
import { nameKind } from './name-kind';
import { isNoSpend } from './no-spend';
import { otherPeriod } from './other-period';

/** What sheets and files are called that add others up, or hold what is planned. */
const BESIDE = new Set(
  (
    'ytd mtd qtd fullyear annual yearly cumulative cumulated kumuliert kum consolidated konsolidiert konsolidierung combined all alle tous todos tutti summary summaries ' +
    'zusammenfassung overview ubersicht resumen riepilogo overzicht recap gesamtubersicht total totals gesamt summe summen budget budgets forecast forecasts plan ' +
    'plans planned planung plandaten planning prognose prognosen hochrechnung projection projections estimate estimates presupuesto previsiones preventivo budgetiert'
  ).split(' '),
);

/** Words beside them that say nothing of it. */
const FILLERS = new Set(
  'fy cy gj q and und et y e vs by of the per nach je ai ki ia cost costs kosten spend ausgaben amount amounts betrag bill bills billing sheet months month monate client clients vendor vendors data figures actuals eur usd gbp chf'.split(
    ' ',
  ),
);

/**
 * Whether a sheet of a workbook, or a file of several, is by its name none of those that are one bill together, but what they add up to or
 * what is planned: `YTD`, `Budget 2025`, `Total`; beside months also one of a quarter or a year. Words that all of the names have say nothing.
 *
 * @param others the names of the others with the same columns
 */
export function isBesideOthers(name: string, others: readonly string[]): boolean {
  const period = otherPeriod(name);
  if (period === 'quarter' || period === 'half' || period === 'year') {
    return others.some(isMonth);
  }
  const ofOthers = others.map((other) => new Set(wordsOf(other)));
  const words = wordsOf(name).filter(
    (word) =>
      !FILLERS.has(word) &&
      monthNamed(word) === null &&
      (ofOthers.length === 0 || ofOthers.some((other) => !other.has(word))),
  );
  const isSum = words.length > 0 && words.every((word) => BESIDE.has(word));
  return isSum || nameKind(name) === 'total' || isNoSpend(name);
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(?<!\p{L})(?:year|month|quarter)[-_ ]to[-_ ]date(?!\p{L})|(?<!\p{L})full[-_ ]year(?!\p{L})/gu, 'ytd')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

function isMonth(name: string): boolean {
  const reading = readMonth(name);
  return reading !== 'blank' && (reading.order !== 'none' || monthNamed(name) !== null);
}
