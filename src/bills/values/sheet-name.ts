import { readMonth } from './bill-date';
import { monthNamed } from './month-names';
import { nameKind } from './name-kind';
import { isNoSpend } from './no-spend';
import { otherPeriod } from './other-period';

/** What sheets are called that add others up, or hold what is planned. */
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
 * Whether a sheet of a workbook is by its name none of several that are one bill together, but what they add up to or what is planned:
 * `YTD`, `Budget 2025`, `Total`; beside sheets of months also one of a quarter or a year.
 *
 * @param others the names of the other sheets with the same columns
 */
export function isBesideOthers(name: string, others: readonly string[]): boolean {
  const period = otherPeriod(name);
  if (period === 'quarter' || period === 'half' || period === 'year') {
    return others.some(isMonth);
  }
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(?:year|month|quarter)[- ]to[- ]date\b|\bfull[- ]year\b/g, 'ytd')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word) && monthNamed(word) === null);
  const isSum = words.length > 0 && words.every((word) => BESIDE.has(word));
  return isSum || nameKind(name) === 'total' || isNoSpend(name);
}

function isMonth(name: string): boolean {
  const reading = readMonth(name);
  return reading !== 'blank' && (reading.order !== 'none' || monthNamed(name) !== null);
}
