/**
 * Enters a text into a cell by the way that the cell editor goes when Enter is pressed.
 */
import { CellValueType, type ICellData } from '@univerjs/core';
import { LexerTreeBuilder, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { englishFormula } from '../../formats/formula/local-formula';
import { cellArea } from '../../formats/xlsx/address';
import { TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { execute, toUniverRange, type GridSession } from './session';
import { sheetModel } from './sheet-model';

function typedCell(session: GridSession, text: string, isTextCell: boolean): ICellData {
  if (isTextCell) {
    return { v: text, f: null, si: null, p: null, t: CellValueType.STRING };
  }
  if (text.startsWith('=') && text.length > 1) {
    const { formula } = englishFormula(text, session.conventions.formula);
    const missing = session.injector.get(LexerTreeBuilder).checkIfAddBracket(formula);
    return { f: formula + ')'.repeat(missing), si: null, v: null, p: null };
  }
  if (text.startsWith("'")) {
    return { v: text.slice(1), f: null, si: null, p: null, t: CellValueType.FORCE_STRING };
  }
  return { v: text, f: null, si: null, p: null };
}

/** Enters the text: formulas, numbers, dates and the rest are read as the editor reads them. */
export function enterText(session: GridSession, sheetId: string, row: number, column: number, text: string): void {
  const sheet = sheetModel(session, sheetId);
  const workbook = session.workbook.getWorkbook();
  const style = sheet.getComposedCellStyle(row, column) as { n?: { pattern?: string } | null };
  const cell = typedCell(session, text, style.n?.pattern === TEXT_FORMAT);
  const final = session.injector.get(SheetInterceptorService).onWriteCell(workbook, sheet, row, column, cell);
  execute(session, 'sheet.command.set-range-values', {
    unitId: session.unitId,
    subUnitId: sheetId,
    range: toUniverRange(cellArea(row, column)),
    value: final,
  });
}
