import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import type { OpenedFile } from '../file/text-table';
import type { CellContext } from './cell-value';
import { readSharedStrings } from './shared-strings';
import { sheetTable, type SheetTable } from './sheet-table';
import { formatKind } from './number-formats';
import { shownWith } from './shown-with';
import { joinedSheets } from './joined-sheets';
import { readStyles } from './styles';
import { openOfficeFile, readWorkbookParts } from './workbook-parts';

/**
 * Opens an Excel workbook: a table for each worksheet that has rows, visible sheets first; before them one of all visible sheets that have
 * the same columns. The texts that the cells share
 * are read now and kept; the sheets are only read where they begin.
 *
 * @throws FileProblem if it is another kind of file, damaged, protected or beyond a limit, or has no rows
 */
export async function openXlsx(file: Blob): Promise<OpenedFile> {
  const zip = await openOfficeFile(file);
  const parts = await readWorkbookParts(zip);
  const [missing] = parts.missing;
  if (missing !== undefined) {
    throw new FileProblem(fileMessages.partMissing(missing));
  }
  const styles = parts.styles === undefined ? [] : await readStyles(zip, parts.styles);
  const context: CellContext = {
    strings: parts.sharedStrings === undefined ? [] : await readSharedStrings(zip, parts.sharedStrings),
    kinds: styles.map(({ numberFormat }) => formatKind(numberFormat)),
    shown: styles.map(({ numberFormat }) => shownWith(numberFormat)),
    date1904: parts.date1904,
  };
  const found: SheetTable[] = [];
  for (const sheet of [...parts.sheets].sort((a, b) => Number(a.state !== 'visible') - Number(b.state !== 'visible'))) {
    const table = await sheetTable(zip, sheet, context);
    if (table !== null) {
      found.push(table);
    }
  }
  if (found.length === 0) {
    throw new FileProblem(fileMessages.noRows());
  }
  const joined = joinedSheets(found.filter(({ isVisible }) => isVisible));
  return {
    kind: 'xlsx',
    reading: null,
    tables: [...(joined === null ? [] : [joined.table]), ...found.map(({ table }) => table)],
    notices: [
      ...(joined === null ? [] : [fileMessages.sheetsJoined(joined.sheets)]),
      ...found.flatMap(({ table, lacksResults, hasTwoRows }) => [
        ...(lacksResults ? [fileMessages.formulaWithoutResult(table.name)] : []),
        ...(hasTwoRows ? [fileMessages.headerOfTwoRows(`in sheet "${table.name}"`)] : []),
      ]),
    ],
  };
}
