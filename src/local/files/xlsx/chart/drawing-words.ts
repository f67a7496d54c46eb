/**
 * What the chart's words here are in a file: types, lines, places, each way.
 */
import type { ChartContent, ChartType, LABEL_POSITIONS, LineLook, MARKER_STYLES } from '../../../values/chart';

/** Pairs of a word here and one in files. */
export type Words<W extends string> = readonly (readonly [here: W, inFile: string])[];

/** The word in files; the first of the list where there is none. */
export function inFile<W extends string>(words: Words<W>, here: W): string {
  return words.find(([word]) => word === here)?.[1] ?? words[0]?.[1] ?? '';
}

/** The word here; undefined if a file has another. */
export function here<W extends string>(words: Words<W>, found: string | undefined): W | undefined {
  return words.find(([, word]) => word === found)?.[0];
}

export const LEGEND_PLACES: Words<ChartContent['legend']['position']> = [
  ['Bottom', 'b'],
  ['Top', 't'],
  ['Left', 'l'],
  ['Right', 'r'],
  ['Corner', 'tr'],
];

export const DASHES: Words<NonNullable<LineLook['style']>> = [
  ['Continuous', 'solid'],
  ['Dash', 'dash'],
  ['DashDot', 'dashDot'],
  ['DashDotDot', 'lgDashDotDot'],
  ['Dot', 'sysDash'],
  ['RoundDot', 'sysDot'],
];

export const MARKERS: Words<(typeof MARKER_STYLES)[number]> = [
  ['Automatic', 'auto'],
  ['None', 'none'],
  ['Square', 'square'],
  ['Diamond', 'diamond'],
  ['Triangle', 'triangle'],
  ['X', 'x'],
  ['Star', 'star'],
  ['Dot', 'dot'],
  ['Dash', 'dash'],
  ['Circle', 'circle'],
  ['Plus', 'plus'],
];

export const LABEL_PLACES: Words<(typeof LABEL_POSITIONS)[number]> = [
  ['Center', 'ctr'],
  ['InsideEnd', 'inEnd'],
  ['InsideBase', 'inBase'],
  ['OutsideEnd', 'outEnd'],
  ['Left', 'l'],
  ['Right', 'r'],
  ['Top', 't'],
  ['Bottom', 'b'],
  ['BestFit', 'bestFit'],
];

/** Excel repairs a file that has labels if charts of that type cannot have them. */
export function mayHaveLabelsAt(type: ChartType, place: (typeof LABEL_POSITIONS)[number]): boolean {
  if (/^(?:Column|Bar)/.test(type)) {
    return ['Center', 'InsideEnd', 'InsideBase'].includes(place) || (place === 'OutsideEnd' && /Clustered/.test(type));
  }
  if (type.startsWith('Line')) {
    return ['Center', 'Left', 'Right', 'Top', 'Bottom'].includes(place);
  }
  return type === 'Pie' && ['Center', 'InsideEnd', 'OutsideEnd', 'BestFit'].includes(place);
}

export const TICK_LABELS: Words<ChartContent['valueAxis']['tickLabels']> = [
  ['NextToAxis', 'nextTo'],
  ['High', 'high'],
  ['Low', 'low'],
  ['None', 'none'],
];

export const TICKS: Words<ChartContent['valueAxis']['tickMarks']> = [
  ['None', 'none'],
  ['Cross', 'cross'],
  ['Inside', 'in'],
  ['Outside', 'out'],
];

export const BLANK_WORDS: Words<ChartContent['blanks']> = [
  ['NotPlotted', 'gap'],
  ['Zero', 'zero'],
  ['Interplotted', 'span'],
];

/** EMU, the unit of drawings. */
export const EMU_PER_PX = 9_525;
export const EMU_PER_POINT = 12_700;
