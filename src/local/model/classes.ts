/**
 * All classes that the add-in can meet. Nobody but the host imports this file: classes name each other (`excel-class.ts`).
 */
import { ClassTable, type ModelClass } from '../protocol/model-class';
import { ChartClass } from './chart';
import { ChartAxesClass, ChartAxisClass, ChartGridlinesClass } from './chart-axis';
import {
  ChartAreaFormatClass,
  ChartAxisFormatClass,
  ChartAxisTitleFormatClass,
  ChartBorderClass,
  ChartDataLabelFormatClass,
  ChartFillClass,
  ChartFontClass,
  ChartGridlinesFormatClass,
  ChartLegendFormatClass,
  ChartLineFormatClass,
  ChartPointFormatClass,
  ChartSeriesFormatClass,
  ChartTitleFormatClass,
} from './chart-format';
import { ChartLegendEntryClass, ChartLegendEntryCollectionClass } from './chart-legend-entries';
import { ChartDataLabelsClass, ChartLegendClass } from './chart-legend';
import {
  ChartPointClass,
  ChartPointsCollectionClass,
  ChartSeriesClass,
  ChartSeriesCollectionClass,
} from './chart-series';
import { ChartAxisTitleClass, ChartTitleClass } from './chart-text';
import { ChartCollectionClass } from './charts';
import { CultureInfoClass, DatetimeFormatInfoClass, NumberFormatInfoClass } from './culture';
import type { ClassName, ServedClass } from './excel-class';
import { AutoFilterClass, FilterClass } from './filters';
import { NamedItemClass, NamedItemCollectionClass } from './names';
import { HeaderFooterClass, HeaderFooterGroupClass, PageLayoutClass } from './page-layout';
import { WorksheetProtectionClass } from './protection';
import { RangeClass } from './range';
import { RangeAreasClass, RangeCollectionClass } from './range-areas';
import { RangeFillClass, RangeFontClass, RangeFormatClass } from './range-format';
import { SERVICES } from './services';
import { TableClass } from './table';
import { TableColumnClass, TableColumnCollectionClass } from './table-columns';
import { TableRowClass, TableRowCollectionClass } from './table-rows';
import { TableCollectionClass, TableScopedCollectionClass } from './tables';
import { ApplicationClass, WorkbookClass } from './workbook';
import { WorksheetClass, WorksheetFreezePanesClass } from './worksheet';
import { WorksheetCollectionClass } from './worksheets';

const EXCEL_CLASSES: { readonly [N in ClassName]: ServedClass<N> } = {
  Application: ApplicationClass,
  AutoFilter: AutoFilterClass,
  Chart: ChartClass,
  ChartAreaFormat: ChartAreaFormatClass,
  ChartAxes: ChartAxesClass,
  ChartAxis: ChartAxisClass,
  ChartAxisFormat: ChartAxisFormatClass,
  ChartAxisTitle: ChartAxisTitleClass,
  ChartAxisTitleFormat: ChartAxisTitleFormatClass,
  ChartBorder: ChartBorderClass,
  ChartCollection: ChartCollectionClass,
  ChartDataLabelFormat: ChartDataLabelFormatClass,
  ChartDataLabels: ChartDataLabelsClass,
  ChartFill: ChartFillClass,
  ChartFont: ChartFontClass,
  ChartGridlines: ChartGridlinesClass,
  ChartGridlinesFormat: ChartGridlinesFormatClass,
  ChartLegend: ChartLegendClass,
  ChartLegendEntry: ChartLegendEntryClass,
  ChartLegendEntryCollection: ChartLegendEntryCollectionClass,
  ChartLegendFormat: ChartLegendFormatClass,
  ChartLineFormat: ChartLineFormatClass,
  ChartPoint: ChartPointClass,
  ChartPointFormat: ChartPointFormatClass,
  ChartPointsCollection: ChartPointsCollectionClass,
  ChartSeries: ChartSeriesClass,
  ChartSeriesCollection: ChartSeriesCollectionClass,
  ChartSeriesFormat: ChartSeriesFormatClass,
  ChartTitle: ChartTitleClass,
  ChartTitleFormat: ChartTitleFormatClass,
  CultureInfo: CultureInfoClass,
  DatetimeFormatInfo: DatetimeFormatInfoClass,
  Filter: FilterClass,
  HeaderFooter: HeaderFooterClass,
  HeaderFooterGroup: HeaderFooterGroupClass,
  NamedItem: NamedItemClass,
  NamedItemCollection: NamedItemCollectionClass,
  NumberFormatInfo: NumberFormatInfoClass,
  PageLayout: PageLayoutClass,
  Range: RangeClass,
  RangeAreas: RangeAreasClass,
  RangeCollection: RangeCollectionClass,
  RangeFill: RangeFillClass,
  RangeFont: RangeFontClass,
  RangeFormat: RangeFormatClass,
  Table: TableClass,
  TableCollection: TableCollectionClass,
  TableColumn: TableColumnClass,
  TableColumnCollection: TableColumnCollectionClass,
  TableRow: TableRowClass,
  TableRowCollection: TableRowCollectionClass,
  TableScopedCollection: TableScopedCollectionClass,
  Workbook: WorkbookClass,
  Worksheet: WorksheetClass,
  WorksheetCollection: WorksheetCollectionClass,
  WorksheetFreezePanes: WorksheetFreezePanesClass,
  WorksheetProtection: WorksheetProtectionClass,
};

/** What Office.js sends under another name than it declares, on setting it. */
const WORKSHEET: object = {
  ...WorksheetClass,
  scalars: { ...WorksheetClass.scalars, gridlines: WorksheetClass.scalars?.showGridlines },
};

/** The classes of the Excel API, and those of the services beside it. */
export const CLASSES = new ClassTable(
  Object.entries({ ...EXCEL_CLASSES, ...SERVICES, Worksheet: WORKSHEET }).map(
    // A member takes what the add-in sent as what Office.js says it is (`Given`): nothing the compiler could follow.
    ([name, members]) => ({ name, ...members }) as unknown as ModelClass<never>,
  ),
);
