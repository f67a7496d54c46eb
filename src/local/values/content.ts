/**
 * A workbook as its content, apart from any grid and any file format: what is carried to Excel and back.
 */
import type { Area } from '../../formats/xlsx/address';
import type { CellValue } from './cell-value';

/** How a cell looks. */
export interface CellStyle {
  /** `General` if the cell has none. */
  readonly numberFormat: string;
  /** The number format came with a function's result; the next result may bring another. */
  readonly isFormatOfResult: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points. */
  readonly size: number;
  /** `#RRGGBB`, or an empty text for the usual colour; so is the fill. */
  readonly color: string;
  readonly fill: string;
  readonly wrap: boolean;
  readonly horizontal: 'general' | 'left' | 'center' | 'right' | 'justify';
  readonly vertical: 'top' | 'center' | 'bottom';
}

/** A cell that holds something, or looks other than a plain one. Rows and columns count from 0. */
export interface CellContent {
  readonly row: number;
  readonly column: number;
  /** Of a formula the last result; null if it has none (yet). */
  readonly value: CellValue;
  /** With its equals sign; an empty text if there is none. Spilled cells have none. */
  readonly formula: string;
  /** What the formula's result covers, if that is more than its own cell. The covered cells are listed with their values. */
  readonly spill: Area | null;
  readonly style: CellStyle;
}

/** A table; the first row of its area holds the headers. */
export interface TableContent {
  readonly name: string;
  readonly area: Area;
  /** Excel's name of a table style. */
  readonly style: string;
}

/** A column's width or a row's height, in pixels at 96 to the inch. */
export type Extent = readonly [index: number, pixels: number];

/** A sheet. */
export interface SheetContent {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** By rows, and within a row by columns. */
  readonly cells: readonly CellContent[];
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  /** Only what differs from the default; ascending. */
  readonly columnWidths: readonly Extent[];
  readonly rowHeights: readonly Extent[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showsGridlines: boolean;
  /** `#RRGGBB`, or an empty text. */
  readonly tabColor: string;
  readonly merges: readonly Area[];
  readonly tables: readonly TableContent[];
}

/** A defined name of the workbook; the formula starts with an equals sign. */
export interface NameContent {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

/** A workbook. */
export interface WorkbookContent {
  /** In the order of their tabs; at least one is visible. */
  readonly sheets: readonly SheetContent[];
  /** Place of the active sheet, which is visible. */
  readonly activeSheet: number;
  readonly names: readonly NameContent[];
}

/** A cell without any look of its own. */
export const PLAIN_STYLE: CellStyle = {
  numberFormat: 'General',
  isFormatOfResult: false,
  bold: false,
  italic: false,
  size: 11,
  color: '',
  fill: '',
  wrap: false,
  horizontal: 'general',
  vertical: 'bottom',
};
