import {
  formulaText,
  formulaTokens,
  isSign,
  sheetNameOf,
  unquoted,
  type FormulaToken,
} from '../../formats/formula/tokens';
import { callsIn, type FormulaCall } from './formula-calls';

/** A value as a formula can write it, or the error value that it writes. */
export type Constant = string | number | boolean | { readonly error: string };

/** What an argument is, as far as its text tells. */
export type ArgumentSyntax =
  | { readonly kind: 'omitted' }
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Constant[])[] }
  /** `A1`, `$A$1:B3`, `C:C`, `2:4`, with the sheet where the text has one. */
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly cells: string }
  /** A defined name or a table. */
  | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
  /** `Sales[Amount]`, `[@Amount]`: a column of a table, or the cell of it in this row; the table is null for that of the cell. */
  | { readonly kind: 'column'; readonly table: string | null; readonly column: string; readonly thisRow: boolean }
  | { readonly kind: 'call'; readonly call: FormulaCall }
  | { readonly kind: 'negative'; readonly of: ArgumentSyntax }
  /** A formula of its own, which only Excel can work out. */
  | { readonly kind: 'formula' };

const CELLS =
  /^(?:\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})$/i;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const COLUMN = /^\[(@?)(?:\[([^[\]'#@]+)\]|([^[\]'#@]+))\]$/;
const THIS_ROW = /^\[\[#This Row\],\s*\[([^[\]'#@]+)\]\]$/i;

/** Reads the text of an argument, as it stands in a formula with English names and commas. */
export function readArgument(text: string): ArgumentSyntax {
  return readTokens(formulaTokens(text.trim()));
}

function readTokens(tokens: readonly FormulaToken[]): ArgumentSyntax {
  if (tokens.length === 0) {
    return { kind: 'omitted' };
  }
  const signs = tokens.findIndex((token) => !isSign(token, '-') && token.kind !== 'space');
  if (signs !== 0) {
    const minuses = tokens.slice(0, Math.max(signs, 0)).filter((token) => isSign(token, '-')).length;
    return signs < 0 ? { kind: 'formula' } : negative(readTokens(tokens.slice(signs)), minuses);
  }
  const constant = readConstant(tokens);
  if (constant !== null) {
    return { kind: 'constant', value: constant };
  }
  return readArray(tokens) ?? readCall(tokens) ?? readReference(tokens) ?? readColumn(tokens) ?? { kind: 'formula' };
}

function negative(of: ArgumentSyntax, times: number): ArgumentSyntax {
  let result = of;
  for (let time = 0; time < times && result.kind !== 'formula'; time += 1) {
    result = { kind: 'negative', of: result };
  }
  return result;
}

function readConstant([first, second, ...more]: readonly FormulaToken[]): Constant | null {
  if (first === undefined || more.length > 0) {
    return null;
  }
  if (second !== undefined) {
    return first.kind === 'number' && isSign(second, '%') ? Number(first.text) / 100 : null;
  }
  switch (first.kind) {
    case 'text':
      return unquoted(first.text);
    case 'number':
      return Number(first.text);
    case 'error':
      return { error: first.text.toUpperCase() };
    case 'name':
      return /^(?:TRUE|FALSE)$/i.test(first.text) ? first.text.toUpperCase() === 'TRUE' : null;
    default:
      return null;
  }
}

function readArray(tokens: readonly FormulaToken[]): ArgumentSyntax | null {
  if (!isSign(tokens[0], '{') || !isSign(tokens.at(-1), '}')) {
    return null;
  }
  const rows: Constant[][] = [[]];
  let element: FormulaToken[] = [];
  for (const token of tokens.slice(1)) {
    if (!isSign(token, ',') && !isSign(token, ';') && !isSign(token, '}')) {
      element.push(token);
      continue;
    }
    const value = readElement(element.filter(({ kind }) => kind !== 'space'));
    if (value === null) {
      return { kind: 'formula' };
    }
    rows.at(-1)?.push(value);
    element = [];
    if (isSign(token, ';')) {
      rows.push([]);
    }
  }
  return { kind: 'array', rows };
}

function readElement(tokens: readonly FormulaToken[]): Constant | null {
  if (!isSign(tokens[0], '-')) {
    return readConstant(tokens);
  }
  const value = readConstant(tokens.slice(1));
  return typeof value === 'number' ? -value : null;
}

function readCall(tokens: readonly FormulaToken[]): ArgumentSyntax | null {
  const formula = `=${formulaText(tokens)}`;
  const [call] = callsIn(formula);
  return call?.start === 1 && call.end === formula.length ? { kind: 'call', call } : null;
}

function readReference(tokens: readonly FormulaToken[]): ArgumentSyntax | null {
  const [first] = tokens;
  const sheet = first?.kind === 'sheet' ? sheetNameOf(first.text) : null;
  // What lies in another workbook can be read by Excel alone.
  if (sheet?.includes('[')) {
    return { kind: 'formula' };
  }
  const rest = formulaText(sheet === null ? tokens : tokens.slice(1));
  if (CELLS.test(rest)) {
    return { kind: 'reference', sheet, cells: rest.replaceAll('$', '').toUpperCase() };
  }
  return NAME.test(rest) ? { kind: 'name', sheet, name: rest } : null;
}

function readColumn(tokens: readonly FormulaToken[]): ArgumentSyntax | null {
  const [first, second] = tokens;
  const hasTable = first?.kind === 'name' && NAME.test(first.text);
  const bracket = hasTable ? second : first;
  if (bracket?.kind !== 'bracket' || tokens.length > (hasTable ? 2 : 1)) {
    return null;
  }
  const table = hasTable ? first.text : null;
  const thisRow = THIS_ROW.exec(bracket.text);
  if (thisRow) {
    return { kind: 'column', table, column: thisRow[1] ?? '', thisRow: true };
  }
  const column = COLUMN.exec(bracket.text);
  return column && { kind: 'column', table, column: column[2] ?? column[3] ?? '', thisRow: column[1] === '@' };
}
