import { localFormula } from '../../formats/formula/local-formula';

/** How the host writes formulas: `;` between arguments if the comma parts decimals. */
export interface FormulaStyle {
  readonly listSeparator: ',' | ';';
  readonly decimalSeparator: string;
}

export const ENGLISH_STYLE: FormulaStyle = { listSeparator: ',', decimalSeparator: '.' };

/** A formula as the host's formula bar would show it, from its English form. */
export function asShown(formula: string, { listSeparator, decimalSeparator }: FormulaStyle): string {
  return decimalSeparator === ','
    ? localFormula(formula, { decimal: ',', list: listSeparator, arrayColumn: '.', arrayRow: ';' })
    : formula;
}
