import { exponential, naturalLog } from '../../../src/domain/figures/elementary';
import { forecastSeries } from '../../../src/domain/figures/forecast-method';
import type { AskedMethod, ForecastMethod } from '../../../src/domain/figures/forecast-words';
import { Decimal } from '../../../src/domain/money/decimal';

const series = (values: readonly number[]): Decimal[] => values.map((value) => new Decimal(value));
const forecast = (values: readonly number[], method: AskedMethod, months = 1): string[] | null =>
  forecastSeries(series(values), months, method)?.values.map(({ value }) => value.toSignificantDigits(12).toString()) ??
  null;
const chosen = (values: readonly number[]): ForecastMethod | undefined =>
  forecastSeries(series(values), 1, 'auto')?.method;

/** The same numbers on every machine (Park and Miller's minimal standard). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Excel's FORECAST.LINEAR(x, values, 1..n) by its definition, in doubles. */
function forecastLinear(values: readonly number[], x: number): number {
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const xs = values.map((_, at) => at + 1);
  const [meanX, meanY] = [mean(xs), mean(values)];
  const above = values.reduce((total, y, at) => total + ((xs[at] ?? 0) - meanX) * (y - meanY), 0);
  const below = xs.reduce((total, each) => total + (each - meanX) ** 2, 0);
  const slope = above / below;
  return meanY - slope * meanX + slope * x;
}

/** Excel's GROWTH: the exponential of the line through the logarithms. */
function growth(values: readonly number[], x: number): number {
  return Math.exp(forecastLinear(values.map(Math.log), x));
}

it('logarithm and exponential agree with those of the language to 14 digits', () => {
  const random = randomNumbers(3);
  for (let run = 0; run < 2000; run += 1) {
    const value = 10 ** (24 * random() - 12);
    expect(Math.abs(naturalLog(value) - Math.log(value))).toBeLessThanOrEqual(
      1e-14 * Math.max(1, Math.abs(Math.log(value))),
    );
    const power = 80 * (random() - 0.5);
    expect(Math.abs(exponential(power) / Math.exp(power) - 1)).toBeLessThanOrEqual(1e-14);
  }
  expect([naturalLog(1), exponential(0)]).toEqual([0, 1]);
});

it('logarithms of what is no number above 0 are those of the language', () => {
  for (const value of [Infinity, 0, -0, -1, NaN]) {
    expect(naturalLog(value)).toBe(Math.log(value));
  }
  expect(naturalLog(Number.MIN_VALUE)).toBeCloseTo(Math.log(Number.MIN_VALUE), 10);
  expect(naturalLog(Number.MAX_VALUE)).toBeCloseTo(Math.log(Number.MAX_VALUE), 10);
});

it.each(['1e400', '1e-400', '1e300'])(
  'growth of amounts such as %s is told, without what it would have missed if no double holds that',
  (text) => {
    const amounts = [
      new Decimal(1),
      new Decimal(1),
      new Decimal(1),
      new Decimal(text),
      new Decimal(text),
      new Decimal(1),
    ];
    const found = forecastSeries(amounts, 1, 'growth');
    expect(found?.values[0]?.value.isFinite()).toBe(true);
    expect(found?.tried.flatMap(({ errors }) => errors).every((error) => error.isFinite())).toBe(true);
    expect(forecastSeries(amounts, 1, 'auto')).not.toBeNull();
  },
);

describe('a forecast', () => {
  it.each<[AskedMethod, string[]]>([
    ['last', ['200', '200']],
    ['mean', ['180', '180']],
    ['linear', ['220', '240']],
    ['auto', ['220', '240']],
  ])('by %s of 100, 120, ... 200', (method, expected) => {
    expect(forecast([100, 120, 140, 160, 180, 200], method, 2)).toEqual(expected);
  });

  it('by growth of what doubles goes on doubling', () => {
    expect(forecast([1, 2, 4, 8], 'growth', 3)).toEqual(['16', '32', '64']);
    expect(chosen([1, 2, 4, 8, 16])).toBe('growth');
  });

  it('by season is what the same month was, a year and two before', () => {
    const year = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    expect(forecast(year, 'seasonal', 14)).toEqual([...year, 5, 6].map(String));
    expect(forecast(year.slice(1), 'seasonal')).toBeNull();
    const seasons = [1, 50, 3, 90, 5, 2, 70, 8, 4, 60, 9, 30];
    expect(chosen([...seasons, ...seasons])).toBe('seasonal');
  });

  it('by growth needs amounts above 0, and auto passes it by where they are not', () => {
    expect(forecast([1, 0, 2], 'growth')).toBeNull();
    expect(chosen([5, 0, 5, 0, 5])).not.toBe('growth');
  });

  it('takes the simplest method where all miss as little, and where nothing can be compared', () => {
    expect(chosen([7, 7, 7, 7, 7])).toBe('last');
    expect(chosen([1, 2, 3])).toBe('last');
  });

  it('has no band where no month could be forecast, and else one that widens with the root of the distance', () => {
    expect(forecastSeries(series([1, 2, 3]), 1, 'linear')?.values[0]).toMatchObject({ low: null, high: null });
    const values = forecastSeries(series([10, 12, 10, 12]), 4, 'last')?.values ?? [];
    // One error of 2, and 3.07768 for one degree of freedom.
    expect(values.map(({ low, high }) => [low?.toFixed(5), high?.toFixed(5)])).toEqual([
      ['5.84464', '18.15536'],
      [new Decimal(12 - 6.15536 * Math.SQRT2).toFixed(5), new Decimal(12 + 6.15536 * Math.SQRT2).toFixed(5)],
      [new Decimal(12 - 6.15536 * Math.sqrt(3)).toFixed(5), new Decimal(12 + 6.15536 * Math.sqrt(3)).toFixed(5)],
      ['-0.31072', '24.31072'],
    ]);
  });

  it('agrees with FORECAST.LINEAR and GROWTH to 12 digits', () => {
    const random = randomNumbers(20241118);
    for (let run = 0; run < 200; run += 1) {
      const values = Array.from(
        { length: 3 + Math.floor(random() * 40) },
        () => Math.round(1e6 * (0.5 + random())) / 100,
      );
      const ahead = 1 + Math.floor(random() * 12);
      for (const [method, known] of [
        ['linear', forecastLinear],
        ['growth', growth],
      ] as const) {
        const ours = forecastSeries(series(values), ahead, method)?.values[ahead - 1]?.value.toNumber() ?? NaN;
        const theirs = known(values, values.length + ahead);
        expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-12 * Math.abs(theirs));
      }
    }
  });

  it('has the next month in its 80 % band 75 to 85 times of 100, on 1,000 random walks of 36 months', () => {
    const random = randomNumbers(7);
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    let held = 0;
    for (let walk = 0; walk < 1000; walk += 1) {
      const values = [10_000];
      while (values.length < 37) {
        values.push(Math.round(100 * ((values.at(-1) ?? 0) + 300 * normal())) / 100);
      }
      const next = values.pop() ?? 0;
      const [band] = forecastSeries(series(values), 1, 'auto')?.values ?? [];
      held += Number(band?.low?.lessThanOrEqualTo(next) === true && band.high?.greaterThanOrEqualTo(next) === true);
    }
    expect(held).toBeGreaterThanOrEqual(750);
    expect(held).toBeLessThanOrEqual(850);
  });
});
