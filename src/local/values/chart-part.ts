/**
 * A part of a chart: how it is found, and put back.
 */
import type { ChartContent } from './chart';

/** How a part is found in a chart, and a chart made with another in its place. */
export interface Part<T> {
  readonly get: (chart: ChartContent) => T;
  readonly put: (chart: ChartContent, part: T) => ChartContent;
}

/** The whole chart. */
export const WHOLE: Part<ChartContent> = { get: (chart) => chart, put: (_chart, part) => part };

/** A part of a part. */
export function within<T extends object, K extends keyof T>(whole: Part<T>, key: K): Part<T[K]> {
  return {
    get: (chart) => whole.get(chart)[key],
    put: (chart, part) => whole.put(chart, { ...whole.get(chart), [key]: part }),
  };
}
