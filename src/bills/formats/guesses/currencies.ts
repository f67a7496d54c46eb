import type { Cell } from '../../../formats/file/text-table';
import { nameText } from '../../values/cell-text';
import { currencyAbove } from '../../mapping/currency-above';
import { currencyInName, type Columns } from '../../mapping/column-names';
import { readCurrency } from '../../values/currency-text';
import { isOfAnother } from '../../mapping/currency-pairs';
import type { ColumnChoice } from '../../mapping/mapping';
import { cellsOf, columns, fixed, type SampleRows } from '../bill-format';
import { columnTests, isAmount, isCode } from './column-tests';

/**
 * The first of the columns of currencies; if there is none, what a line above the table says, and nothing if the two differ. Then each amount with
 * its own, if that is another.
 */
export function currenciesIn(
  table: Columns,
  sample: SampleRows,
  { amounts, credits, currencies }: Readonly<Record<'amounts' | 'credits' | 'currencies', readonly string[]>>,
) {
  const above = currencyAbove(table.above);
  const [proposed] = currencies;
  const isOther = above !== null && namesOther(cellsOf(table, sample, proposed ?? null), above.currency);
  const { allAre } = columnTests(table, sample);
  const beside = {
    numbers: table.header.filter(allAre(isAmount)),
    currencies: table.header.filter(allAre(isCode)),
    credits,
    above: above?.currency ?? null,
  };
  return {
    ...(proposed === undefined && above !== null
      ? { currency: fixed(above.currency), currencyAbove: above }
      : { currency: columns(proposed === undefined || isOther ? [] : [proposed]) }),
    amounts: amounts.map((column) => withCurrency(table, sample, column, currencies, beside)),
  };
}

/** Whether cells of currencies name another than this one. */
function namesOther(cells: readonly Cell[], currency: string): boolean {
  return cells.map(readCurrency).some(({ kind, text }) => kind === 'money' && text !== currency);
}

/**
 * An amount whose currency is in no column of its own may have it in its name (`Cost (USD)`) or in its cells (`€ 12,50`). If its name
 * says another than the column of currencies or a line above the table does, which of the two holds is left open.
 *
 * @param currencies the columns of currencies, of which the first is proposed for the table
 * @param beside the columns that hold numbers or codes of currencies alone, those of credits, which say their currency as the amounts do, and the
 * currency that a line above says
 */
function withCurrency(
  table: Columns,
  sample: SampleRows,
  column: string,
  currencies: readonly string[],
  beside: Parameters<typeof isOfAnother>[2] & { readonly credits: readonly string[]; readonly above: string | null },
): ColumnChoice {
  const [proposed = null] = currencies;
  const currency = currencies.find((one) => !isOfAnother(one, column, beside)) ?? null;
  const explanation = 'An amount of the row.';
  const inName = currencyInName(column);
  const codes = cellsOf(table, sample, currency);
  if (inName !== null) {
    const isOther = namesOther(codes, inName) || (beside.above ?? inName) !== inName;
    return {
      column,
      explanation,
      ...(isOther ? { currency: columns([]) } : codes.length > 0 ? {} : { currency: fixed(inName) }),
    };
  }
  const marks = table.marks(column);
  const named = cellsOf(table, sample, column)
    .map((cell, row) => ({ cell, says: readCurrency(typeof cell === 'number' ? (marks[row] ?? '') : cell) }))
    .filter(({ cell }) => nameText(cell) !== '');
  const untold: ColumnChoice = { column, explanation, ...(currency === proposed ? {} : { currency: columns([]) }) };
  if (currency !== null) {
    return currency === proposed ? untold : { column, explanation, currency: columns([currency]) };
  }
  if (named.length === 0) {
    return untold;
  }
  if (named.every(({ says }) => says.kind === 'money')) {
    return { column, explanation, currency: columns([column, ...beside.credits]) };
  }
  // Cells of a workbook that were never formatted say nothing against those that were.
  const [only, another] = new Set(named.filter(({ says }) => says.kind !== 'blank').map(({ says }) => says.text));
  const told = named.filter(({ cell, says }) => says.kind === 'money' && typeof cell === 'number');
  return only !== undefined && another === undefined && told.length * 2 >= named.length
    ? { column, explanation, currency: fixed(only) }
    : untold;
}
