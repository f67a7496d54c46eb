import { ENGLISH_STYLE } from '../../workbook/cells/formula-style';
import type { FormulaStyle, PaneServices } from '../services';
import { useOnce } from './use-once';

/** How the host writes formulas; the English way until it is known, and where the host does not tell. */
export function useFormulaStyle(services: PaneServices): FormulaStyle {
  return useOnce(() => services.formulaStyle()).value ?? ENGLISH_STYLE;
}
