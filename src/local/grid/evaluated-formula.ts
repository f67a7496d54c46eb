/**
 * A formula as the grid's engine has to be given it. The cell keeps and shows it as it was typed; the engine knows neither
 * Excel's short forms nor its rules for them:
 *
 * - `@`, which cuts an operand down to one value, becomes a call of `SINGLE`, as it is in files;
 * - `[@Spend]` and `Table[@Spend]` become `Table[[#This Row],[Spend]]`, names in the case of the table's headers;
 * - what refers to a column or a row that is not there becomes the error that Excel gives.
 */
import { withSingleCalls } from '../../formats/formula/single';
import { longBracket, readStructuredReference } from '../../formats/formula/structured-reference';
import { formulaTokens, isSign, type FormulaToken } from '../../formats/formula/tokens';
import type { CellRef } from '../values/cell-ref';

/** What the rules need of a table; rows and columns count from 0, the first row holds the headers. */
export interface FormulaTable {
  readonly name: string;
  readonly sheetId: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly columns: readonly string[];
}

const NEEDS_CHANGE = /[@[]/;
const THIS_ROW = '#this row';
const ITEMS: ReadonlySet<string> = new Set(['#all', '#data', '#headers', THIS_ROW]);

/** Whether a formula may be one that its own table, or the row it stands in, gives a meaning to. */
export function hasReferenceToTable(formula: string): boolean {
  return formula.includes('[');
}

/** The formula, with its equals sign, for a cell. */
export function evaluatedFormula(formula: string, cell: CellRef, tables: readonly FormulaTable[]): string {
  if (!NEEDS_CHANGE.test(formula)) {
    return formula;
  }
  const tokens = formulaTokens(formula.slice(1));
  return tokens.some(({ kind }) => kind === 'broken')
    ? formula
    : `=${rewritten(withSingleCalls(tokens), cell, tables)}`;
}

function rewritten(tokens: readonly FormulaToken[], cell: CellRef, tables: readonly FormulaTable[]): string {
  return tokens
    .map((token, at) => {
      const [before, after] = [tokens[at - 1], tokens[at + 1]];
      if (token.kind === 'name' && after?.kind === 'bracket') {
        return tableReference(token.text, after.text, cell, tables);
      }
      if (token.kind !== 'bracket') {
        return token.text;
      }
      return before?.kind === 'name' ? '' : tableReference(null, token.text, cell, tables);
    })
    .join('');
}

function tableReference(name: string | null, bracket: string, cell: CellRef, tables: readonly FormulaTable[]): string {
  const asWritten = (name ?? '') + bracket;
  const table = tables.find((candidate) =>
    name === null ? isWithin(cell, candidate) : candidate.name.toLowerCase() === name.toLowerCase(),
  );
  const reference = readStructuredReference(bracket);
  if (!table || !reference) {
    return asWritten;
  }
  if (reference.items.some((item) => !ITEMS.has(item.toLowerCase()))) {
    // No table here has a row of totals.
    return '#REF!';
  }
  const columns = reference.columns?.map((wanted) => headerOf(table, wanted)) ?? [];
  const [first, last] = columns;
  if (columns.includes(undefined)) {
    return '#REF!';
  }
  const isOfRow = reference.items.some((item) => item.toLowerCase() === THIS_ROW);
  if (isOfRow && !hasRowOf(cell, table)) {
    return '#VALUE!';
  }
  return (
    table.name +
    longBracket({
      items: reference.items,
      columns: first === undefined || last === undefined ? null : [first, last],
    })
  );
}

function headerOf({ columns }: FormulaTable, wanted: string): string | undefined {
  const key = wanted.trim().toLowerCase();
  return columns.find((column) => column.toLowerCase() === key);
}

function isWithin({ sheetId, row, column }: CellRef, table: FormulaTable): boolean {
  const isInRows = row >= table.firstRow && row <= table.lastRow;
  return sheetId === table.sheetId && isInRows && column >= table.firstColumn && column <= table.lastColumn;
}

/** Whether the cell stands beside, or in, one of the table's rows. */
function hasRowOf({ sheetId, row }: CellRef, table: FormulaTable): boolean {
  return sheetId === table.sheetId && row > table.firstRow && row <= table.lastRow;
}

/** How many closing parentheses a formula lacks at its end; 0 for one that is broken otherwise. */
export function missingParentheses(formula: string): number {
  const tokens = formulaTokens(formula.replace(/^=/, ''));
  if (tokens.some(({ kind }) => kind === 'broken')) {
    return 0;
  }
  let open = 0;
  for (const token of tokens) {
    open += isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
    if (open < 0) {
      return 0;
    }
  }
  return open;
}
