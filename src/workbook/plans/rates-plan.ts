import { formatMonth, serialOf, type Month } from '../../domain/calendar/month';
import { knownMonth } from '../../domain/calendar/known-month';
import type { MonthRate, ReferenceTable } from '../../domain/ledger/rows-to-load';
import { isBlank, monthOfCell, rowOf, textOf, type CellValue, type RawTable } from '../../domain/ledger/table';
import { nameKey } from '../../domain/ledger/name-key';
import { TABLES, type TableSchema } from '../../domain/ledger/tables';
import { columnsToRead } from './load-columns';
import { planRefresh } from './refresh-plan';
import type { TablePlan, Tables } from './table-plan';

/** The rates as rows of AIRates, for a workbook that has no such table yet. */
export function ratesTable(rates: readonly MonthRate[], source: string): ReferenceTable {
  return {
    name: 'AIRates',
    rows: rates.map(({ month, currency, unitsPerEur }) =>
      rowOf(TABLES.AIRates, {
        Month: serialOf(knownMonth(month)),
        Currency: currency,
        'Units per EUR': Number(unitsPerEur),
        Source: source,
      }),
    ),
  };
}

/**
 * Compares AIRates with rates from a file. Rows with this `source` came from such a file, or shipped, and are put right; a month
 * and currency for which the user has a row with another source is left alone, for two rows that disagree give no figure;
 * every other row is kept.
 *
 * @throws LoadRefused if AIRates lacks a column that a load needs, or has one twice
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
  return rates.filter(({ month, currency }) => !own.has(rateKey(knownMonth(month), currency)));
}

/** The months and currencies of rows that came from elsewhere. */
function ownRates(existing: RawTable, source: string): ReadonlySet<string> {
  const columns = columnsToRead(existing, TABLES.AIRates);
  const own = new Set<string>();
  for (const cells of existing.rows) {
    const month = monthOfCell(columns.cell(cells, 'Month'));
    const currency = columns.cell(cells, 'Currency');
    if (
      month === null ||
      isBlank(currency) ||
      nameKey(String(columns.cell(cells, 'Source') ?? '')) === nameKey(source)
    ) {
      continue;
    }
    own.add(rateKey(month, String(currency)));
  }
  return own;
}

/** The least that is wanted of a file of rates. */
export interface RatesWanted {
  readonly currencies: readonly string[];
  /** The first month, such as 2023-01. */
  readonly from: string;
}

/**
 * Of all the rates in a file, those that a workbook has use for: the currencies that ship and those that its tables name, from
 * the first month that ships or, if AIClients goes further back, from its first month.
 */
export function wantedRates<R extends MonthRate>(rates: readonly R[], tables: Tables, least: RatesWanted): R[] {
  const [clients, known] = [tables.get('AIClients') ?? null, tables.get('AIRates') ?? null];
  const named = [...column(clients, TABLES.AIClients, 'Currency'), ...column(known, TABLES.AIRates, 'Currency')];
  const currencies = new Set([...least.currencies, ...named.map((cell) => textOf(cell).toUpperCase())]);
  const months = column(clients, TABLES.AIClients, 'Month').flatMap((cell) => monthOfCell(cell) ?? []);
  const from = months.reduce((first, month) => (formatMonth(month) < first ? formatMonth(month) : first), least.from);
  return rates.filter(({ currency, month }) => currencies.has(currency) && month >= from);
}

function column<ColumnName extends string>(
  table: RawTable | null,
  schema: TableSchema<ColumnName>,
  name: ColumnName,
): CellValue[] {
  if (table === null) {
    return [];
  }
  const columns = columnsToRead(table, schema);
  return table.rows.map((cells) => columns.cell(cells, name));
}

function rateKey(month: Month, currency: string): string {
  return `${month} ${nameKey(currency)}`;
}
