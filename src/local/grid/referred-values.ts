/**
 * The values of the cells that an argument refers to.
 *
 * Univer makes an object of each cell before a function sees it; a watch cell refers to ten columns of a table, and is evaluated twice
 * for an edit of one row. So what is plain is read from the cells themselves; the rest, which is rare, goes Univer's way.
 */
import { CellValueType, type ICellData, type Nullable, type ObjectMatrix } from '@univerjs/core';
import type { BaseReferenceObject, BaseValueObject } from '@univerjs/preset-sheets-core';
import type { CellValue } from '../values/cell-value';

/** What a reference knows of cells, for Univer's own use. */
interface Opened {
  _checkIfWorksheetMiss(): boolean;
  readonly _runtimeFeatureCellData: object;
}

type Cells = ObjectMatrix<Nullable<ICellData>>;

/**
 * Rows of values; null if the reference is not to plain cells of one area: it leads nowhere, or there are spilled values on its sheet.
 *
 * @param valueOf reads what Univer makes of a cell
 */
export function referredValues(
  reference: BaseReferenceObject,
  valueOf: (object: BaseValueObject) => CellValue,
): CellValue[][] | null {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const stored = reference.getCurrentActiveSheetData()?.cellData as Cells | undefined;
  if (stored === undefined || startRow < 0 || startColumn < 0 || !hasPlainCells(reference)) {
    return null;
  }
  const fresh = reference.getCurrentRuntimeSheetData() as Cells | undefined;
  const textStyles = new Map<string, boolean>();
  const isTextStyled = (cell: ICellData): boolean => {
    const style = String(cell.s);
    const known = textStyles.get(style) ?? reference.getCellValueObject(cell).isString();
    textStyles.set(style, known);
    return known;
  };
  const read = (cell: Nullable<ICellData>): CellValue => {
    const value = plainValue(cell, isTextStyled);
    return value === undefined ? valueOf(reference.getCellValueObject(cell as ICellData)) : value;
  };
  return Array.from({ length: endRow - startRow + 1 }, (_, row) =>
    Array.from({ length: endColumn - startColumn + 1 }, (__, column) => {
      const [at, across] = [startRow + row, startColumn + column];
      return read(fresh?.getValue(at, across) ?? stored.getValue(at, across));
    }),
  );
}

/** Whether a reference leads to one area, of whose cells none shows what is kept elsewhere. */
function hasPlainCells(reference: BaseReferenceObject): boolean {
  const opened = reference as unknown as Opened;
  const spilled = [
    reference.getCurrentActiveArrayFormulaCellData(),
    reference.getCurrentRuntimeActiveArrayFormulaCellData(),
  ] as (Cells | undefined)[];
  return (
    !reference.isMultiArea() &&
    !opened._checkIfWorksheetMiss() &&
    Object.keys(opened._runtimeFeatureCellData).length === 0 &&
    spilled.every((cells) => cells === undefined || cells.getSizeOf() === 0)
  );
}

/** Undefined for what may be an error, has a style of its own, is rich text, or a formula without a result. */
function plainValue(cell: Nullable<ICellData>, isTextStyled: (cell: ICellData) => boolean): CellValue | undefined {
  if (cell === null || cell === undefined) {
    return null;
  }
  const { v, t, s, p, f, si } = cell;
  if (v === null || v === undefined || v === '') {
    return p || f || si ? undefined : null;
  }
  if (p || (typeof s === 'object' && s !== null)) {
    return undefined;
  }
  if (typeof v === 'number') {
    return t === CellValueType.NUMBER && Number.isFinite(v) && (!s || !isTextStyled(cell)) ? v : undefined;
  }
  const isText = t === CellValueType.STRING || t === CellValueType.FORCE_STRING;
  return typeof v === 'string' && isText && !v.startsWith('#') ? v : undefined;
}
