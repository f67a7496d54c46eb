import { runWhenNotEditing } from '../host/excel-run';
import { ENGLISH_STYLE, type FormulaStyle } from '../formulas/formula-style';

/** The style of the host, where it tells; else the English one. */
export async function readFormulaStyle(): Promise<FormulaStyle> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.11')) {
    return ENGLISH_STYLE;
  }
  return runWhenNotEditing(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator');
    await context.sync();
    const { decimalSeparator } = application;
    return { listSeparator: decimalSeparator === ',' ? ';' : ',', decimalSeparator };
  });
}
