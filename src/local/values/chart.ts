/**
 * A chart as its content, apart from any grid and any file format. What is left out is as Excel has it by itself.
 */
import type { Area } from '../../formats/xlsx/address';

/** The types that are drawn here, by Excel's names. */
export const CHART_TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineStacked',
  'LineMarkers',
  'LineMarkersStacked',
  'Area',
  'AreaStacked',
  'AreaStacked100',
  'Pie',
  'Doughnut',
] as const;
/** See CHART_TYPES. */
export type ChartType = (typeof CHART_TYPES)[number];

/** How a series of a type is drawn, and whether the series stand on one another. */
export interface ChartShape {
  readonly kind: 'column' | 'bar' | 'line' | 'area' | 'pie' | 'doughnut';
  readonly grouping: 'clustered' | 'standard' | 'stacked' | 'percentStacked';
  readonly hasMarkers: boolean;
}

/** The shape of a type. */
export function shapeOf(type: ChartType): ChartShape {
  const kind = (/^(?:Column|Bar|Line|Area|Pie|Doughnut)/.exec(type)?.[0] ?? 'Column').toLowerCase();
  const isBar = kind === 'column' || kind === 'bar';
  const grouping = type.endsWith('100')
    ? 'percentStacked'
    : type.endsWith('Stacked')
      ? 'stacked'
      : isBar
        ? 'clustered'
        : 'standard';
  return { kind: kind as ChartShape['kind'], grouping, hasMarkers: type.startsWith('LineMarkers') };
}

/** Whether a chart of this type has axes. */
export function hasAxes(type: ChartType): boolean {
  return type !== 'Pie' && type !== 'Doughnut';
}

/** Cells that a chart shows. The sheet is named by its id in the grid, and by its name in a workbook's content. */
export interface CellSource {
  readonly sheet: string;
  readonly area: Area;
}

/** A text of a chart: its own, or that of cells; both are absent in one that Excel makes up. */
export interface ChartText {
  readonly text?: string;
  readonly source?: CellSource;
}

/** A font, in points; a colour is `#RRGGBB`. */
export interface FontLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly size?: number;
}

/** Styles of lines, by Excel's names. */
export const LINE_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'RoundDot',
  'Automatic',
] as const;

/** A line; its weight is in points. */
export interface LineLook {
  readonly color?: string;
  readonly weight?: number;
  readonly style?: (typeof LINE_STYLES)[number];
}

/** A fill, `#RRGGBB`, or none at all. */
export interface FillLook {
  readonly color?: string;
  readonly isNone?: true;
}

/** A title of the chart or of an axis. */
export interface ChartTitleContent extends ChartText {
  readonly isVisible: boolean;
  readonly font: FontLook;
  /** Whether it lies over the plot, which takes no room for it. */
  readonly overlay?: boolean;
}

/** Where a legend is, by Excel's names. */
export const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;

/** The legend. */
export interface ChartLegendContent {
  readonly isVisible: boolean;
  readonly position: (typeof LEGEND_POSITIONS)[number];
  readonly font: FontLook;
  readonly overlay?: boolean;
  /** Places of series that it leaves out. */
  readonly hidden?: readonly number[];
}

/** Where labels of an axis are, by Excel's names. */
export const TICK_LABEL_POSITIONS = ['NextToAxis', 'High', 'Low', 'None'] as const;
/** How ticks stand on an axis, by Excel's names. */
export const TICK_MARKS = ['None', 'Cross', 'Inside', 'Outside'] as const;

/** An axis. */
export interface ChartAxisContent {
  readonly isVisible: boolean;
  readonly title: ChartTitleContent;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly majorUnit?: number;
  /** Absent: that of the cells. */
  readonly numberFormat?: string;
  readonly hasMajorGridlines: boolean;
  readonly gridline: LineLook;
  readonly line: LineLook;
  readonly font: FontLook;
  readonly isReversed: boolean;
  readonly tickLabels: (typeof TICK_LABEL_POSITIONS)[number];
  readonly tickMarks: (typeof TICK_MARKS)[number];
}

/** Where the label of a point is, by Excel's names. */
export const LABEL_POSITIONS = [
  'Center',
  'InsideEnd',
  'InsideBase',
  'OutsideEnd',
  'Left',
  'Right',
  'Top',
  'Bottom',
  'BestFit',
] as const;

/** The labels of a series' points. */
export interface DataLabelsContent {
  readonly showValue: boolean;
  readonly showCategoryName: boolean;
  readonly showSeriesName: boolean;
  readonly showPercentage: boolean;
  readonly showLegendKey: boolean;
  readonly position?: (typeof LABEL_POSITIONS)[number];
  /** Absent: that of the cells. */
  readonly numberFormat?: string;
  readonly separator?: string;
  readonly font: FontLook;
}

/** Marks of points on a line, by Excel's names. */
export const MARKER_STYLES = [
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
] as const;

/** How the marks of a line look. */
export interface MarkerLook {
  readonly style?: (typeof MARKER_STYLES)[number];
  /** 2 to 72 points. */
  readonly size?: number;
  readonly fill?: string;
  readonly line?: string;
}

/** What one point has that the others of its series have not. */
export interface ChartPointContent {
  readonly index: number;
  readonly fill: FillLook;
}

/** A series. */
export interface ChartSeriesContent {
  /** Unlike those of the chart's other series. */
  readonly id: string;
  readonly type: ChartType;
  readonly name: ChartText;
  /** Null: it has none, or its cells were deleted. */
  readonly categories: CellSource | null;
  readonly values: CellSource | null;
  readonly isSecondary: boolean;
  readonly fill: FillLook;
  readonly line: LineLook;
  readonly marker: MarkerLook;
  readonly isSmooth: boolean;
  /** Percent of a column's width. */
  readonly gapWidth?: number;
  /** Percent, -100 to 100. */
  readonly overlap?: number;
  /** Null if it has none. */
  readonly labels: DataLabelsContent | null;
  readonly points: readonly ChartPointContent[];
  /** Percent of the ring's radius, of a doughnut. */
  readonly holeSize?: number;
}

/** A corner of a chart: a cell, and so many pixels into it. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** The cells on which a chart lies, in whole or in part. */
export function areaOfChart({ from, to }: Pick<ChartContent, 'from' | 'to'>): Area {
  return {
    row: from.row,
    column: from.column,
    rowCount: to.row - from.row + 1,
    columnCount: to.column - from.column + 1,
  };
}

/** How blanks are drawn, by Excel's names ("Interplotted" is Excel's). */
export const BLANKS = ['NotPlotted', 'Zero', 'Interplotted'] as const;

/** A chart. It moves and grows with the cells that it lies on. */
export interface ChartContent {
  readonly name: string;
  /** What it was made as; each series has its own type. */
  readonly type: ChartType;
  readonly from: ChartCorner;
  readonly to: ChartCorner;
  readonly title: ChartTitleContent;
  readonly legend: ChartLegendContent;
  readonly categoryAxis: ChartAxisContent;
  readonly valueAxis: ChartAxisContent;
  /** For the series that are measured by it. */
  readonly secondaryAxis: ChartAxisContent;
  readonly series: readonly ChartSeriesContent[];
  readonly area: { readonly fill: FillLook; readonly line: LineLook; readonly font: FontLook };
  readonly blanks: (typeof BLANKS)[number];
  /** Cells of hidden rows and columns are left out. */
  readonly onlyVisible: boolean;
  /** Alternative text, of a file; Excel's API has none for charts. */
  readonly description?: string;
}

/** The axes, by their names here. */
export type AxisName = 'categoryAxis' | 'valueAxis' | 'secondaryAxis';

const NO_TITLE: ChartTitleContent = { isVisible: false, font: {} };

function plainAxis(hasMajorGridlines: boolean): ChartAxisContent {
  return {
    isVisible: true,
    title: NO_TITLE,
    hasMajorGridlines,
    gridline: {},
    line: {},
    font: {},
    isReversed: false,
    tickLabels: 'NextToAxis',
    tickMarks: 'None',
  };
}

/** A chart without series, as Excel adds one. */
export function newChart(name: string, type: ChartType, from: ChartCorner, to: ChartCorner): ChartContent {
  return {
    name,
    type,
    from,
    to,
    title: { isVisible: true, font: {} },
    legend: { isVisible: true, position: 'Bottom', font: {} },
    categoryAxis: plainAxis(false),
    valueAxis: plainAxis(true),
    secondaryAxis: plainAxis(false),
    series: [],
    area: { fill: {}, line: {}, font: {} },
    blanks: 'NotPlotted',
    onlyVisible: true,
  };
}

/** A series without cells. */
export function newSeries(id: string, type: ChartType): ChartSeriesContent {
  return {
    id,
    type,
    name: {},
    categories: null,
    values: null,
    isSecondary: false,
    fill: {},
    line: {},
    marker: {},
    isSmooth: false,
    labels: null,
    points: [],
  };
}

/** Labels that show nothing yet. */
export const BLANK_LABELS: DataLabelsContent = {
  showValue: false,
  showCategoryName: false,
  showSeriesName: false,
  showPercentage: false,
  showLegendKey: false,
  font: {},
};

/** An id that no series of the chart has. */
export function freeSeriesId({ series }: ChartContent): string {
  return String(Math.max(0, ...series.map(({ id }) => Number(id) || 0)) + 1);
}

type SourceChange = (source: CellSource) => CellSource | null;

function changedText<T extends ChartText>(text: T, change: SourceChange): T {
  if (text.source === undefined) {
    return text;
  }
  const source = change(text.source);
  if (source !== null) {
    return { ...text, source };
  }
  const rest: { source?: CellSource } = { ...text };
  delete rest.source;
  return rest as T;
}

/** The chart with other cells in place of those that it shows; null if cells are gone. */
export function withSources(chart: ChartContent, change: SourceChange): ChartContent {
  const source = (cells: CellSource | null): CellSource | null => cells && change(cells);
  const axis = (content: ChartAxisContent): ChartAxisContent => ({
    ...content,
    title: changedText(content.title, change),
  });
  return {
    ...chart,
    title: changedText(chart.title, change),
    categoryAxis: axis(chart.categoryAxis),
    valueAxis: axis(chart.valueAxis),
    secondaryAxis: axis(chart.secondaryAxis),
    series: chart.series.map((series) => ({
      ...series,
      name: changedText(series.name, change),
      categories: source(series.categories),
      values: source(series.values),
    })),
  };
}

/** All cells that a chart shows. */
export function sourcesOf(chart: ChartContent): CellSource[] {
  const sources: CellSource[] = [];
  withSources(chart, (source) => {
    sources.push(source);
    return source;
  });
  return sources;
}
