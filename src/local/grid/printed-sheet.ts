/**
 * A sheet as it is printed: what its cells show and how they look, how high and wide its lines are, and where its charts lie.
 */
import type { Nullable, IBorderStyleData, IStyleData, Worksheet } from '@univerjs/core';
import { boundingArea, cellArea, intersect, MAX_COLUMNS, type Area } from '../../formats/xlsx/address';
import { isCellError } from '../values/cell-value';
import type { PageSetup } from '../values/page-setup';
import type { SheetRect } from './chart-geometry';
import type { Cells } from './cells';
import type { ChartData, DrawnChart } from './chart-data';
import type { Charts } from './charts';
import type { PageSetups } from './page-setups';
import type { Sheets } from './sheets';
import type { Tables } from './tables';
import type { GridSession } from './session';
import { sheetModel } from './sheet-model';
import { HORIZONTAL, VERTICAL, WRAPS } from './univer-codes';
import { toArea } from './univer-range';
import { areaOfChart } from '../values/chart';
import type { CellStyle } from '../values/content';

/** What a cell shows, and how. */
export interface PrintedCell extends Omit<CellStyle, 'numberFormat' | 'isFormatOfResult' | 'horizontal'> {
  readonly text: string;
  readonly horizontal: Exclude<CellStyle['horizontal'], 'general'>;
  /** Sides with a line: of top, right, bottom and left, as CSS has them. */
  readonly borders: readonly string[];
}

/** A chart and where it lies, in pixels from the sheet's first cell. */
export interface PrintedChart {
  readonly rect: SheetRect;
  readonly chart: DrawnChart;
}

/** A sheet. */
export interface PrintedSheet {
  readonly name: string;
  readonly page: PageSetup;
  /** All that is used, charts with it; null if nothing is. */
  readonly used: Area | null;
  readonly merges: readonly Area[];
  readonly charts: readonly PrintedChart[];
  /** In pixels; 0 if it is hidden. */
  rowHeight(row: number): number;
  columnWidth(column: number): number;
  /** Null if the cell is blank and plain. */
  cell(row: number, column: number): PrintedCell | null;
}

/** The parts of the grid from which a sheet is printed. */
export interface PrintSources {
  readonly cells: Cells;
  readonly charts: Charts;
  readonly chartData: ChartData;
  readonly pageSetups: PageSetups;
  readonly sheets: Sheets;
  readonly tables: Tables;
}

const USUAL_SIZE = 11;

function borderCss(border: Nullable<IBorderStyleData>): string {
  return border && border.s > 0 ? `1px solid ${border.cl?.rgb ?? '#000000'}` : '';
}

function isPlain(style: IStyleData): boolean {
  return !style.bg?.rgb && !style.bd;
}

/** What the header row of a table stands out by. */
const HEADER_FILL = '#DDEBF7';

/** Reads a sheet. */
export function printedSheet(session: GridSession, grid: PrintSources, sheetId: string): PrintedSheet {
  const sheet = sheetModel(session, sheetId);
  const cells = new Map<number, PrintedCell | null>();
  const headers = grid.tables
    .list()
    .flatMap((table) => (table.sheetId === sheetId ? [{ ...table.area, rowCount: 1 }] : []));
  const charts = grid.charts.list(sheetId).map(({ id, content }) => ({
    content,
    rect: grid.charts.rect(id),
    chart: grid.chartData.read(content),
  }));
  const filled = grid.cells.usedArea(sheetId, {
    row: 0,
    column: 0,
    rowCount: sheet.getRowCount(),
    columnCount: sheet.getColumnCount(),
  });
  const used = charts
    .map(({ content }) => areaOfChart(content))
    .reduce<Area | null>((all, area) => (all ? boundingArea(all, area) : area), filled);
  return {
    name: grid.sheets.name(sheetId),
    page: grid.pageSetups.of(sheetId),
    used: used && boundingArea(cellArea(0, 0), used),
    merges: sheet.getMergeData().map(toArea),
    charts: charts.map(({ rect, chart }) => ({ rect, chart })),
    rowHeight: (row) => (sheet.getRowVisible(row) ? sheet.getRowHeight(row) : 0),
    columnWidth: (column) => (sheet.getColVisible(column) ? sheet.getColumnWidth(column) : 0),
    cell: (row, column) => {
      const key = row * MAX_COLUMNS + column;
      const known = cells.get(key);
      if (known !== undefined) {
        return known;
      }
      const isHeader = headers.some((header) => intersect(header, cellArea(row, column)) !== null);
      const cell = printedCell(grid, sheet, sheetId, { row, column, isHeader });
      cells.set(key, cell);
      return cell;
    },
  };
}

function printedCell(
  grid: PrintSources,
  sheet: Worksheet,
  sheetId: string,
  { row, column, isHeader }: { readonly row: number; readonly column: number; readonly isHeader: boolean },
): PrintedCell | null {
  const style = sheet.getComposedCellStyle(row, column);
  const value = grid.cells.value(sheetId, row, column);
  if ((value === null || value === '') && isPlain(style)) {
    return null;
  }
  const area = cellArea(row, column);
  const isCentered = typeof value === 'boolean' || isCellError(value);
  const usual = typeof value === 'number' ? 'right' : isCentered ? 'center' : 'left';
  const horizontal = HORIZONTAL.find(([, code]) => code === style.ht)?.[0];
  return {
    text: grid.cells.texts(sheetId, area)[0]?.[0] ?? '',
    bold: style.bl === 1 || isHeader,
    italic: style.it === 1,
    size: style.fs ?? USUAL_SIZE,
    color: style.cl?.rgb ?? '',
    fill: style.bg?.rgb ?? (isHeader ? HEADER_FILL : ''),
    wrap: style.tb === WRAPS,
    horizontal: horizontal === undefined || horizontal === 'general' ? usual : horizontal,
    vertical: VERTICAL.find(([, code]) => code === style.vt)?.[0] ?? 'bottom',
    borders: [style.bd?.t, style.bd?.r, style.bd?.b, style.bd?.l].map(borderCss),
  };
}
