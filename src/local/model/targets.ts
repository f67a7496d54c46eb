/**
 * What the objects of the model stand for in the workbook: plain references, which stay right while the workbook changes.
 */
import type { Area } from '../../formats/xlsx/address';
import type {
  AxisName,
  ChartAxisContent,
  ChartContent,
  ChartLegendContent,
  ChartPointContent,
  ChartSeriesContent,
  ChartTitleContent,
  DataLabelsContent,
  FillLook,
  FontLook,
  LineLook,
} from '../values/chart';
import type { Part } from '../values/chart-part';
import type { ModelHost } from './host';

/** The workbook itself, and what there is once in it. */
export interface WorkbookTarget {
  readonly host: ModelHost;
}

/** A worksheet, or something that each has once. */
export interface WorksheetTarget extends WorkbookTarget {
  readonly sheetId: string;
}

/** An area of a sheet. */
export interface RangeTarget extends WorksheetTarget {
  readonly area: Area;
}

/** Several areas of one sheet. */
export interface RangeAreasTarget extends WorksheetTarget {
  readonly areas: readonly Area[];
}

/** A table, its columns or its rows. */
export interface TableTarget extends WorkbookTarget {
  readonly tableId: string;
}

/** A column of a table by its place, or a row by its place below the header. */
export interface TablePartTarget extends TableTarget {
  readonly index: number;
}

/** The tables of the workbook (`sheetId` null), of a sheet, or those that a range touches. */
export interface TablesTarget extends WorkbookTarget {
  readonly sheetId: string | null;
  readonly within: Area | null;
}

/** The names of the workbook; a sheet has none of its own here. */
export interface NamesTarget extends WorkbookTarget {
  readonly isOfSheet: boolean;
}

/** A defined name. */
export interface NamedItemTarget extends WorkbookTarget {
  readonly name: string;
}

/** A chart, or something that each has once. */
export interface ChartTarget extends WorkbookTarget {
  readonly chartId: string;
}

/** A part of a chart. */
export interface ChartPartTarget<T> extends ChartTarget {
  readonly part: Part<T>;
}

/** A series of a chart, or its points. */
export interface SeriesTarget extends ChartPartTarget<ChartSeriesContent> {
  readonly seriesId: string;
}

/** A point of a series by its place. */
export interface PointTarget extends ChartPartTarget<ChartPointContent> {
  readonly seriesId: string;
  readonly index: number;
}

/** The entry of a series in the legend, by the series' place. */
export interface LegendEntryTarget extends ChartTarget {
  readonly index: number;
}

/** An axis. */
export interface AxisTarget extends ChartPartTarget<ChartAxisContent> {
  readonly name: AxisName;
}

/** Headers and footers of some of a sheet's pages. */
export interface HeaderFooterTarget extends WorksheetTarget {
  readonly pages: 'usual' | 'firstPage' | 'evenPages';
}

/** What the objects of each class stand for. */
export interface Targets {
  readonly Application: WorkbookTarget;
  readonly AutoFilter: TableTarget;
  readonly Chart: ChartTarget;
  readonly ChartAreaFormat: ChartPartTarget<ChartContent['area']>;
  readonly ChartAxes: ChartTarget;
  readonly ChartAxis: AxisTarget;
  readonly ChartAxisFormat: ChartPartTarget<ChartAxisContent>;
  readonly ChartAxisTitle: ChartPartTarget<ChartTitleContent>;
  readonly ChartAxisTitleFormat: ChartPartTarget<ChartTitleContent>;
  readonly ChartBorder: ChartPartTarget<LineLook>;
  readonly ChartCollection: WorksheetTarget;
  readonly ChartDataLabelFormat: ChartPartTarget<DataLabelsContent>;
  readonly ChartDataLabels: ChartPartTarget<DataLabelsContent>;
  readonly ChartFill: ChartPartTarget<FillLook>;
  readonly ChartFont: ChartPartTarget<FontLook>;
  readonly ChartGridlines: ChartPartTarget<ChartAxisContent>;
  readonly ChartGridlinesFormat: ChartPartTarget<ChartAxisContent>;
  readonly ChartLegend: ChartPartTarget<ChartLegendContent>;
  readonly ChartLegendEntry: LegendEntryTarget;
  readonly ChartLegendEntryCollection: ChartTarget;
  readonly ChartLegendFormat: ChartPartTarget<ChartLegendContent>;
  readonly ChartLineFormat: ChartPartTarget<LineLook>;
  readonly ChartPoint: PointTarget;
  readonly ChartPointFormat: ChartPartTarget<ChartPointContent>;
  readonly ChartPointsCollection: SeriesTarget;
  readonly ChartSeries: SeriesTarget;
  readonly ChartSeriesCollection: ChartTarget;
  readonly ChartSeriesFormat: ChartPartTarget<ChartSeriesContent>;
  readonly ChartTitle: ChartPartTarget<ChartTitleContent>;
  readonly ChartTitleFormat: ChartPartTarget<ChartTitleContent>;
  readonly CultureInfo: WorkbookTarget;
  readonly DatetimeFormatInfo: WorkbookTarget;
  readonly Filter: TablePartTarget;
  readonly HeaderFooter: HeaderFooterTarget;
  readonly HeaderFooterGroup: WorksheetTarget;
  readonly NamedItem: NamedItemTarget;
  readonly NamedItemCollection: NamesTarget;
  readonly NumberFormatInfo: WorkbookTarget;
  readonly PageLayout: WorksheetTarget;
  readonly Range: RangeTarget;
  readonly RangeAreas: RangeAreasTarget;
  readonly RangeCollection: RangeAreasTarget;
  readonly RangeFill: RangeTarget;
  readonly RangeFont: RangeTarget;
  readonly RangeFormat: RangeTarget;
  readonly Table: TableTarget;
  readonly TableCollection: TablesTarget;
  readonly TableColumn: TablePartTarget;
  readonly TableColumnCollection: TableTarget;
  readonly TableRow: TablePartTarget;
  readonly TableRowCollection: TableTarget;
  readonly TableScopedCollection: TablesTarget;
  readonly Workbook: WorkbookTarget;
  readonly Worksheet: WorksheetTarget;
  readonly WorksheetCollection: WorkbookTarget;
  readonly WorksheetFreezePanes: WorksheetTarget;
  readonly WorksheetProtection: WorksheetTarget;
}
