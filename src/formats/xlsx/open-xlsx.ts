import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import type { OpenedFile } from '../file/text-table';
import type { CellContext } from './cell-value';
import { readSharedStrings } from './shared-strings';
import { sheetTable, type SheetTable } from './sheet-table';
import { formatKind } from './number-formats';
import { shownWith } from './shown-with';
import { joinedSheets, sheetsBeside, type IsBeside } from './joined-sheets';
import { readStyles } from './styles';
import { openOfficeFile, readWorkbookParts } from './workbook-parts';

/**
 * Opens an Excel workbook: a table for each worksheet that has rows, visible sheets first; before them one of all visible sheets that have
 * the same columns. The texts that the cells share
 * are read now and kept; the sheets are only read where they begin.
 *
 * @param isBeside tells which of the sheets with the same columns are none of that table; they come behind those that are
 * @throws FileProblem if it is another kind of file, damaged, protected or beyond a limit, or has no rows
 */
export async function openXlsx(file: Blob, isBeside: IsBeside = () => false): Promise<OpenedFile> {
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
  const visible = found.filter(({ isVisible }) => isVisible);
  const beside = sheetsBeside(visible, isBeside);
  const joined = joinedSheets(visible.filter(({ table }) => !beside.has(table)));
  const sheets = found.map(({ table }) => table).sort((a, b) => Number(beside.has(a)) - Number(beside.has(b)));
  return {
    kind: 'xlsx',
    reading: null,
    ...(beside.size === 0 ? {} : { beside }),
    ...(joined === null ? {} : { parts: new Set(joined.parts) }),
    tables: [...(joined === null ? [] : [joined.table]), ...sheets],
    notices: [
      ...(joined === null ? [] : [fileMessages.sheetsJoined(joined.parts.map(({ name }) => name))]),
      ...(beside.size === 0 ? [] : [fileMessages.sheetsBeside([...beside].map(({ name }) => name))]),
      ...found.flatMap(({ table, lacksResults, hasTwoRows }) => [
        ...(lacksResults ? [fileMessages.formulaWithoutResult(table.name)] : []),
        ...(hasTwoRows ? [fileMessages.headerOfTwoRows(`in sheet "${table.name}"`)] : []),
      ]),
    ],
  };
}
