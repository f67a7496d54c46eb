import { runWhenNotEditing } from '../host/excel-run';
import type { FormulaStyle } from '../formulas/formula-style';

/** The style of the host; if it does not tell, that of the language in which the document is edited. */
export async function readFormulaStyle(): Promise<FormulaStyle> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.11')) {
    return styleWith(decimalSeparatorOf(Office.context.contentLanguage));
  }
  return runWhenNotEditing(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator');
    await context.sync();
    return styleWith(application.decimalSeparator);
  });
}

function styleWith(decimalSeparator: string): FormulaStyle {
  return { listSeparator: decimalSeparator === ',' ? ';' : ',', decimalSeparator };
}

/** A comma or a point; a point for a language that the browser does not know. */
function decimalSeparatorOf(language: string): string {
  const known = language && Intl.NumberFormat.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const parts = new Intl.NumberFormat(known).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
