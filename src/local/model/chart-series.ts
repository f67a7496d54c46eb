/**
 * Excel.ChartSeriesCollection, ChartSeries, ChartPointsCollection and ChartPoint
 */
import {
  BLANK_LABELS,
  freeSeriesId,
  MARKER_STYLES,
  newSeries,
  type ChartContent,
  type ChartPointContent,
  type ChartSeriesContent,
} from '../values/chart';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { booleanArgument, integerArgument, isOmitted, numberArgument, objectArgument, wordArgument } from './arguments';
import { colorArgument } from './chart-format';
import { within, type Part } from '../values/chart-part';
import { changeChart, changePart, chartOf, member, partOf, seriesPart } from './chart-part';
import { labelsPart } from './chart-legend';
import { chartText } from './chart-text';
import { chartTypeArgument } from './chart-type';
import { object, type Given, type ServedClass } from './excel-class';
import type { ChartTarget, SeriesTarget } from './targets';

function seriesNode(target: ChartTarget, seriesId: string): ModelNode<Excel.ChartSeries> {
  return object('ChartSeries', { host: target.host, chartId: target.chartId, seriesId, part: seriesPart(seriesId) });
}

function placeOf(target: SeriesTarget): number {
  return chartOf(target).series.findIndex(({ id }) => id === target.seriesId);
}

export const ChartSeriesCollectionClass: ServedClass<'ChartSeriesCollection'> = {
  scalars: { count: { get: (target) => chartOf(target).series.length } },
  items: (target) => chartOf(target).series.map(({ id }) => seriesNode(target, id)),
  reads: {
    getCount: (target) => chartOf(target).series.length,
    getItemAt: (target, index) => {
      const series = chartOf(target).series[integerArgument(index)];
      if (!series) {
        throw new HostError('InvalidArgument');
      }
      return seriesNode(target, series.id);
    },
  },
  writes: {
    add: (target, name, index) => {
      const chart = chartOf(target);
      const id = freeSeriesId(chart);
      const text = isOmitted(name) ? {} : chartText(target, name as Given<string>);
      const place = isOmitted(index) ? chart.series.length : integerArgument(index as Given<number>);
      const added = { ...newSeries(id, chart.type), name: text };
      changeChart(target, ({ series, ...rest }) => ({
        ...rest,
        series: [...series.slice(0, place), added, ...series.slice(place)],
      }));
      return seriesNode(target, id);
    },
  },
};

function percent(value: Given<number>, least: number, most: number): number {
  const number = numberArgument(value);
  if (number < least || number > most) {
    throw new HostError('InvalidArgument', `${number} is not between ${least} and ${most}.`);
  }
  return number;
}

/** What of a series is read; charts of points are not drawn here. */
const DIMENSIONS = ['Categories', 'Values'] as const;

/** What Excel draws if nothing else is said. */
const USUAL = { gapWidth: 150, overlap: 0, stackedOverlap: 100, holeSize: 75, markerSize: 5 } as const;

/** One of the marks on a line, which stand in a part of their own. */
function marker<K extends keyof ChartSeriesContent['marker'], P, D>(
  key: K,
  read: (value: Given<P>) => NonNullable<ChartSeriesContent['marker'][K]>,
  otherwise: D,
): {
  get: (target: SeriesTarget) => NonNullable<ChartSeriesContent['marker'][K]> | D;
  set: (target: SeriesTarget, value: Given<P>) => void;
} {
  return {
    get: (target) =>
      (partOf(target).marker[key] as NonNullable<ChartSeriesContent['marker'][K]> | undefined) ?? otherwise,
    set: (target, value) => {
      const given = read(value);
      changePart(target, (series) => ({ ...series, marker: { ...series.marker, [key]: given } }));
    },
  };
}

export const ChartSeriesClass: ServedClass<'ChartSeries'> = {
  scalars: {
    name: {
      get: (target) => target.host.grid.chartData.seriesName(chartOf(target), placeOf(target)),
      set: (target, name) => {
        const text = chartText(target, name);
        changePart(target, (series) => ({ ...series, name: text }));
      },
      isCalculated: true,
    },
    chartType: member('type', chartTypeArgument),
    axisGroup: {
      get: (target) => (partOf(target).isSecondary ? 'Secondary' : 'Primary'),
      set: (target, group) => {
        const isSecondary = wordArgument(group as Given<string>, ['Primary', 'Secondary']) === 'Secondary';
        changePart(target, (series) => ({ ...series, isSecondary }));
      },
    },
    gapWidth: member('gapWidth', (value: Given<number>) => percent(value, 0, 500), USUAL.gapWidth),
    overlap: {
      get: (target) => {
        const { overlap, type } = partOf(target);
        return overlap ?? (/Stacked/.test(type) ? USUAL.stackedOverlap : USUAL.overlap);
      },
      set: (target, value) => {
        const overlap = percent(value, -100, 100);
        changePart(target, (series) => ({ ...series, overlap }));
      },
    },
    doughnutHoleSize: member('holeSize', (value: Given<number>) => percent(value, 10, 90), USUAL.holeSize),
    smooth: member('isSmooth', booleanArgument),
    hasDataLabels: {
      get: (target) => partOf(target).labels !== null,
      set: (target, has) => {
        const isShown = booleanArgument(has);
        changePart(target, (series) => ({
          ...series,
          labels: isShown ? { ...(series.labels ?? BLANK_LABELS), showValue: true } : null,
        }));
      },
    },
    markerStyle: marker('style', (value) => wordArgument(value, MARKER_STYLES), 'Automatic' as const),
    markerSize: marker('size', (value: Given<number>) => percent(value, 2, 72), USUAL.markerSize),
    markerBackgroundColor: marker('fill', colorArgument, ''),
    markerForegroundColor: marker('line', colorArgument, ''),
    plotOrder: {
      get: placeOf,
      set: (target, order) => {
        const place = integerArgument(order);
        const own = partOf(target);
        changeChart(target, (chart) => {
          const others = chart.series.filter(({ id }) => id !== own.id);
          return { ...chart, series: [...others.slice(0, place), own, ...others.slice(place)] };
        });
      },
    },
  },
  objects: {
    format: (target) => object('ChartSeriesFormat', target),
    dataLabels: (target) => object('ChartDataLabels', { ...target, part: labelsPart(within(target.part, 'labels')) }),
    points: (target) => object('ChartPointsCollection', target),
  },
  reads: {
    getDimensionValues: (target, dimension) => {
      const { categories, values } = partOf(target);
      const data = target.host.grid.chartData;
      return wordArgument(dimension as Given<string>, DIMENSIONS) === 'Categories'
        ? data.texts(categories)
        : data.values(values).map((value) => (value === null ? '' : String(value)));
    },
  },
  writes: {
    setValues: (target, sourceData) => {
      const { sheetId, area } = objectArgument(sourceData, 'Range');
      changePart(target, (series) => ({ ...series, values: { sheet: sheetId, area } }));
    },
    setXAxisValues: (target, sourceData) => {
      const { sheetId, area } = objectArgument(sourceData, 'Range');
      changePart(target, (series) => ({ ...series, categories: { sheet: sheetId, area } }));
    },
    delete: (target) => {
      partOf(target);
      changeChart(target, (chart) => ({
        ...chart,
        series: chart.series.filter(({ id }) => id !== target.seriesId),
      }));
    },
  },
};

function pointCount(target: SeriesTarget): number {
  return target.host.grid.chartData.values(partOf(target).values).length;
}

/** A point: what it has of its own, if anything. */
function pointPart(series: Part<ChartSeriesContent>, index: number): Part<ChartPointContent> {
  return {
    get: (chart: ChartContent) =>
      series.get(chart).points.find((point) => point.index === index) ?? { index, fill: {} },
    put: (chart, point) => {
      const whole = series.get(chart);
      const others = whole.points.filter((other) => other.index !== index);
      const points = [...others, point].sort((a, b) => a.index - b.index);
      return series.put(chart, { ...whole, points });
    },
  };
}

function pointNode(target: SeriesTarget, index: number): ModelNode<Excel.ChartPoint> {
  return object('ChartPoint', { ...target, index, part: pointPart(target.part, index) });
}

export const ChartPointsCollectionClass: ServedClass<'ChartPointsCollection'> = {
  scalars: { count: { get: pointCount } },
  items: (target) => Array.from({ length: pointCount(target) }, (_, index) => pointNode(target, index)),
  reads: {
    getCount: pointCount,
    getItemAt: (target, index) => {
      const place = integerArgument(index);
      if (place < 0 || place >= pointCount(target)) {
        throw new HostError('InvalidArgument');
      }
      return pointNode(target, place);
    },
  },
};

export const ChartPointClass: ServedClass<'ChartPoint'> = {
  scalars: {
    value: {
      get: (target) => {
        const { values } = seriesPart(target.seriesId).get(chartOf(target));
        return target.host.grid.chartData.values(values)[target.index] ?? null;
      },
      isCalculated: true,
    },
  },
  objects: { format: (target) => object('ChartPointFormat', target) },
};
