/**
 * Reads what is pasted from elsewhere as the browser's language writes it: `1.234,56` from a German page is a number. What means
 * nothing in the language is read as English, which it then can only be.
 */
import { SheetClipboardService } from '@univerjs/preset-sheets-core';
import { TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { isEnglish, type Conventions } from '../values/conventions';
import { englishEntry } from '../values/local-entry';
import { replaceMethod } from './replaced-method';
import type { GridSession } from './session';

/** In English, all is as Univer has it. */
export function pasteAsLanguageWrites(session: GridSession): void {
  const { conventions } = session;
  if (isEnglish(conventions)) {
    return;
  }
  replaceMethod(SheetClipboardService.prototype, '_pastePlainText', (original, _, [text, type]) =>
    original(isTextCell(session, 0, 0) ? text : english(text as string, conventions), type),
  );
  replaceMethod(SheetClipboardService.prototype, '_pasteExternal', (original, _, [html, type]) =>
    original(englishTable(session, html as string), type),
  );
}

/** The text with blanks around it as they were. */
function english(text: string, conventions: Conventions): string {
  const trimmed = text.trim();
  return text.replace(trimmed, () => englishEntry(trimmed, conventions) ?? trimmed);
}

/** Whether a cell of the place where it is pasted holds texts as they are. */
function isTextCell({ workbook }: GridSession, row: number, column: number): boolean {
  const sheet = workbook.getActiveSheet();
  const start = sheet.getActiveRange()?.getRange();
  const [inRow, inColumn] = [(start?.startRow ?? 0) + row, (start?.startColumn ?? 0) + column];
  return sheet.getSheet().getComposedCellStyle(inRow, inColumn).n?.pattern === TEXT_FORMAT;
}

/** Tables with what their cells hold in the English form; what is not in a table is no number of a cell. */
function englishTable(session: GridSession, html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.querySelectorAll('tr').forEach((row, rowIndex) => {
    row.querySelectorAll('td, th').forEach((cell, column) => {
      const texts = [...textNodes(cell)].filter((node) => node.data.trim() !== '');
      const [only] = texts;
      if (texts.length === 1 && only !== undefined && !isTextCell(session, rowIndex, column)) {
        only.data = english(only.data, session.conventions);
      }
    });
  });
  return page.documentElement.outerHTML;
}

function* textNodes(element: Element): Generator<Text> {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    yield node as Text;
  }
}
