/**
 * Excel.ChartAxes, ChartAxis and ChartGridlines
 */
import { TICK_LABEL_POSITIONS, TICK_MARKS, type AxisName, type ChartAxisContent } from '../values/chart';
import type { ModelNode } from '../protocol/model-class';
import { apiNotFound } from '../protocol/host-error';
import { GENERAL } from '../../formats/xlsx/number-formats';
import { booleanArgument, isOmitted, numberArgument, textArgument, wordArgument } from './arguments';
import { WHOLE, within } from '../values/chart-part';
import { changePart, linkNumberFormat, member, partOf, without } from './chart-part';
import { object, type Given, type ServedClass } from './excel-class';
import type { AxisTarget, ChartTarget } from './targets';

function axis(target: ChartTarget, name: AxisName): ModelNode<Excel.ChartAxis> {
  return object('ChartAxis', { ...target, part: within(WHOLE, name), name });
}

export const ChartAxesClass: ServedClass<'ChartAxes'> = {
  objects: {
    categoryAxis: (target) => axis(target, 'categoryAxis'),
    valueAxis: (target) => axis(target, 'valueAxis'),
  },
  reads: {
    getItem: (target, type, group) => {
      const isValue = wordArgument(type as Given<string>, ['Category', 'Value']) === 'Value';
      const isSecondary =
        !isOmitted(group) && wordArgument(group as Given<string>, ['Primary', 'Secondary']) === 'Secondary';
      if (isSecondary && !isValue) {
        throw apiNotFound('A secondary category axis');
      }
      return axis(target, isSecondary ? 'secondaryAxis' : isValue ? 'valueAxis' : 'categoryAxis');
    },
  },
};

interface Bound {
  readonly get: (target: AxisTarget) => number | '';
  readonly set: (target: AxisTarget, value: Given<unknown>) => void;
}

/** A bound of the axis; an empty text leaves it to Excel, and stands for that here. */
function bound(key: 'minimum' | 'maximum' | 'majorUnit'): Bound {
  return {
    get: (target) => partOf<ChartAxisContent>(target)[key] ?? '',
    set: (target, value) => {
      const given: unknown = value;
      const number = given === '' ? null : numberArgument(value as Given<number>);
      changePart<ChartAxisContent>(target, (part) =>
        number === null ? without(part, key) : { ...part, [key]: number },
      );
    },
  };
}

export const ChartAxisClass: ServedClass<'ChartAxis'> = {
  scalars: {
    axisGroup: { get: ({ name }) => (name === 'secondaryAxis' ? 'Secondary' : 'Primary') },
    type: { get: ({ name }) => (name === 'categoryAxis' ? 'Category' : 'Value') },
    visible: member('isVisible', booleanArgument),
    minimum: bound('minimum'),
    maximum: bound('maximum'),
    majorUnit: bound('majorUnit'),
    numberFormat: member('numberFormat', textArgument, GENERAL),
    reversePlotOrder: member('isReversed', booleanArgument),
    tickLabelPosition: member('tickLabels', (value) => wordArgument(value, TICK_LABEL_POSITIONS)),
    majorTickMark: member('tickMarks', (value) => wordArgument(value, TICK_MARKS)),
    linkNumberFormat: linkNumberFormat(),
  },
  objects: {
    title: (target) => object('ChartAxisTitle', { ...target, part: within(target.part, 'title') }),
    majorGridlines: (target) => object('ChartGridlines', target),
    format: (target) => object('ChartAxisFormat', target),
  },
};

export const ChartGridlinesClass: ServedClass<'ChartGridlines'> = {
  scalars: { visible: member('hasMajorGridlines', booleanArgument) },
  objects: { format: (target) => object('ChartGridlinesFormat', target) },
};
