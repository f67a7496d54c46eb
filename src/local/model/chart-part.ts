/**
 * The part of a chart that an object of the add-in stands for, as it is now.
 */
import type { ChartContent, ChartSeriesContent } from '../values/chart';
import type { Part } from '../values/chart-part';
import { HostError } from '../protocol/host-error';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { booleanArgument } from './arguments';
import type { Given } from './excel-class';
import type { ChartPartTarget, ChartTarget } from './targets';

/** The series of this id; ItemNotFound if it has gone. */
export function seriesPart(seriesId: string): Part<ChartSeriesContent> {
  const isIt = ({ id }: ChartSeriesContent): boolean => id === seriesId;
  return {
    get: (chart) => {
      const series = chart.series.find(isIt);
      if (!series) {
        throw new HostError('ItemNotFound', 'The series does not exist any more.');
      }
      return series;
    },
    put: (chart, part) => ({ ...chart, series: chart.series.map((series) => (isIt(series) ? part : series)) }),
  };
}

/** The chart of an object, as it is now. */
export function chartOf({ host, chartId }: ChartTarget): ChartContent {
  return host.grid.charts.get(chartId).content;
}

/** The part that an object stands for, as it is now. */
export function partOf<T>(target: ChartPartTarget<T>): T {
  return target.part.get(chartOf(target));
}

/** Changes the chart of an object. */
export function changeChart({ host, chartId }: ChartTarget, change: (chart: ChartContent) => ChartContent): void {
  host.change(() => host.grid.charts.change(chartId, change));
}

/** Changes the part that an object stands for. */
export function changePart<T>(target: ChartPartTarget<T>, change: (part: T) => T): void {
  changeChart(target, (chart) => target.part.put(chart, change(target.part.get(chart))));
}

/** The part without a key, if Excel's own choice comes back. */
export function without<T extends object>(part: T, key: keyof T): T {
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== key)) as T;
}

interface Member<T, V, P> {
  readonly get: (target: ChartPartTarget<T>) => V;
  readonly set: (target: ChartPartTarget<T>, value: Given<P>) => void;
}

/** A property that is one key of the part. */
export function member<T extends object, K extends keyof T, P>(
  key: K,
  read: (value: Given<P>) => NonNullable<T[K]>,
): Member<T, T[K], P>;
/** The same with what it is where the part does not say. */
export function member<T extends object, K extends keyof T, P, const D>(
  key: K,
  read: (value: Given<P>) => NonNullable<T[K]>,
  otherwise: D,
): Member<T, NonNullable<T[K]> | D, P>;
export function member<T extends object, K extends keyof T, P>(
  key: K,
  read: (value: Given<P>) => NonNullable<T[K]>,
  otherwise?: unknown,
): Member<T, unknown, P> {
  return {
    get: (target) => partOf(target)[key] ?? otherwise,
    set: (target, value) => {
      const given = read(value);
      changePart(target, (part) => ({ ...part, [key]: given }));
    },
  };
}

/** Whether numbers look as they do in the cells; not, if the part has a number format of its own. */
export function linkNumberFormat<T extends { readonly numberFormat?: string }>(): Member<T, boolean, boolean> {
  return {
    get: (target) => partOf(target).numberFormat === undefined,
    set: (target, isLinked) => {
      if (booleanArgument(isLinked)) {
        changePart(target, (part) => without(part, 'numberFormat'));
      } else {
        changePart(target, (part) => ({ ...part, numberFormat: part.numberFormat ?? GENERAL }));
      }
    },
  };
}
