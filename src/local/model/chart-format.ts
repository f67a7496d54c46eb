/**
 * How parts of charts look: Excel.ChartFill, ChartLineFormat, ChartBorder, ChartFont and the formats that lead to them
 */
import { LINE_STYLES, type LineLook } from '../values/chart';
import { booleanArgument, numberArgument, textArgument, wordArgument } from './arguments';
import { within } from '../values/chart-part';
import { changePart, member, partOf } from './chart-part';
import { object, type Given, type ServedClass } from './excel-class';
import { HostError } from '../protocol/host-error';
import type { ChartPartTarget } from './targets';

const COLOR = /^#?([0-9a-f]{6})$/i;
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};
/** What Excel draws if nothing else is said. */
const AUTOMATIC_TEXT = '#595959';
const USUAL_SIZE = 10;
const USUAL_WEIGHT = 2.25;

/** A colour as `#RRGGBB`. */
export function colorArgument(value: Given<string>): string {
  const text = textArgument(value);
  const [, digits] = COLOR.exec(NAMED[text.toLowerCase()] ?? text) ?? [];
  if (digits === undefined) {
    throw new HostError('InvalidArgument', `"${text}" is not a colour: use one such as #0F6C5C.`);
  }
  return `#${digits.toUpperCase()}`;
}

export const ChartFillClass: ServedClass<'ChartFill'> = {
  reads: { getSolidColor: (target) => partOf(target).color ?? '' },
  writes: {
    setSolidColor: (target, color) => {
      const given = colorArgument(color);
      changePart(target, () => ({ color: given }));
    },
    clear: (target) => changePart(target, () => ({ isNone: true as const })),
  },
};

const LINE = {
  color: member<LineLook, 'color', string, ''>('color', colorArgument, ''),
  weight: member<LineLook, 'weight', number, number>('weight', numberArgument, USUAL_WEIGHT),
};
type LineStyle = NonNullable<LineLook['style']>;
const LINE_STYLE = {
  get: (target: ChartPartTarget<LineLook>): LineStyle => partOf(target).style ?? 'Automatic',
  set: (target: ChartPartTarget<LineLook>, value: Given<LineStyle>): void => {
    const style = wordArgument(value, LINE_STYLES);
    changePart(target, (line) => ({ ...line, style }));
  },
};

export const ChartLineFormatClass: ServedClass<'ChartLineFormat'> = {
  scalars: { ...LINE, lineStyle: LINE_STYLE },
  writes: { clear: (target) => changePart(target, () => ({ style: 'None' as const })) },
};

export const ChartBorderClass: ServedClass<'ChartBorder'> = {
  scalars: { ...LINE, lineStyle: LINE_STYLE },
  writes: { clear: (target) => changePart(target, () => ({ style: 'None' as const })) },
};

export const ChartFontClass: ServedClass<'ChartFont'> = {
  scalars: {
    bold: member('bold', booleanArgument, false),
    italic: member('italic', booleanArgument, false),
    color: member('color', colorArgument, AUTOMATIC_TEXT),
    size: member('size', numberArgument, USUAL_SIZE),
  },
};

export const ChartAreaFormatClass: ServedClass<'ChartAreaFormat'> = {
  objects: {
    fill: (target) => object('ChartFill', { ...target, part: within(target.part, 'fill') }),
    border: (target) => object('ChartBorder', { ...target, part: within(target.part, 'line') }),
    font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }),
  },
};

export const ChartSeriesFormatClass: ServedClass<'ChartSeriesFormat'> = {
  objects: {
    fill: (target) => object('ChartFill', { ...target, part: within(target.part, 'fill') }),
    line: (target) => object('ChartLineFormat', { ...target, part: within(target.part, 'line') }),
  },
};

export const ChartPointFormatClass: ServedClass<'ChartPointFormat'> = {
  objects: { fill: (target) => object('ChartFill', { ...target, part: within(target.part, 'fill') }) },
};

export const ChartTitleFormatClass: ServedClass<'ChartTitleFormat'> = {
  objects: { font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }) },
};

export const ChartAxisTitleFormatClass: ServedClass<'ChartAxisTitleFormat'> = {
  objects: { font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }) },
};

export const ChartLegendFormatClass: ServedClass<'ChartLegendFormat'> = {
  objects: { font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }) },
};

export const ChartDataLabelFormatClass: ServedClass<'ChartDataLabelFormat'> = {
  objects: { font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }) },
};

export const ChartAxisFormatClass: ServedClass<'ChartAxisFormat'> = {
  objects: {
    font: (target) => object('ChartFont', { ...target, part: within(target.part, 'font') }),
    line: (target) => object('ChartLineFormat', { ...target, part: within(target.part, 'line') }),
  },
};

export const ChartGridlinesFormatClass: ServedClass<'ChartGridlinesFormat'> = {
  objects: { line: (target) => object('ChartLineFormat', { ...target, part: within(target.part, 'gridline') }) },
};
