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
const SHEET = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(.+)$/u;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(%?)$/i;
const TEXT = /^"((?:[^"]|"")*)"$/;
const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/i;
const COLUMN = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[(@?)(?:\[([^[\]'#@]+)\]|([^[\]'#@]+))\]$/u;
const THIS_ROW = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[\[#This Row\],\s*\[([^[\]'#@]+)\]\]$/iu;

/** Reads the text of an argument, as it stands in a formula with English names and commas. */
export function readArgument(text: string): ArgumentSyntax {
  const written = text.trim();
  if (written === '') {
    return { kind: 'omitted' };
  }
  const constant = readConstant(written);
  if (constant !== null) {
    return { kind: 'constant', value: constant };
  }
  if (written.startsWith('-')) {
    return negative(readArgument(written.slice(1)));
  }
  return (
    readArray(written) ?? readCall(written) ?? readReference(written) ?? readColumn(written) ?? { kind: 'formula' }
  );
}

function negative(of: ArgumentSyntax): ArgumentSyntax {
  return of.kind === 'omitted' || of.kind === 'formula' ? { kind: 'formula' } : { kind: 'negative', of };
}

function readConstant(text: string): Constant | null {
  const quoted = TEXT.exec(text);
  if (quoted) {
    return (quoted[1] ?? '').replaceAll('""', '"');
  }
  const number = NUMBER.exec(text);
  if (number) {
    return number[1] === '%' ? Number(text.slice(0, -1)) / 100 : Number(text);
  }
  if (/^(?:TRUE|FALSE)$/i.test(text)) {
    return text.toUpperCase() === 'TRUE';
  }
  return ERROR.test(text) ? { error: text.toUpperCase() } : null;
}

function readArray(text: string): ArgumentSyntax | null {
  if (!text.startsWith('{') || !text.endsWith('}')) {
    return null;
  }
  const rows: Constant[][] = [[]];
  let rest = text.slice(1, -1);
  while (rest !== '') {
    const element = /^\s*("(?:[^"]|"")*"|[^",;]*?)\s*([,;]|$)/.exec(rest);
    const written = element?.[1] ?? '';
    const value = written.startsWith('-') ? negated(readConstant(written.slice(1))) : readConstant(written);
    if (element === null || value === null) {
      return { kind: 'formula' };
    }
    rows.at(-1)?.push(value);
    if (element[2] === ';') {
      rows.push([]);
    }
    rest = rest.slice(element[0].length);
  }
  return { kind: 'array', rows };
}

function negated(value: Constant | null): Constant | null {
  return typeof value === 'number' ? -value : null;
}

function readCall(text: string): ArgumentSyntax | null {
  const [call] = callsIn(`=${text}`);
  return call?.start === 1 && call.end === text.length + 1 ? { kind: 'call', call } : null;
}

function readReference(text: string): ArgumentSyntax | null {
  const sheetMatch = SHEET.exec(text);
  const sheet = sheetMatch ? (sheetMatch[1]?.replaceAll("''", "'") ?? sheetMatch[2] ?? '') : null;
  // What lies in another workbook can be read by Excel alone.
  if (sheet?.includes('[')) {
    return { kind: 'formula' };
  }
  const rest = sheetMatch?.[3] ?? text;
  if (CELLS.test(rest)) {
    return { kind: 'reference', sheet, cells: rest.replaceAll('$', '').toUpperCase() };
  }
  return NAME.test(rest) ? { kind: 'name', sheet, name: rest } : null;
}

function readColumn(text: string): ArgumentSyntax | null {
  const thisRow = THIS_ROW.exec(text);
  if (thisRow) {
    return { kind: 'column', table: thisRow[1] ?? null, column: thisRow[2] ?? '', thisRow: true };
  }
  const match = COLUMN.exec(text);
  if (match === null) {
    return null;
  }
  return { kind: 'column', table: match[1] ?? null, column: match[3] ?? match[4] ?? '', thisRow: match[2] === '@' };
}
