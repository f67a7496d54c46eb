import { MONTHS_IN_YEAR } from '../calendar/month';
import { Decimal, divide, ONE, Quotient, sum, ZERO } from '../money/decimal';
import { exponential, naturalLog } from './elementary';
import { FORECAST_METHODS, type AskedMethod, type ForecastMethod } from './forecast-words';

/*
 * Forecasts of a series of numbers, one a month, without a gap; the earliest first.
 */

/** The months that a forecast needs, and those of which a mean is taken. */
export const SHORTEST_SERIES = 3;
const MEAN_OF = 3;

/** How a method forecasts. */
interface Forecaster {
  /** Whether it can forecast this series. */
  fits(series: readonly Decimal[]): boolean;
  /** Values for so many months after the series. */
  after(series: readonly Decimal[], months: number): Decimal[];
  /** What it would have said of each month that it could forecast, by its place in the series, from those before it. */
  before(series: readonly Decimal[]): Map<number, Decimal>;
}

const FORECASTERS: Readonly<Record<ForecastMethod, Forecaster>> = {
  last: {
    fits: () => true,
    after: (series, months) => repeated(series.at(-1) ?? ZERO, months),
    before: (series) => eachFrom(SHORTEST_SERIES, series, (at) => series[at - 1] ?? ZERO),
  },
  mean: {
    fits: () => true,
    after: (series, months) => repeated(meanOf(series.slice(-MEAN_OF)), months),
    before: (series) => eachFrom(SHORTEST_SERIES, series, (at) => meanOf(series.slice(at - MEAN_OF, at))),
  },
  linear: {
    fits: () => true,
    after: (series, months) => monthsAfter(series, months, lineThrough(series)),
    before: (series) => {
      const sums = runningSums(series);
      return eachFrom(SHORTEST_SERIES, series, (at) => lineOf(at, sums[at - 1] ?? NO_SUMS)(new Decimal(at + 1)));
    },
  },
  growth: {
    fits: (series) => series.every((value) => value.greaterThan(ZERO)),
    after: (series, months) => {
      const line = lineThrough(series.map((value) => new Decimal(Quotient.ln(value))));
      return monthsAfter(series, months, (at) => new Decimal(Quotient.exp(line(at))));
    },
    before: growthBefore,
  },
  seasonal: {
    fits: (series) => series.length >= MONTHS_IN_YEAR,
    after: (series, months) =>
      Array.from({ length: months }, (_, ahead) => series.at((ahead % MONTHS_IN_YEAR) - MONTHS_IN_YEAR) ?? ZERO),
    before: (series) => eachFrom(MONTHS_IN_YEAR, series, (at) => series[at - MONTHS_IN_YEAR] ?? ZERO),
  },
};

/** What a method would have missed, had it forecast each month from the 4th on from those before it. */
export interface MethodErrors {
  readonly method: ForecastMethod;
  /** One for each month that it can forecast. */
  readonly errors: readonly Decimal[];
  /** Null: it can forecast none of them. */
  readonly meanAbsolute: Decimal | null;
}

/** A forecast, and where it lies with a probability of 80 %. */
export interface Forecasted {
  readonly method: ForecastMethod;
  readonly values: readonly { readonly value: Decimal; readonly low: Decimal | null; readonly high: Decimal | null }[];
  /** Of each method that can forecast the series. */
  readonly tried: readonly MethodErrors[];
}

/**
 * Forecasts the months after a series of at least three. `auto` takes the method with the smallest mean absolute error, of equals the
 * simpler one.
 *
 * @returns null if the method that is named cannot forecast the series
 */
export function forecastSeries(series: readonly Decimal[], months: number, asked: AskedMethod): Forecasted | null {
  const tried = FORECAST_METHODS.filter((method) => FORECASTERS[method].fits(series)).map((method) =>
    errorsOf(method, series),
  );
  const best = asked === 'auto' ? bestOf(tried) : tried.find(({ method }) => method === asked);
  if (best === undefined) {
    return null;
  }
  const values = FORECASTERS[best.method].after(series, months);
  const halfWidth = bandOf(best.errors);
  return {
    method: best.method,
    values: values.map((value, at) => {
      const half = halfWidth?.times(new Decimal(Quotient.sqrt(at + 1))) ?? null;
      return { value, low: half && value.minus(half), high: half && value.plus(half) };
    }),
    tried,
  };
}

function errorsOf(method: ForecastMethod, series: readonly Decimal[]): MethodErrors {
  const errors = [...FORECASTERS[method].before(series)].map(([at, value]) => (series[at] ?? ZERO).minus(value));
  return { method, errors, meanAbsolute: errors.length === 0 ? null : meanOf(errors.map((error) => error.abs())) };
}

function bestOf(tried: readonly MethodErrors[]): MethodErrors | undefined {
  return tried.reduce<MethodErrors | undefined>((best, candidate) => {
    if (best === undefined) {
      return candidate;
    }
    const [least, error] = [best.meanAbsolute, candidate.meanAbsolute];
    return error !== null && (least === null || error.lessThan(least)) ? candidate : best;
  }, undefined);
}

function meanOf(values: readonly Decimal[]): Decimal {
  return divide(sum(values), new Decimal(values.length));
}

function repeated(value: Decimal, months: number): Decimal[] {
  return Array.from({ length: months }, () => value);
}

function monthsAfter(series: readonly Decimal[], months: number, value: (at: Decimal) => Decimal): Decimal[] {
  return Array.from({ length: months }, (_, ahead) => value(new Decimal(series.length + ahead + 1)));
}

function eachFrom(first: number, series: readonly Decimal[], value: (at: number) => Decimal): Map<number, Decimal> {
  return new Map(series.flatMap((_, at): [number, Decimal][] => (at < first ? [] : [[at, value(at)]])));
}

/** The sums of a series' values, and of each value times its place, which begins at 1. */
interface Sums {
  readonly values: Decimal;
  readonly moments: Decimal;
}

const NO_SUMS: Sums = { values: ZERO, moments: ZERO };

/** The sums up to each place. */
function runningSums(series: readonly Decimal[]): Sums[] {
  let sums = NO_SUMS;
  return series.map((value, at) => {
    sums = { values: sums.values.plus(value), moments: sums.moments.plus(value.times(at + 1)) };
    return sums;
  });
}

/** The straight line through points at 1, 2, 3, ... that misses them least, by the sum of squares. */
function lineThrough(series: readonly Decimal[]): (at: Decimal) => Decimal {
  return lineOf(series.length, runningSums(series).at(-1) ?? NO_SUMS);
}

function lineOf(length: number, { values, moments }: Sums): (at: Decimal) => Decimal {
  const count = new Decimal(length);
  const middle = count.plus(ONE).times(HALF);
  const mean = divide(values, count);
  // The squares of the distances from the middle of 1 to n come to n(n^2 - 1)/12.
  const slope = divide(moments.minus(middle.times(values)).times(12), count.times(count.times(count).minus(ONE)));
  return (at) => mean.plus(slope.times(at.minus(middle)));
}

const HALF = new Decimal(0.5);

/**
 * What growth would have said, in doubles: logarithms to 34 digits take a thousand times as long, and what these forecasts missed need
 * not be known to the last digit. Nothing of a month for which no double is large enough.
 */
function growthBefore(series: readonly Decimal[]): Map<number, Decimal> {
  const logarithms = series.map((value) => naturalLog(value.toNumber()));
  let values = 0;
  let moments = 0;
  return new Map(
    series.flatMap((_, at): [number, Decimal][] => {
      const slope = (12 * (moments - ((at + 1) / 2) * values)) / (at * (at * at - 1));
      const found = exponential(values / at + slope * ((at + 1) / 2));
      values += logarithms[at] ?? 0;
      moments += (logarithms[at] ?? 0) * (at + 1);
      return at < SHORTEST_SERIES || !Number.isFinite(found) ? [] : [[at, new Decimal(found)]];
    }),
  );
}

/**
 * Half the width of the 80 % band of the next month: the root of the mean square of the errors, times the 90 % quantile of Student's t
 * for as many. Null without an error to tell from. For later months it widens with the root of the distance.
 */
function bandOf(errors: readonly Decimal[]): Decimal | null {
  if (errors.length === 0) {
    return null;
  }
  const squares = divide(sum(errors.map((error) => error.times(error))), new Decimal(errors.length));
  return new Decimal(Quotient.sqrt(squares)).times(quantileOfT(errors.length));
}

/** The 90 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const QUANTILES = (
  '3.07768 1.88562 1.63774 1.53321 1.47588 1.43976 1.41492 1.39682 1.38303 1.37218 1.36343 1.35622 1.35017 1.34503 1.34061 ' +
  '1.33676 1.33338 1.33039 1.32773 1.32534 1.32319 1.32124 1.31946 1.31784 1.31635 1.31497 1.3137 1.31253 1.31143 1.31042'
)
  .split(' ')
  .map(Number);

function quantileOfT(freedom: number): number {
  // Beyond the table by the expansion about the normal distribution's 1.28155.
  const z = 1.2815515655446004;
  const beyond = z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
  return QUANTILES[freedom - 1] ?? beyond;
}
