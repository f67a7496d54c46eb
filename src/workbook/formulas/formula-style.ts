/** How the host writes formulas: `;` between arguments if the comma parts decimals. */
export interface FormulaStyle {
  readonly listSeparator: ',' | ';';
  readonly decimalSeparator: string;
}

export const ENGLISH_STYLE: FormulaStyle = { listSeparator: ',', decimalSeparator: '.' };
