/**
 * Excel.ChartLegend and ChartDataLabels
 */
import { GENERAL } from '../../formats/xlsx/number-formats';
import { BLANK_LABELS, LABEL_POSITIONS, LEGEND_POSITIONS, type DataLabelsContent } from '../values/chart';
import { booleanArgument, textArgument, wordArgument } from './arguments';
import type { Part } from '../values/chart-part';
import { linkNumberFormat, member } from './chart-part';
import { object, type ServedClass } from './excel-class';

export const ChartLegendClass: ServedClass<'ChartLegend'> = {
  scalars: {
    visible: member('isVisible', booleanArgument),
    position: member('position', (value) => wordArgument(value, LEGEND_POSITIONS)),
    overlay: member('overlay', booleanArgument, false),
  },
  objects: {
    format: (target) => object('ChartLegendFormat', target),
    legendEntries: ({ host, chartId }) => object('ChartLegendEntryCollection', { host, chartId }),
  },
};

/** Labels that need not be there: what is set on them brings them. */
export function labelsPart(part: Part<DataLabelsContent | null>): Part<DataLabelsContent> {
  return { get: (chart) => part.get(chart) ?? BLANK_LABELS, put: part.put };
}

export const ChartDataLabelsClass: ServedClass<'ChartDataLabels'> = {
  scalars: {
    showValue: member('showValue', booleanArgument),
    showCategoryName: member('showCategoryName', booleanArgument),
    showSeriesName: member('showSeriesName', booleanArgument),
    showPercentage: member('showPercentage', booleanArgument),
    showLegendKey: member('showLegendKey', booleanArgument),
    position: member('position', (value) => wordArgument(value, LABEL_POSITIONS), 'Invalid'),
    numberFormat: member('numberFormat', textArgument, GENERAL),
    separator: member('separator', textArgument, ', '),
    linkNumberFormat: linkNumberFormat(),
  },
  objects: { format: (target) => object('ChartDataLabelFormat', target) },
};
