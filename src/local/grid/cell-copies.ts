/**
 * Copies of cells within the workbook, as `Range.copyFrom` makes them.
 */
import { CellValueType, type ICellData } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/preset-sheets-core';
import type { Area } from '../../formats/xlsx/address';
import { isCellError } from '../values/cell-value';
import type { Cells } from './cells';
import type { Formats } from './formats';
import { execute, toUniverRange, type GridSession } from './session';
import { sheetModel } from './sheet-model';

/** A range of a sheet. */
export interface CopyPlace {
  readonly sheetId: string;
  readonly area: Area;
}

/** What of the cells is copied. */
export type CopyType = 'All' | 'Formulas' | 'Values' | 'Formats';

const BLANK: Partial<ICellData> = { v: null, f: null, si: null, p: null, t: null };

/** Copies cells. */
export class CellCopies {
  private readonly lexer = new LexerTreeBuilder();

  constructor(
    private readonly session: GridSession,
    private readonly cells: Cells,
    private readonly formats: Formats,
  ) {}

  /** Copies one range onto another; if that is larger, again and again. Blank cells blank their targets unless they are skipped. */
  copy(from: CopyPlace, to: CopyPlace, type: CopyType, skipBlanks: boolean): void {
    const value: Record<number, Record<number, Partial<ICellData>>> = {};
    for (let row = 0; row < to.area.rowCount; row += 1) {
      const cells: Record<number, Partial<ICellData>> = {};
      for (let column = 0; column < to.area.columnCount; column += 1) {
        const source = [
          from.area.row + (row % from.area.rowCount),
          from.area.column + (column % from.area.columnCount),
        ] as const;
        const target = [to.area.row + row, to.area.column + column] as const;
        const content = type === 'Formats' ? {} : this.content(from.sheetId, source, target, type);
        if (content && !(skipBlanks && content === BLANK)) {
          cells[target[1]] = {
            ...content,
            ...(type === 'All' || type === 'Formats' ? this.style(from.sheetId, source) : {}),
          };
        }
      }
      value[to.area.row + row] = cells;
    }
    if (type === 'All' || type === 'Formats') {
      this.formats.clear(to.sheetId, to.area);
    }
    execute(this.session, 'sheet.command.set-range-values', {
      unitId: this.session.unitId,
      subUnitId: to.sheetId,
      range: toUniverRange(to.area),
      value,
    });
  }

  private content(
    sheetId: string,
    [row, column]: readonly [number, number],
    target: readonly [number, number],
    type: CopyType,
  ): Partial<ICellData> {
    const formula = type === 'Values' ? '' : this.cells.formula(sheetId, row, column);
    if (formula !== '') {
      return { ...BLANK, f: this.lexer.moveFormulaRefOffset(formula, target[1] - column, target[0] - row) };
    }
    const value = this.cells.value(sheetId, row, column);
    if (value === null) {
      return BLANK;
    }
    if (isCellError(value)) {
      return { ...BLANK, v: value.error, t: CellValueType.STRING };
    }
    // A text stays a text, whatever the format of its new cell: nothing is read as if it were typed.
    if (typeof value === 'string') {
      const stored = sheetModel(this.session, sheetId).getCellRaw(row, column)?.t;
      return { ...BLANK, v: value, t: stored === CellValueType.FORCE_STRING ? stored : CellValueType.STRING };
    }
    return typeof value === 'boolean'
      ? { ...BLANK, v: value ? 1 : 0, t: CellValueType.BOOLEAN }
      : { ...BLANK, v: value, t: CellValueType.NUMBER };
  }

  private style(sheetId: string, [row, column]: readonly [number, number]): Partial<ICellData> {
    const style = this.session.workbook
      .getWorkbook()
      .getStyles()
      .getStyleByCell(sheetModel(this.session, sheetId).getCellRaw(row, column));
    return style ? { s: { ...style } } : {};
  }
}
