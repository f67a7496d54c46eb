import type { FormulaStyle } from './formula-style';

/**
 * A number as formulas write it, from one that was typed as the host writes numbers: without the marks between thousands, with a
 * point before decimals. Null for what is none, such as `1.5` if a comma parts decimals.
 */
export function plainNumber(typed: string, { decimalSeparator }: FormulaStyle): string | null {
  const english =
    decimalSeparator === ','
      ? typed.replaceAll('.', ' ').replace(',', '.')
      : typed.replaceAll(/,(?=\d{3}(?!\d))/g, ' ');
  const plain = english.replaceAll(/(?<=\d)[\s’'](?=\d{3}(?!\d))/g, '');
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)%?$/.test(plain) ? plain : null;
}
