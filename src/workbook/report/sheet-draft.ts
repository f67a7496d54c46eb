import { columnLabel, type Area } from '../../formats/xlsx/address';
import type { Look, PlannedCell, PlannedChart, PlannedFormat, PlannedLook, SheetPlan } from './sheet-plan';

/** What of a cell is other than plain. */
export interface CellOptions {
  readonly isText?: boolean;
  readonly rows?: number;
  readonly columns?: number;
  readonly format?: string;
  readonly formatWithoutTypes?: string;
  readonly look?: Look;
}

/** The address of a cell in formulas of its sheet: `$B$5`. */
export function cellOf(row: number, column: number): string {
  return `$${columnLabel(column)}$${row + 1}`;
}

/** The address of cells below one another. */
export function cellsOf(row: number, column: number, rows: number): string {
  return `${cellOf(row, column)}:${cellOf(row + rows - 1, column)}`;
}

/** A sheet as it is being planned, from the top down. */
export class SheetDraft {
  /** The next row to write in, from 0. */
  row = 0;
  private readonly cells: PlannedCell[] = [];
  private readonly looks: PlannedLook[] = [];
  private readonly formats: PlannedFormat[] = [];
  private readonly charts: PlannedChart[] = [];

  constructor(
    private readonly widths: readonly number[],
    readonly printedColumns: number,
  ) {}

  /** Writes a cell and gives its address. */
  put(row: number, column: number, content: string | number, options: CellOptions = {}): string {
    const { isText = false, rows = 1, columns = 1, format = null, formatWithoutTypes = null, look } = options;
    this.cells.push({ row, column, content, isText, rows, columns, format, formatWithoutTypes });
    if (look) {
      this.look({ row, column, rowCount: rows, columnCount: columns }, look);
    }
    return cellOf(row, column);
  }

  /** Writes cells beside one another in the next row, and goes on to the one after it. */
  line(contents: readonly (readonly [content: string | number, options?: CellOptions] | null)[]): void {
    contents.forEach((cell, column) => cell && this.put(this.row, column, cell[0], cell[1]));
    this.row += 1;
  }

  look(area: Area, look: Look): void {
    this.looks.push({ area, look });
  }

  format(area: Area, format: string, onlyWithoutTypes = false): void {
    this.formats.push({ area, format, onlyWithoutTypes });
  }

  chart(chart: PlannedChart): void {
    this.charts.push(chart);
  }

  /** The heading of a section, after a blank row. */
  heading(text: string): void {
    this.row += 1;
    this.put(this.row, 0, text);
    this.look({ row: this.row, column: 0, rowCount: 1, columnCount: this.printedColumns }, 'heading');
    this.row += 1;
  }

  /** The heads of a table's columns; the first stands left, those of figures right. */
  header(texts: readonly string[]): void {
    this.line(texts.map((text) => [text]));
    this.look({ row: this.row - 1, column: 0, rowCount: 1, columnCount: texts.length }, 'header');
  }

  note(text: string): void {
    this.line([[text, { look: 'note' }]]);
  }

  plan(headRows: number): SheetPlan {
    return {
      cells: this.cells,
      looks: this.looks,
      formats: this.formats,
      charts: this.charts,
      widths: this.widths,
      row: 0,
      column: 0,
      rows: this.row,
      columns: this.widths.length,
      printedColumns: this.printedColumns,
      headRows,
    };
  }
}
