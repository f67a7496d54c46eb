import { readArgument } from '../../workbook/formulas/argument-syntax';
import type { FormulaStyle } from '../../workbook/formulas/formula-style';
import { plainNumber } from '../../workbook/formulas/typed-number';
import { quoted } from '../contract/formulas';

/** `FY2024:FY2025`, a period, which is like cells of column FY. */
const FISCAL_YEARS = /^FY\d{4}:FY\d{4}$/i;

/** Cells that can be nothing else: a lone `B2` may be a client. */
const CELLS =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?|\$?[a-z]{1,3}\$?\d+:\$?[a-z]{1,3}\$?\d+)$/iu;

/**
 * The text of an argument, in the English form, from what was typed: `=B2` is a reference or a formula and stands as it
 * is, and so do `B2:B4` and `Sheet2!B2`, which no name is like; a number is a number if the parameter takes one, all else is a text in quotes.
 */
export function argumentText(typed: string, takesNumbers: boolean, style: FormulaStyle): string {
  const text = typed.trim();
  if (text.startsWith('=')) {
    return text.slice(1).trim();
  }
  if (CELLS.test(text) && !FISCAL_YEARS.test(text)) {
    return text;
  }
  const number = takesNumbers ? plainNumber(text, style) : null;
  return text === '' ? '' : (number ?? quoted(text));
}

/** The argument as it is written on a sheet: a reference to that same sheet goes without its name. */
export function seenFrom(sheet: string, argument: string): string {
  const syntax = readArgument(argument);
  const ownSheet = syntax.kind === 'reference' && syntax.sheet?.toLowerCase() === sheet.toLowerCase();
  return ownSheet ? argument.slice(argument.lastIndexOf('!') + 1) : argument;
}

/** A formula as a person would write it: no arguments at the end that are not given. */
export function formulaOf(functionName: string, args: readonly string[]): string {
  const omitted = [...args].reverse().findIndex((argument) => argument !== '');
  const given = omitted === -1 ? [] : args.slice(0, args.length - omitted);
  return `=${functionName}(${given.join(',')})`;
}
