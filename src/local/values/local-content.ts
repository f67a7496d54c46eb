import { cellArea, contains } from '../../formats/xlsx/address';
import type { CellContent, SheetContent, WorkbookContent } from './content';
import type { Conventions } from './conventions';
import { localText } from './local-text';

/**
 * A workbook to begin with, whose texts show what is to be typed, and what cells show, as the language writes it. What is in tables, or
 * a formula's result, is no text of the sheet's author: a model named `4.1` stays what it is.
 */
export function localContent(content: WorkbookContent, conventions: Conventions): WorkbookContent {
  return {
    ...content,
    sheets: content.sheets.map((sheet) =>
      sheet.tables.length > 0
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) => (isWritten(cell, sheet) ? localCell(cell, conventions) : cell)),
          },
    ),
  };
}

function isWritten({ formula, row, column }: CellContent, { cells }: SheetContent): boolean {
  const area = cellArea(row, column);
  return formula === '' && !cells.some(({ spill }) => spill !== null && contains(spill, area));
}

function localCell(cell: CellContent, conventions: Conventions): CellContent {
  return typeof cell.value === 'string' ? { ...cell, value: localText(cell.value, conventions) } : cell;
}
