import { takesNumbers } from '../../functions/call/control';
import { readArgument } from '../../workbook/formulas/argument-syntax';
import { callsIn } from '../../workbook/formulas/formula-calls';
import { ENGLISH_STYLE } from '../../workbook/formulas/formula-style';
import { quoted } from '../contract/formulas';
import type { FunctionInfo, ParameterInfo } from '../contract/function-catalogue';
import type { ActiveCell } from '../contract/services';
import { argumentText } from './formula-text';

/** What a field's text is kept under: fields of one name and one kind share it, whatever function they belong to. */
export function fieldKey({ name, control }: ParameterInfo): string {
  return `${name} ${control.kind}`;
}

/** A formula that is nothing but one call of ours, as the fields have it. */
export interface HeldFormula {
  readonly functionName: string;
  /** By `fieldKey`; empty for what is omitted. */
  readonly typed: Readonly<Record<string, string>>;
}

/** What the formula of a cell would be in the fields; null if it is more than one call of ours, or none, or the cell only shows another's result. */
export function heldFormula(cell: ActiveCell | null, functions: readonly FunctionInfo[]): HeldFormula | null {
  const [call] = cell === null || cell.anchor !== null ? [] : callsIn(cell.formula);
  const info = functions.find(({ name }) => name === call?.functionName);
  if (cell === null || call === undefined || info === undefined) {
    return null;
  }
  if (
    call.start !== 1 ||
    call.end !== cell.formula.trimEnd().length ||
    call.arguments.length > info.parameters.length
  ) {
    return null;
  }
  const typed = info.parameters.map((parameter, at) => [
    fieldKey(parameter),
    typedText(call.arguments[at]?.text ?? '', takesNumbers(parameter.control)),
  ]);
  return { functionName: info.name, typed: Object.fromEntries(typed) as Record<string, string> };
}

/** What one would type for an argument; what would be read as something else stands behind an equals sign. */
function typedText(argument: string, asNumber: boolean): string {
  const syntax = readArgument(argument);
  if (syntax.kind === 'omitted') {
    return '';
  }
  if (syntax.kind === 'constant') {
    const { value } = syntax;
    // Digits alone read alike wherever the comma parts decimals.
    const isPlain =
      typeof value === 'string'
        ? argumentText(value, asNumber, ENGLISH_STYLE) === quoted(value)
        : asNumber && /^\d+$/.test(argument);
    return isPlain ? String(value) : `=${argument}`;
  }
  return `=${argument}`;
}
