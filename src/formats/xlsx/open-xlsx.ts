import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import type { OpenedFile } from '../file/text-table';
import { openZip } from '../zip/open-zip';
import { readBytes } from '../zip/read-bytes';
import type { CellContext } from './cell-value';
import { readCellStyles } from './cell-styles';
import { readSharedStrings } from './shared-strings';
import { sheetTable, type SheetTable } from './sheet-table';
import { readWorkbookParts } from './workbook-parts';

/** What older Office files begin with, and also those that have a password. */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens an Excel workbook: a table for each worksheet that has rows, visible sheets first. The texts that the cells share
 * are read now and kept; the sheets are only read where they begin.
 *
 * @throws FileProblem where it is another kind of file, damaged, protected or beyond a limit, or has no rows
 */
export async function openXlsx(file: Blob): Promise<OpenedFile> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  const start = await readBytes(file, 0, Math.min(file.size, OLE_SIGNATURE.length));
  if (OLE_SIGNATURE.every((byte, at) => start[at] === byte)) {
    throw new FileProblem(fileMessages.oldWorkbook());
  }
  const zip = await openZip(file);
  const parts = await readWorkbookParts(zip);
  const context: CellContext = {
    strings: parts.sharedStrings === undefined ? [] : await readSharedStrings(zip, parts.sharedStrings),
    styles: parts.styles === undefined ? [] : await readCellStyles(zip, parts.styles),
    date1904: parts.date1904,
  };
  const found: SheetTable[] = [];
  for (const sheet of [...parts.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    const table = await sheetTable(zip, sheet, context);
    if (table !== null) {
      found.push(table);
    }
  }
  if (found.length === 0) {
    throw new FileProblem(fileMessages.noRows());
  }
  return {
    kind: 'xlsx',
    reading: null,
    tables: found.map(({ table }) => table),
    notices: found
      .filter(({ lacksResults }) => lacksResults)
      .map(({ table }) => fileMessages.formulaWithoutResult(table.name)),
  };
}
