/**
 * A new workbook from the sheets that the add-in offers to begin with.
 */
import {
  BooleanNumber,
  CellValueType,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import { parseAddress } from '../../formats/xlsx/address';
import type { Conventions } from '../values/conventions';
import { localText } from '../values/local-text';
import { INITIAL_COLUMNS, INITIAL_ROWS } from './univer-codes';

/** The look of an initial cell. */
export interface InitialStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly numberFormat?: string;
}

/** A cell: a value or a formula. */
export interface InitialCell {
  readonly v?: string | number | boolean;
  readonly f?: string;
  readonly style?: InitialStyle;
}

/** Sheets by name; cells by address; column widths in pixels by column letter, row heights by row number. */
export interface InitialSheets {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: Readonly<Record<string, InitialCell>>;
    readonly columnWidths?: Readonly<Record<string, number>>;
    readonly rowHeights?: Readonly<Record<string, number>>;
    readonly hideGridlines?: boolean;
  }[];
}

function styleData(style: InitialStyle): IStyleData {
  return {
    ...(style.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(style.size ? { fs: style.size } : {}),
    ...(style.color ? { cl: { rgb: style.color } } : {}),
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(style.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.numberFormat ? { n: { pattern: style.numberFormat } } : {}),
  };
}

function cellData({ v, f, style }: InitialCell, conventions: Conventions): ICellData {
  const content: ICellData =
    f !== undefined
      ? { f }
      : typeof v === 'boolean'
        ? { v: v ? 1 : 0, t: CellValueType.BOOLEAN }
        : typeof v === 'number'
          ? { v, t: CellValueType.NUMBER }
          : { v: v === undefined ? null : localText(v, conventions), t: CellValueType.STRING };
  return style ? { ...content, s: styleData(style) } : content;
}

function place(address: string): { row: number; column: number } {
  const parsed = parseAddress(address);
  if (!parsed) {
    throw new Error(`"${address}" is not the address of a cell.`);
  }
  return parsed.area;
}

/** Builds the workbook; what its texts show is to be seen, and to be typed, as the language writes it. */
export function initialWorkbook(initial: InitialSheets, conventions: Conventions): Partial<IWorkbookData> {
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const [index, sheet] of initial.sheets.entries()) {
    const id = `sheet-${index + 1}`;
    const cells: Record<number, Record<number, ICellData>> = {};
    for (const [address, cell] of Object.entries(sheet.cells)) {
      const { row, column } = place(address);
      (cells[row] ??= {})[column] = cellData(cell, conventions);
    }
    sheets[id] = {
      id,
      name: sheet.name,
      rowCount: INITIAL_ROWS,
      columnCount: INITIAL_COLUMNS,
      cellData: cells,
      columnData: Object.fromEntries(
        Object.entries(sheet.columnWidths ?? {}).map(([label, w]) => [place(`${label}1`).column, { w }]),
      ),
      rowData: Object.fromEntries(Object.entries(sheet.rowHeights ?? {}).map(([row, h]) => [Number(row) - 1, { h }])),
      showGridlines: sheet.hideGridlines ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    };
  }
  return { sheetOrder: Object.keys(sheets), sheets };
}
