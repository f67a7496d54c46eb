import { formatMonth } from '../../domain/calendar/month';
import { columnKey, locateColumns, monthOfCell, textOf, type CellValue, type RawTable } from '../../domain/ledger/table';
import { TABLES, type TableName } from '../../domain/ledger/tables';
import type { MonthRate } from './rates-plan';
import type { Tables } from './table-plan';

/** The least that is wanted of a file of rates. */
export interface RatesWanted {
  readonly currencies: readonly string[];
  /** The first month, such as 2023-01. */
  readonly from: string;
}

/**
 * Of all the rates in a file, those that a workbook has use for: the currencies that ship and those that its tables name, from
 * the first month that ships or, where AIClients goes further back, from its first month.
 */
export function wantedRates<R extends MonthRate>(rates: readonly R[], tables: Tables, least: RatesWanted): R[] {
  const clients = tables.get('AIClients') ?? null;
  const known = [clients, tables.get('AIRates') ?? null].flatMap((table) =>
    column(table, 'Currency').map((cell) => textOf(cell).toUpperCase()),
  );
  const currencies = new Set([...least.currencies, ...known]);
  const months = column(clients, 'Month').flatMap((cell) => monthOfCell(cell) ?? []);
  const from = months.reduce((first, month) => (formatMonth(month) < first ? formatMonth(month) : first), least.from);
  return rates.filter(({ currency, month }) => currencies.has(currency) && month >= from);
}

function column(table: RawTable | null, name: string): CellValue[] {
  if (table === null) {
    return [];
  }
  const at = locateColumns(table, TABLES[table.name as TableName]).get(columnKey(name)) ?? -1;
  return table.rows.map((cells) => cells[at] ?? null);
}
