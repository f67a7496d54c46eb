/**
 * A workbook as its content, apart from any grid and any file format: what is carried to Excel and back.
 */
import { GENERAL } from '../../formats/xlsx/number-formats';
import type { Area } from '../../formats/xlsx/address';
import type { CellValue } from './cell-value';
import type { ChartContent } from './chart';
import type { PageSetup } from './page-setup';

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
  /** It is an array formula of before dynamic arrays, which fills just that area. Absent if it is none. */
  readonly isFixedArray?: boolean;
  readonly style: CellStyle;
}

/** What a table's row of totals has in one column; empty texts for what it has not. */
export interface TotalsCell {
  readonly label: string;
  /** Excel's word for the function, such as `sum`, or `custom`. */
  readonly aggregate: string;
  /** As the file has it. */
  readonly formula: string;
}

/** What a table of a file has beyond what the grid knows; it goes back into the file. */
export interface TableExtras {
  /** By columns, if there is a row of totals: right below the table's area. */
  readonly totals?: readonly TotalsCell[];
  readonly alternativeText?: string;
  readonly alternativeDescription?: string;
}

/** A table; the first row of its area holds the headers. */
export interface TableContent {
  readonly name: string;
  readonly area: Area;
  /** Excel's name of a table style. */
  readonly style: string;
  readonly extras?: TableExtras;
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
  /** Ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showsGridlines: boolean;
  /** `#RRGGBB`, or an empty text. */
  readonly tabColor: string;
  readonly merges: readonly Area[];
  readonly tables: readonly TableContent[];
  /** From the hindmost to the foremost; absent if there are none. They name sheets by their names. */
  readonly charts?: readonly ChartContent[];
  /** Absent: as Excel prints a new sheet. */
  readonly page?: PageSetup;
}

/** A defined name; the formula starts with an equals sign. */
export interface NameContent {
  readonly name: string;
  /** The place of the sheet on which alone it has its meaning; absent for one of the whole workbook. */
  readonly sheet?: number;
  /** Only formulas see it. Absent if all do. */
  readonly isHidden?: boolean;
  readonly formula: string;
  readonly comment: string;
}

/** A link to another workbook as a file keeps it: its part, and the part that says where the other workbook lies. */
export interface ExternalLink {
  readonly xml: string;
  readonly relationships: string;
}

/** A workbook. */
export interface WorkbookContent {
  /** In the order of their tabs; at least one is visible. */
  readonly sheets: readonly SheetContent[];
  /** Place of the active sheet, which is visible. */
  readonly activeSheet: number;
  readonly names: readonly NameContent[];
  /** Formulas name them by their places, counted from 1: `[1]Sheet1!A1`. Absent if there are none. */
  readonly externalLinks?: readonly ExternalLink[];
}

/** What a sheet has that nothing else is said of, but for its name and its cells. */
export const PLAIN_SHEET: Omit<SheetContent, 'name' | 'cells'> = {
  visibility: 'Visible',
  defaultColumnWidth: 88,
  defaultRowHeight: 24,
  columnWidths: [],
  rowHeights: [],
  hiddenRows: [],
  hiddenColumns: [],
  frozenRows: 0,
  frozenColumns: 0,
  showsGridlines: true,
  tabColor: '',
  merges: [],
  tables: [],
};

/** A cell without any look of its own. */
export const PLAIN_STYLE: CellStyle = {
  numberFormat: GENERAL,
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
