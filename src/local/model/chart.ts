/**
 * Excel.Chart
 */
import { boundingArea, parseAddress, type Area } from '../../formats/xlsx/address';
import type { SheetRect } from '../grid/chart-geometry';
import { HostError } from '../protocol/host-error';
import { BLANK_LABELS, BLANKS, hasAxes, type ChartContent } from '../values/chart';
import { PX_PER_POINT } from '../values/sizes';
import type { SeriesBy } from '../values/chart-layout';
import {
  booleanArgument,
  isObject,
  isOmitted,
  numberArgument,
  objectArgument,
  textArgument,
  wordArgument,
} from './arguments';
import { WHOLE, within, type Part } from '../values/chart-part';
import { changeChart, chartOf } from './chart-part';
import { withSeriesOf } from './charts';
import { chartTypeArgument } from './chart-type';
import { object, type Given, type ServedClass } from './excel-class';
import { rangeAt } from './ranges';
import type { ChartTarget } from './targets';

function sheetOf({ host, chartId }: ChartTarget): string {
  return host.grid.charts.get(chartId).sheetId;
}

/** One of the measures of a chart's rectangle, in points. */
function measure(key: keyof SheetRect): {
  get: (target: ChartTarget) => number;
  set: (target: ChartTarget, value: Given<number>) => void;
} {
  return {
    get: ({ host, chartId }) => host.grid.charts.rect(chartId)[key] / PX_PER_POINT,
    set: ({ host, chartId }, value) => {
      const points = numberArgument(value);
      if (points < 0) {
        throw new HostError('InvalidArgument');
      }
      const { charts } = host.grid;
      host.change(() => charts.place(chartId, { ...charts.rect(chartId), [key]: points * PX_PER_POINT }));
    },
  };
}

/** Cells of the chart's own sheet. */
function cellsArgument(target: ChartTarget, value: unknown): Area {
  if (isObject(value)) {
    const { sheetId, area } = objectArgument(value as Given<Excel.Range>, 'Range');
    if (sheetId !== sheetOf(target)) {
      throw new HostError('InvalidArgument', "The cells are not on the chart's sheet.");
    }
    return area;
  }
  const address = textArgument(value as Given<string>);
  if (!parseAddress(address)) {
    throw new HostError('InvalidArgument', `"${address}" is not an address.`);
  }
  return rangeAt(target.host, sheetOf(target), address).area;
}

/** The labels of all series together. */
const ALL_LABELS: Part<ChartContent['series'][number]['labels']> = {
  get: ({ series }) => series[0]?.labels ?? null,
  put: (chart, labels) => ({ ...chart, series: chart.series.map((series) => ({ ...series, labels })) }),
};

export const ChartClass: ServedClass<'Chart'> = {
  id: ({ chartId }) => chartId,
  scalars: {
    id: { get: ({ chartId }) => chartId },
    name: {
      get: (target) => chartOf(target).name,
      set: (target, name) => {
        const text = textArgument(name);
        changeChart(target, (chart) => ({ ...chart, name: text }));
      },
    },
    chartType: {
      get: (target) => chartOf(target).type,
      set: (target, given) => {
        const type = chartTypeArgument(given);
        changeChart(target, (chart) => ({
          ...chart,
          type,
          series: chart.series.map((series) => ({ ...series, type })),
        }));
      },
    },
    left: measure('left'),
    top: measure('top'),
    width: measure('width'),
    height: measure('height'),
    displayBlanksAs: {
      get: (target) => chartOf(target).blanks,
      set: (target, value) => {
        const blanks = wordArgument(value, BLANKS);
        changeChart(target, (chart) => ({ ...chart, blanks }));
      },
    },
    plotVisibleOnly: {
      get: (target) => chartOf(target).onlyVisible,
      set: (target, value) => {
        const onlyVisible = booleanArgument(value);
        changeChart(target, (chart) => ({ ...chart, onlyVisible }));
      },
    },
  },
  objects: {
    axes: (target) => {
      if (!hasAxes(chartOf(target).type)) {
        throw new HostError('InvalidOperation', 'A chart of this type has no axes.');
      }
      return object('ChartAxes', target);
    },
    title: (target) => object('ChartTitle', { ...target, part: within(WHOLE, 'title') }),
    legend: (target) => object('ChartLegend', { ...target, part: within(WHOLE, 'legend') }),
    dataLabels: (target) =>
      object('ChartDataLabels', {
        ...target,
        part: { get: (chart) => ALL_LABELS.get(chart) ?? BLANK_LABELS, put: ALL_LABELS.put },
      }),
    format: (target) => object('ChartAreaFormat', { ...target, part: within(WHOLE, 'area') }),
    series: (target) => object('ChartSeriesCollection', target),
    worksheet: (target) => object('Worksheet', { host: target.host, sheetId: sheetOf(target) }),
  },
  reads: {
    activate: (target) => {
      target.host.grid.sheets.activate(sheetOf(target));
      target.host.grid.charts.select(target.chartId);
    },
  },
  writes: {
    setData: (target, sourceData, seriesBy) => {
      const { sheetId, area } = objectArgument(sourceData, 'Range');
      const by = isOmitted(seriesBy) ? 'Auto' : wordArgument<SeriesBy>(seriesBy, ['Auto', 'Columns', 'Rows']);
      const { chartData } = target.host.grid;
      changeChart(target, (chart) => withSeriesOf(chart, sheetId, chartData.layout({ sheet: sheetId, area }, by)));
    },
    setPosition: (target, startCell, endCell) => {
      const { host, chartId } = target;
      const { charts } = host.grid;
      const start = cellsArgument(target, startCell);
      const place = charts.areaRect(sheetOf(target), start);
      const { left, top } = place;
      const whole = isOmitted(endCell)
        ? { ...charts.rect(chartId), left, top }
        : charts.areaRect(sheetOf(target), boundingArea(start, cellsArgument(target, endCell)));
      host.change(() => charts.place(chartId, whole));
    },
    delete: ({ host, chartId }) => host.change(() => host.grid.charts.remove(chartId)),
  },
};
