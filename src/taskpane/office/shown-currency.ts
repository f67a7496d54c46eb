import { currenciesOf } from '../../bills/values/currency-mark';
import { LocatedColumns, type CellValue, type RawTable } from '../../domain/ledger/table';
import { TABLES } from '../../domain/ledger/tables';
import { parseCurrency } from '../../domain/money/currency';
import type { ShownOtherwise } from '../contract/snapshot';

/** In a number format: `[$€-407]`, a text in quotes, a sign with a backslash before it, or the sign alone. */
const LITERAL = /\[\$([^\]-]*)(?:-[^\]]*)?\]|"([^"]*)"|\\(.)|(\p{Sc})/gu;

/**
 * The sign or code of a currency that a number format shows beside a number, such as Excel gives a cell in which `$25` is typed; '' if
 * it shows none.
 */
export function currencyShown(format: string): string {
  const [positive = ''] = format.split(';');
  const marks = [...positive.matchAll(LITERAL)].flatMap(
    ([, ...parts]) => parts.find((part) => part !== undefined) ?? [],
  );
  const mark = marks.map((text) => text.trim()).find((text) => currenciesOf(text).length > 0);
  return mark ?? '';
}

/** Where Spend stands in a table of clients, if it does. */
export function spendPosition(table: RawTable): number | null {
  return new LocatedColumns(table, TABLES.AIClients).position('Spend');
}

/**
 * The rows whose Spend is shown in another currency than the one that they say: they count in the latter.
 *
 * @param formats the number formats of Spend; of a table that has grown or shrunk since, nothing is said
 */
export function shownOtherwise(table: RawTable, formats: readonly string[]): ShownOtherwise[] {
  const columns = new LocatedColumns(table, TABLES.AIClients);
  const [spend, currency] = [columns.position('Spend'), columns.position('Currency')];
  if (spend === null || currency === null || formats.length !== table.rows.length) {
    return [];
  }
  const known = new Map<string, string>();
  return table.rows.flatMap((cells, at) => {
    const format = formats[at] ?? '';
    const mark = known.get(format) ?? currencyShown(format);
    known.set(format, mark);
    const code = parseCurrency(String(cells[currency] ?? ''));
    const isOther = mark !== '' && code !== null && isNumber(cells[spend]) && !currenciesOf(mark).includes(code);
    return isOther ? [{ row: table.firstRow + at, shown: mark, currency: code }] : [];
  });
}

function isNumber(cell: CellValue | undefined): boolean {
  return typeof cell === 'number';
}
