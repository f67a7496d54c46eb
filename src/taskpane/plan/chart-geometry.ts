import type { PlanMonth } from '../contract/plan-services';

/** The drawing's own units; the pane stretches it to its width. */
export const CHART = { width: 288, height: 132, top: 8, bottom: 8 } as const;

/** A column from the line of 0 to an amount. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a month is drawn. */
export interface DrawnMonth {
  readonly month: string;
  readonly actual: Column | null;
  readonly forecast: Column | null;
  /** Upright, in the middle of the column. */
  readonly band: { readonly x: number; readonly top: number; readonly bottom: number } | null;
  /** Level, over the width of the month. */
  readonly budget: { readonly from: number; readonly to: number; readonly y: number } | null;
}

export interface DrawnChart {
  readonly zero: number;
  readonly months: readonly DrawnMonth[];
}

/** Where each month's amounts lie in the drawing, the largest at its top. */
export function drawnChart(months: readonly PlanMonth[]): DrawnChart {
  const sizes = months.flatMap(({ actual, forecast, band, budget }) =>
    [actual, forecast, band?.low, band?.high, budget].flatMap((amount) => amount?.size ?? []),
  );
  const [least, most] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const extent = most - least === 0 ? 1 : most - least;
  const inner = CHART.height - CHART.top - CHART.bottom;
  const y = (size: number): number => CHART.top + (inner * (most - size)) / extent;
  const step = CHART.width / Math.max(1, months.length);
  const width = step * 0.64;
  return {
    zero: y(0),
    months: months.map(({ month, actual, forecast, band, budget }, at) => {
      const left = at * step;
      const column = (size: number): Column => ({
        x: left + (step - width) / 2,
        y: Math.min(y(size), y(0)),
        width,
        height: Math.abs(y(size) - y(0)),
      });
      return {
        month,
        actual: actual === null ? null : column(actual.size),
        forecast: forecast === null ? null : column(forecast.size),
        band: band === null ? null : { x: left + step / 2, top: y(band.high.size), bottom: y(band.low.size) },
        budget: budget === null ? null : { from: left, to: left + step, y: y(budget.size) },
      };
    }),
  };
}
