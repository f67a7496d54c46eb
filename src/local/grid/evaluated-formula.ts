/**
 * A formula as the grid's engine has to be given it. The cell keeps and shows it as it was typed; the engine knows neither
 * Excel's short forms nor its rules for them:
 *
 * - `@`, which cuts an operand down to one value, becomes a call of `SINGLE`, as it is in files;
 * - `[@Spend]` and `Table[@Spend]` become `Table[[#This Row],[Spend]]`, names in the case of the table's headers;
 * - what refers to a column or a row that is not there becomes the error that Excel gives;
 * - a name that has its meaning on one sheet becomes one that no other sheet has.
 */
import { isExternalSheet, withExternalSheets } from '../../formats/formula/external-sheets';
import { parameterPlaces } from '../../formats/formula/parameters';
import { withSingleCalls } from '../../formats/formula/single';
import { longBracket, readStructuredReference } from '../../formats/formula/structured-reference';
import { formulaTokens, isSign, sheetNameOf, type FormulaToken } from '../../formats/formula/tokens';
import { formatAddress } from '../../formats/xlsx/address';
import type { CellRef } from '../values/cell-ref';

/** What the rules need of a table; rows and columns count from 0, the first row holds the headers. */
export interface FormulaTable {
  readonly name: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly columns: readonly string[];
  /** It has a row of totals, right below its last row. */
  readonly hasTotals: boolean;
}

/** What is around a formula. */
export interface FormulaContext {
  readonly tables: readonly FormulaTable[];
  /** Names that have their meaning on one sheet only: by sheet and by name in small letters, what the engine calls them. */
  readonly sheetNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The id of the sheet with this name; null if there is none. */
  sheetId(name: string): string | null;
  /** Whether the engine has a function of that name, or a name stands for one. */
  isFunction(name: string): boolean;
}

const NEEDS_CHANGE = /[@[]/;
const CALLS = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu;
const THIS_ROW = '#this row';
const TOTALS = '#totals';
const ITEMS: ReadonlySet<string> = new Set(['#all', '#data', '#headers', THIS_ROW]);

/** Whether a formula may be one that its own table, or the row it stands in, gives a meaning to. */
export function hasReferenceToTable(formula: string): boolean {
  return formula.includes('[');
}

/** The formula, with its equals sign, for a cell. */
export function evaluatedFormula(formula: string, cell: CellRef, context: FormulaContext): string {
  if (!NEEDS_CHANGE.test(formula) && context.sheetNames.size === 0) {
    return formula;
  }
  const tokens = formulaTokens(formula.slice(1));
  return tokens.some(({ kind }) => kind === 'broken')
    ? formula
    : `=${rewritten(withSingleCalls(withExternalSheets(tokens)), cell, context)}`;
}

/**
 * Whether no engine could work a formula out here: it looks into another workbook, at totals that are not there, or calls a function
 * that the grid does not have. Its last result then is all that there is to know.
 */
export function isBeyondTheGrid(formula: string, context: FormulaContext): boolean {
  const calls = formula.match(CALLS) ?? [];
  if (!hasReferenceToTable(formula) && calls.every((name) => context.isFunction(name))) {
    return false;
  }
  const tokens = withExternalSheets(formulaTokens(formula.slice(1)));
  const parameters = parameterPlaces(tokens);
  return tokens.some((token, at) => {
    if (token.kind === 'call') {
      return !parameters.has(at) && !context.isFunction(token.text);
    }
    return isExternalSheet(token) || (token.kind === 'bracket' && !hasTotals(tokens[at - 1], token.text, context));
  });
}

/** Whether the totals that a bracket names, if it does, are there. */
function hasTotals(before: FormulaToken | undefined, bracket: string, { tables }: FormulaContext): boolean {
  const namesTotals = readStructuredReference(bracket)?.items.some((item) => item.toLowerCase() === TOTALS);
  const name = before?.kind === 'name' ? before.text.toLowerCase() : '';
  return !namesTotals || tables.some((table) => table.name.toLowerCase() === name && table.hasTotals);
}

function rewritten(tokens: readonly FormulaToken[], cell: CellRef, context: FormulaContext): string {
  return tokens
    .map((token, at) => {
      const [before, after] = [tokens[at - 1], tokens[at + 1]];
      if (token.kind === 'name' && after?.kind === 'bracket') {
        return tableReference(token.text, after.text, cell, context.tables);
      }
      if (token.kind === 'bracket') {
        return before?.kind === 'name' ? '' : tableReference(null, token.text, cell, context.tables);
      }
      return token.kind === 'name' || after?.kind === 'name'
        ? namedBySheet(token, before, after, cell, context)
        : token.text;
    })
    .join('');
}

/** A name of one sheet as the engine knows it; a sheet before it goes, for the engine's word tells which it is. */
function namedBySheet(
  token: FormulaToken,
  before: FormulaToken | undefined,
  after: FormulaToken | undefined,
  cell: CellRef,
  { sheetNames, sheetId }: FormulaContext,
): string {
  const ofSheet = (sheet: FormulaToken | undefined, name: string): string | undefined => {
    const id = sheet?.kind === 'sheet' ? sheetId(sheetNameOf(sheet.text)) : cell.sheetId;
    return id === null ? undefined : sheetNames.get(id)?.get(name.toLowerCase());
  };
  if (token.kind === 'sheet' && after?.kind === 'name') {
    return ofSheet(token, after.text) === undefined ? token.text : '';
  }
  return token.kind === 'name' ? (ofSheet(before, token.text) ?? token.text) : token.text;
}

function tableReference(name: string | null, bracket: string, cell: CellRef, tables: readonly FormulaTable[]): string {
  const table = tables.find((candidate) =>
    name === null ? isWithin(cell, candidate) : candidate.name.toLowerCase() === name.toLowerCase(),
  );
  const reference = readStructuredReference(bracket);
  if (!table || !reference) {
    return (name ?? '') + bracket;
  }
  const items = reference.items.map((item) => item.toLowerCase());
  const columns = (reference.columns ?? []).map((wanted) => headerPlace(table, wanted));
  if (columns.includes(-1)) {
    return '#REF!';
  }
  if (items.length === 1 && items[0] === TOTALS) {
    return totalsReference(table, columns);
  }
  if (items.some((item) => !ITEMS.has(item))) {
    return '#REF!';
  }
  if (items.includes(THIS_ROW) && !hasRowOf(cell, table)) {
    return '#VALUE!';
  }
  const [first = '', last = ''] = columns.map((place) => table.columns[place]);
  return table.name + longBracket({ items: reference.items, columns: columns.length === 0 ? null : [first, last] });
}

/** Cells of the row of totals; the engine knows no such row. */
function totalsReference(table: FormulaTable, columns: readonly number[]): string {
  if (!table.hasTotals) {
    return '#REF!';
  }
  const [first = 0, last = table.columns.length - 1] = columns;
  const [left, right] = [Math.min(first, last), Math.max(first, last)];
  return formatAddress(table.sheetName, {
    row: table.lastRow + 1,
    column: table.firstColumn + left,
    rowCount: 1,
    columnCount: right - left + 1,
  });
}

function headerPlace({ columns }: FormulaTable, wanted: string): number {
  const key = wanted.trim().toLowerCase();
  return columns.findIndex((column) => column.toLowerCase() === key);
}

function isWithin({ sheetId, row, column }: CellRef, table: FormulaTable): boolean {
  const isInRows = row >= table.firstRow && row <= table.lastRow + (table.hasTotals ? 1 : 0);
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
