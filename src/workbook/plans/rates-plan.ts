import { parseMonth, serialOf, type Month } from '../../domain/calendar/month';
import { columnKey, isBlank, locateColumns, monthOfCell, type CellValue, type RawTable } from '../../domain/ledger/table';
import { nameKey } from '../../domain/ledger/name-key';
import { TABLES } from '../../domain/ledger/tables';
import { planRefresh, type ReferenceTable } from './refresh-plan';
import type { TablePlan } from './table-plan';

/** A month's rate, for the table AIRates. */
export interface MonthRate {
  /** Such as 2024-11. */
  readonly month: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Decimal text. */
  readonly unitsPerEur: string;
}

/** The rates as rows of AIRates, for a workbook that has no such table yet. */
export function ratesTable(rates: readonly MonthRate[], source: string): ReferenceTable {
  return {
    name: 'AIRates',
    key: ['Month', 'Currency'],
    rows: rates.map(({ month, currency, unitsPerEur }) => [
      serialOf(parsed(month)),
      currency,
      Number(unitsPerEur),
      source,
    ]),
  };
}

/**
 * Compares AIRates with rates from a file. Rows with this `source` came from such a file, or shipped, and are put right; a month
 * and currency for which the user has a row with another source is left alone, for two rows that disagree give no figure;
 * every other row is kept.
 *
 * @throws Problem where AIRates lacks a column that a load needs, or has it twice
 */
export function planRates(existing: RawTable | null, rates: readonly MonthRate[], source: string): TablePlan {
  if (existing === null) {
    return { replaced: [], removed: [], added: ratesTable(rates, source).rows, kept: 0 };
  }
  return planRefresh(existing, ratesTable(withoutOwn(existing, rates, source), source));
}

/** The rates for whose month and currency the user has no row of her own. */
export function withoutOwn<R extends MonthRate>(existing: RawTable, rates: readonly R[], source: string): R[] {
  const own = ownRates(existing, source);
  return rates.filter(({ month, currency }) => !own.has(rateKey(parsed(month), currency)));
}

/** The months and currencies of rows that came from elsewhere. */
function ownRates(existing: RawTable, source: string): ReadonlySet<string> {
  const position = locateColumns(existing, TABLES.AIRates);
  const cellOf = (cells: readonly CellValue[], column: string): CellValue =>
    cells[position.get(columnKey(column)) ?? -1] ?? null;
  const own = new Set<string>();
  for (const cells of existing.rows) {
    const month = monthOfCell(cellOf(cells, 'Month'));
    const currency = cellOf(cells, 'Currency');
    if (month === null || isBlank(currency) || nameKey(String(cellOf(cells, 'Source') ?? '')) === nameKey(source)) {
      continue;
    }
    own.add(rateKey(month, String(currency)));
  }
  return own;
}

function rateKey(month: Month, currency: string): string {
  return `${month} ${nameKey(currency)}`;
}

function parsed(text: string): Month {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`"${text}" is no month`);
  }
  return month;
}
