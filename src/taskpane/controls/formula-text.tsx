import type { JSX } from 'preact';
import { asShown, type FormulaStyle } from '../../workbook/formulas/formula-style';

interface FormulaTextProps {
  /** In the English form. */
  formula: string;
  style: FormulaStyle;
  class?: string;
}

/** A formula as the host shows it, and as one would type it. */
export function FormulaText({ formula, style, class: name }: FormulaTextProps): JSX.Element {
  return <code class={name}>{asShown(formula, style)}</code>;
}
