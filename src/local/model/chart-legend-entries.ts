/**
 * Excel.ChartLegendEntryCollection and ChartLegendEntry
 */
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import { booleanArgument, integerArgument } from './arguments';
import { changeChart, chartOf } from './chart-part';
import { object, type ServedClass } from './excel-class';
import type { ChartTarget } from './targets';

function count(target: ChartTarget): number {
  return chartOf(target).series.length;
}

function entry(target: ChartTarget, index: number): ModelNode<Excel.ChartLegendEntry> {
  return object('ChartLegendEntry', { host: target.host, chartId: target.chartId, index });
}

export const ChartLegendEntryCollectionClass: ServedClass<'ChartLegendEntryCollection'> = {
  items: (target) => Array.from({ length: count(target) }, (_, index) => entry(target, index)),
  reads: {
    getCount: count,
    getItemAt: (target, index) => {
      const place = integerArgument(index);
      if (place < 0 || place >= count(target)) {
        throw new HostError('InvalidArgument');
      }
      return entry(target, place);
    },
  },
};

export const ChartLegendEntryClass: ServedClass<'ChartLegendEntry'> = {
  scalars: {
    index: { get: ({ index }) => index },
    visible: {
      get: (target) => !(chartOf(target).legend.hidden ?? []).includes(target.index),
      set: (target, value) => {
        const isVisible = booleanArgument(value);
        changeChart(target, (chart) => {
          const others = (chart.legend.hidden ?? []).filter((index) => index !== target.index);
          const hidden = isVisible ? others : [...others, target.index].sort((a, b) => a - b);
          return { ...chart, legend: { ...chart.legend, hidden } };
        });
      },
    },
  },
};
