/**
 * Excel.ChartCollection
 */
import type { GridChart } from '../grid/charts';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { newChart, newSeries, type ChartContent } from '../values/chart';
import type { SeriesBy, SeriesCells } from '../values/chart-layout';
import { integerArgument, isOmitted, objectArgument, textArgument, wordArgument } from './arguments';
import { chartTypeArgument } from './chart-type';
import { object, type Given, type ServedClass } from './excel-class';
import type { WorksheetTarget } from './targets';

function list({ host, sheetId }: WorksheetTarget): GridChart[] {
  return host.grid.charts.list(sheetId);
}

function node({ host }: WorksheetTarget, chartId: string): ModelNode<Excel.Chart> {
  return object('Chart', { host, chartId });
}

function find(target: WorksheetTarget, key: Given<string>): ModelNode<Excel.Chart> | null {
  const wanted = typeof key === 'number' ? String(key) : textArgument(key);
  const charts = list(target);
  const found =
    charts.find(({ content }) => content.name.toLowerCase() === wanted.toLowerCase()) ??
    charts.find(({ id }) => id === wanted);
  return found ? node(target, found.id) : null;
}

function get(target: WorksheetTarget, key: Given<string>): ModelNode<Excel.Chart> {
  const chart = find(target, key);
  if (!chart) {
    throw new HostError('ItemNotFound');
  }
  return chart;
}

/** The chart with series of these cells; what its series looked like stays if there are as many. */
export function withSeriesOf(chart: ChartContent, sheet: string, cells: readonly SeriesCells[]): ChartContent {
  const series = cells.map(({ name, categories, values }, index) => ({
    ...(chart.series[index] ?? newSeries(String(index + 1), chart.type)),
    id: String(index + 1),
    name: name ? { source: { sheet, area: name } } : {},
    categories: categories && { sheet, area: categories },
    values: { sheet, area: values },
  }));
  return { ...chart, series };
}

export const ChartCollectionClass: ServedClass<'ChartCollection'> = {
  scalars: { count: { get: (target) => list(target).length } },
  items: (target) => list(target).map(({ id }) => node(target, id)),
  item: (target, key) => get(target, key as Given<string>),
  reads: {
    getItem: get,
    getItemOrNullObject: find,
    getCount: (target) => list(target).length,
    getItemAt: (target, index) => {
      const chart = list(target)[integerArgument(index)];
      if (!chart) {
        throw new HostError('InvalidArgument');
      }
      return node(target, chart.id);
    },
  },
  writes: {
    add: (target, type, sourceData, seriesBy) => {
      const { host, sheetId } = target;
      const { charts, chartData } = host.grid;
      const { sheetId: sheet, area } = objectArgument(sourceData as Given<Excel.Range>, 'Range');
      const by = isOmitted(seriesBy)
        ? 'Auto'
        : wordArgument<SeriesBy>(seriesBy as Given<SeriesBy>, ['Auto', 'Columns', 'Rows']);
      const { from, to } = charts.newPlace(sheetId, sheet === sheetId ? area : null);
      const blank = newChart(charts.newName(sheetId), chartTypeArgument(type), from, to);
      const chart = withSeriesOf(blank, sheet, chartData.layout({ sheet, area }, by));
      const isLegendNeeded = chart.series.length > 1 || chart.type === 'Pie' || chart.type === 'Doughnut';
      const legend = { ...chart.legend, isVisible: isLegendNeeded };
      return node(
        target,
        host.change(() => charts.add(sheetId, { ...chart, legend })),
      );
    },
  },
};
