/**
 * Texts of charts: Excel.ChartTitle, ChartAxisTitle, and the references that such texts can be
 */
import { HostError } from '../protocol/host-error';
import type { CellSource, ChartText, ChartTitleContent } from '../values/chart';
import { booleanArgument, textArgument } from './arguments';
import { changePart, chartOf, member, partOf } from './chart-part';
import { object, type Given, type ServedClass } from './excel-class';
import { rangeAt } from './ranges';
import type { ChartPartTarget, ChartTarget } from './targets';

/** The cells that a formula such as `=Report!$B$2` names. */
export function formulaSource({ host, chartId }: ChartTarget, formula: Given<string>): CellSource {
  const text = textArgument(formula);
  if (!text.startsWith('=')) {
    throw new HostError('InvalidArgument', `"${text}" is not a formula: it begins with "=".`);
  }
  const { sheetId, area } = rangeAt(host, host.grid.charts.get(chartId).sheetId, text.slice(1));
  return { sheet: sheetId, area };
}

/** A text, or the cells that a formula in its place names. */
export function chartText(target: ChartTarget, value: Given<string>): ChartText {
  const text = textArgument(value);
  return text.startsWith('=') ? { source: formulaSource(target, value) } : { text };
}

function withText(target: ChartPartTarget<ChartTitleContent>, text: ChartText): void {
  changePart(target, ({ isVisible: _shown, text: _text, source: _source, ...rest }) => ({
    ...rest,
    ...text,
    isVisible: true,
  }));
}

export const ChartTitleClass: ServedClass<'ChartTitle'> = {
  scalars: {
    text: {
      get: (target) => target.host.grid.chartData.title(chartOf(target)),
      set: (target, text) => withText(target, { text: textArgument(text) }),
      isCalculated: true,
    },
    visible: member('isVisible', booleanArgument),
    overlay: member('overlay', booleanArgument, false),
  },
  objects: { format: (target) => object('ChartTitleFormat', target) },
  writes: { setFormula: (target, formula) => withText(target, { source: formulaSource(target, formula) }) },
};

export const ChartAxisTitleClass: ServedClass<'ChartAxisTitle'> = {
  scalars: {
    text: {
      get: (target) => target.host.grid.chartData.axisTitle(partOf(target)),
      set: (target, text) => withText(target, { text: textArgument(text) }),
      isCalculated: true,
    },
    visible: member('isVisible', booleanArgument),
  },
  objects: { format: (target) => object('ChartAxisTitleFormat', target) },
  writes: { setFormula: (target, formula) => withText(target, { source: formulaSource(target, formula) }) },
};
