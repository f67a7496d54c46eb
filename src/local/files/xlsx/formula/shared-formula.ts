/**
 * Shared formulas: a file may hold a formula once, for the first of many cells, whose relative references move along.
 */
import { columnOf, columnLabel, MAX_COLUMNS, MAX_ROWS } from '../../../../formats/xlsx/address';
import { formulaText, formulaTokens, isSign, type FormulaToken } from '../../../../formats/formula/tokens';

const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d*)$/;
const GONE = '#REF!';

function movedColumn(dollar: string, label: string, by: number): string | null {
  const index = (columnOf(label) ?? 0) + (dollar ? 0 : by);
  return index < 0 || index >= MAX_COLUMNS ? null : `${dollar}${columnLabel(index)}`;
}

function movedRow(dollar: string, row: string, by: number): string | null {
  const number = Number(row) + (dollar ? 0 : by);
  return number < 1 || number > MAX_ROWS ? null : `${dollar}${number}`;
}

function moved(token: FormulaToken, isEndOfRange: boolean, rows: number, columns: number): string {
  const cell = CELL.exec(token.text);
  if (cell && token.kind === 'name') {
    const [, columnDollar = '', label = '', rowDollar = '', row = ''] = cell;
    const column = movedColumn(columnDollar, label, columns);
    const line = movedRow(rowDollar, row, rows);
    return column === null || line === null ? GONE : column + line;
  }
  const column = isEndOfRange && token.kind === 'name' ? COLUMN.exec(token.text) : null;
  if (column) {
    return movedColumn(column[1] ?? '', column[2] ?? '', columns) ?? GONE;
  }
  const row = isEndOfRange && (token.kind === 'number' || token.kind === 'name') ? ROW.exec(token.text) : null;
  return row ? (movedRow(row[1] ?? '', row[2] ?? '', rows) ?? GONE) : token.text;
}

/** The formula as it reads so many rows down and columns to the right. */
export function shiftFormula(text: string, rows: number, columns: number): string {
  const tokens = formulaTokens(text);
  if ((rows === 0 && columns === 0) || tokens.some(({ kind }) => kind === 'broken')) {
    return text;
  }
  return formulaText(
    tokens.map((token, index) => ({
      ...token,
      text: moved(token, isSign(tokens[index - 1], ':') || isSign(tokens[index + 1], ':'), rows, columns),
    })),
  );
}
