import { formatArea, type Area } from '../../formats/xlsx/address';
import type { HostAbilities } from './host-abilities';
import type { CellText, PlannedChart, PlannedSeries } from './sheet-plan';

/** The names of our charts, by which they are told from the user's. */
const OURS = 'AI Spend ';

/** Whether a chart is one that a report made. */
export function isOurChart(name: string): boolean {
  return name.startsWith(OURS);
}

/**
 * Queues the charts of a sheet. The first version of Excel's chart API makes them of their cells; what came with 1.7 makes lines of
 * columns and takes titles from cells, so that these follow as well.
 *
 * @param sheetName as it will be: titles name the cells that they are taken from
 */
export function queueCharts(
  sheet: Excel.Worksheet,
  sheetName: string,
  charts: readonly PlannedChart[],
  host: HostAbilities,
): void {
  for (const planned of charts) {
    const chart = addChart(sheet, planned, host);
    chart.name = `${OURS}${planned.name}`;
    const { row, column, rowCount, columnCount } = planned.place;
    const corner = (down: number, across: number): string =>
      formatArea({ row: row + down, column: column + across, rowCount: 1, columnCount: 1 });
    chart.setPosition(corner(0, 0), corner(rowCount - 1, columnCount - 1));
    queueTitles(chart, sheetName, planned, host);
    chart.legend.visible = planned.hasLegend;
    if (planned.hasLegend) {
      chart.legend.position = 'Bottom';
    }
    planned.series.forEach((series, at) => queueSeries(chart.series.getItemAt(at), series, planned, host));
  }
}

/**
 * A chart with its series. Excel guesses which cells are names by what they hold, and they hold nothing yet: so it is handed one column,
 * which is one series whatever it holds, and is told the rest. The first version of the chart API cannot be told.
 */
function addChart(sheet: Excel.Worksheet, { type, source, series }: PlannedChart, host: HostAbilities): Excel.Chart {
  const rangeOf = (area: Area): Excel.Range => sheet.getRange(formatArea(area));
  if (!host.has('1.7')) {
    return sheet.charts.add(type, rangeOf(source), 'Columns');
  }
  const column = (at: number): Excel.Range =>
    rangeOf({ row: source.row + 1, column: source.column + at, rowCount: source.rowCount - 1, columnCount: 1 });
  const chart = sheet.charts.add(type, column(1), 'Columns');
  series.forEach(({ name }, at) => {
    const added = at === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    added.name = name;
    if (at > 0) {
      added.setValues(column(at + 1));
    }
    added.setXAxisValues(column(0));
  });
  return chart;
}

function queueTitles(
  chart: Excel.Chart,
  sheetName: string,
  { title, axisTitle, axisFormat, isReversed }: PlannedChart,
  host: HostAbilities,
): void {
  const from = ({ address }: CellText): string => `='${sheetName.replaceAll("'", "''")}'!${address}`;
  const { valueAxis, categoryAxis } = chart.axes;
  if (host.has('1.7')) {
    chart.title.setFormula(from(title));
  } else {
    chart.title.text = title.text;
  }
  if (axisTitle === null) {
    valueAxis.title.visible = false;
  } else if (host.has('1.8')) {
    valueAxis.title.setFormula(from(axisTitle));
  } else {
    valueAxis.title.text = axisTitle.text;
  }
  if (host.has('1.8')) {
    valueAxis.numberFormat = axisFormat;
  }
  if (host.has('1.7') && isReversed) {
    categoryAxis.reversePlotOrder = true;
  }
  if (host.has('1.7')) {
    // Below the columns, also if some go below 0.
    categoryAxis.tickLabelPosition = 'Low';
  }
}

function queueSeries(
  series: Excel.ChartSeries,
  { color, type, lineStyle, weight, isHidden }: PlannedSeries,
  { isOverlapped }: PlannedChart,
  host: HostAbilities,
): void {
  if (!host.has('1.7')) {
    queueOldLook(series, color, isHidden === true);
    return;
  }
  if (type !== undefined) {
    series.chartType = type;
    series.markerStyle = 'None';
    series.format.line.color = color;
    series.format.line.weight = weight ?? 2;
    series.format.line.lineStyle = lineStyle ?? 'Continuous';
    return;
  }
  series.gapWidth = 50;
  if (isOverlapped && host.has('1.8')) {
    series.overlap = 100;
  }
  queueOldLook(series, color, isHidden === true);
}

/** What the first version of the chart API can do. */
function queueOldLook(series: Excel.ChartSeries, color: string, isHidden: boolean): void {
  if (isHidden) {
    series.format.fill.clear();
  } else {
    series.format.fill.setSolidColor(color);
  }
}
