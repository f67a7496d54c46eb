import type { Area } from '../../formats/xlsx/address';

/*
 * What is to stand on a sheet, before anything of Excel is touched.
 */

/** What a cell is on the page; Excel's own cell styles give each its look, so that a report has those of the workbook's theme. */
export type Look =
  'title' | 'finding' | 'heading' | 'header' | 'note' | 'total' | 'label' | 'figure' | 'input' | 'quiet';

/** One cell, or cells that one formula fills. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** A formula if it begins with `=` and `isText` is not set. */
  readonly content: string | number;
  /** Written as it is, whatever it begins with. */
  readonly isText: boolean;
  /** How many cells are kept for it, itself included; nothing else is written there. */
  readonly rows: number;
  readonly columns: number;
  /** The number format; null leaves it to the function, which tells currency and marks by it. */
  readonly format: string | null;
  /** What takes its place where this Excel does not show the number formats of results. */
  readonly formatWithoutTypes: string | null;
}

/** A look, for an area. */
export interface PlannedLook {
  readonly area: Area;
  readonly look: Look;
}

/** Formats of columns of a result that spills, for an Excel that does not show the number formats of results. */
export interface PlannedFormat {
  readonly area: Area;
  readonly format: string;
  /** Only if this Excel does not show the number formats of results. */
  readonly onlyWithoutTypes: boolean;
}

/** A text that stands in a cell, `$A$2`; what it is in words, for an Excel that cannot take it from there. */
export interface CellText {
  readonly address: string;
  readonly text: string;
}

/** How a series is drawn. */
export interface PlannedSeries {
  readonly name: string;
  readonly color: string;
  /** By another type than the chart's. */
  readonly type?: 'Line';
  /** Lines: how they are drawn, so that they are told apart without their colour. */
  readonly lineStyle?: 'Continuous' | 'Dash' | 'RoundDot';
  readonly weight?: number;
  /** It only carries others: it is not drawn. */
  readonly isHidden?: boolean;
  /** The number format of its labels; without it, it has none. */
  readonly labels?: string;
}

/** A chart of cells: in the first column the names, in the others a series each, with its name in the first row. */
export interface PlannedChart {
  readonly name: string;
  readonly type: 'ColumnClustered' | 'ColumnStacked' | 'BarClustered';
  readonly source: Area;
  readonly place: Area;
  readonly title: CellText;
  /** The same for the axis of the amounts; null if it needs none. */
  readonly axisTitle: CellText | null;
  readonly axisFormat: string;
  readonly series: readonly PlannedSeries[];
  readonly hasLegend: boolean;
  /** Columns lie over one another instead of beside. */
  readonly isOverlapped: boolean;
  /** The first name at the top. */
  readonly isReversed: boolean;
}

/** All that stands on a sheet. */
export interface SheetPlan {
  readonly cells: readonly PlannedCell[];
  readonly looks: readonly PlannedLook[];
  readonly formats: readonly PlannedFormat[];
  readonly charts: readonly PlannedChart[];
  /** Widths in points. */
  readonly widths: readonly number[];
  /** The block's first cell, and its size, what is not printed included. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** So many of the columns are printed. */
  readonly printedColumns: number;
  /** So many rows stand at the top of each page. */
  readonly headRows: number;
}
