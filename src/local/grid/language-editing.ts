/**
 * Has the cell editor and the formula bar show what a cell holds as the browser's language writes it, and read what is typed so. The
 * workbook itself has English numbers and formulas, as files and the Excel API do.
 */
import { CellValueType, type ICellDataForSheetInterceptor, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { localFormula } from '../../formats/formula/local-formula';
import { formatKind, GENERAL, TEXT_FORMAT } from '../../formats/xlsx/number-formats';
import { isEnglish } from '../values/conventions';
import { englishEntry, localNumber } from '../values/local-entry';
import { readFormulasAsTyped } from './language-formulas';
import { numberText } from './number-text';
import { replaceMethod } from './replaced-method';
import type { GridSession } from './session';
import { sheetModel } from './sheet-model';

/** Before all that Univer has there. */
const FIRST = 100;
/** A percentage as Univer puts it into the editor. */
const PERCENTAGE = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?%$/;

/** In English, all is as Univer has it. */
export function editAsLanguageWrites(session: GridSession): void {
  const { conventions, injector } = session;
  if (isEnglish(conventions)) {
    return;
  }
  const edits = injector.get(SheetInterceptorService).writeCellInterceptor;
  // Behind all interceptors: the one that finds the formula of a cell ends their chain.
  replaceMethod(edits, 'fetchThroughInterceptors', (original, _, [point, ...others]) => {
    const shown = original(point, ...others) as ShownInEditor;
    return point === BEFORE_CELL_EDIT
      ? (...[cell, place]: Parameters<ShownInEditor>) => localCell(session, shown(cell, place), place)
      : shown;
  });
  edits.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { subUnitId, row, col }, next) => {
      const isText = formatOf(session, subUnitId, row, col) === TEXT_FORMAT || cell?.t === CellValueType.FORCE_STRING;
      if (!cell || cell.f || cell.p || isText || typeof cell.v !== 'string') {
        return next(cell);
      }
      const english = englishEntry(cell.v, conventions);
      return english === null ? { ...cell, t: CellValueType.STRING } : next({ ...cell, v: english });
    },
  });
  readFormulasAsTyped(session);
}

/** What the editor shows of a cell. */
type ShownInEditor = (cell: EditedCell, place: EditedPlace) => EditedCell;
type EditedCell = Nullable<ICellDataForSheetInterceptor>;

interface EditedPlace {
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
}

function formatOf(session: GridSession, sheetId: string, row: number, column: number): string {
  return sheetModel(session, sheetId).getComposedCellStyle(row, column).n?.pattern ?? GENERAL;
}

/** What the editor is to show, from what it shows in English. */
function localCell(session: GridSession, cell: EditedCell, { subUnitId, row, col }: EditedPlace): EditedCell {
  const { conventions } = session;
  if (cell?.f) {
    return { ...cell, f: localFormula(cell.f, conventions.formula) };
  }
  const raw = sheetModel(session, subUnitId).getCellRaw(row, col);
  const value = Number(raw?.v);
  if (!cell || raw?.t !== CellValueType.NUMBER || Number.isNaN(value)) {
    return cell;
  }
  switch (formatKind(formatOf(session, subUnitId, row, col))) {
    case 'time':
      return cell;
    case 'date': {
      const format = Number.isInteger(value) ? conventions.shortDate : `${conventions.shortDate} hh:mm:ss`;
      return { ...cell, v: numberText(value, format, conventions) };
    }
    case 'number': {
      // A text but for a percentage is what the cell shows, with marks between thousands.
      const isPlain = typeof cell.v === 'number' || PERCENTAGE.test(String(cell.v));
      return { ...cell, v: localNumber(String(isPlain ? cell.v : value), conventions) };
    }
  }
}
