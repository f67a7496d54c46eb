import fc from 'fast-check';
import { presentValue } from '../../../src/domain/cash-flow/cash-flow';
import { Decimal, toDouble } from '../../../src/domain/money/decimal';
import { internalRates } from '../../../src/domain/cash-flow/internal-rate';
import { greatestCommonDivisor } from '../../../src/domain/cash-flow/polynomial';
import { Problem } from '../../../src/domain/messages/problem';

type Flows = readonly (number | string)[];

const decimals = (numbers: Flows): Decimal[] => numbers.map((number) => new Decimal(number));
const rates = (...flows: Flows): string[] => internalRates(decimals(flows)).map((rate) => rate.toString());
const doubles = (...flows: Flows): number[] => internalRates(decimals(flows)).map(toDouble);

/** Coefficients of the product of two polynomials. */
function product(first: readonly Decimal[], second: readonly Decimal[]): Decimal[] {
  const result = Array.from({ length: first.length + second.length - 1 }, () => new Decimal(0));
  first.forEach((a, i) =>
    second.forEach((b, j) => (result[i + j] = (result[i + j] ?? new Decimal(0)).plus(a.times(b)))),
  );
  return result;
}

/** Flows with exactly these rates: the product of (1 + rate) x - 1, one factor for each. */
function flowsWithRates(chosen: readonly (number | string)[]): Decimal[] {
  return chosen
    .map((rate) => [new Decimal(-1), new Decimal(rate).plus(1)])
    .reduce<Decimal[]>(product, [new Decimal(1)]);
}

/** The sum of flow_t (1 + rate)^(last - t), exact: the present value times a positive factor. */
function futureValue(flows: readonly Decimal[], rate: Decimal): Decimal {
  return flows.reduce((total, flow) => total.times(rate.plus(1)).plus(flow), new Decimal(0));
}

/** A generator with a fixed start, so that long series are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

describe('internal rate of return, flows that change their sign once', () => {
  it('is 10 % for 100 that return 110', () => {
    expect(rates(-100, 110)).toEqual(['0.1']);
  });

  // 60 x^2 + 60 x - 100 = 0, so x = (-3 + sqrt(69)) / 6 and r = 1/x - 1 = (sqrt(69) - 7) / 10.
  it('is (sqrt(69) - 7) / 10 for 100 that return 60 twice', () => {
    const expected = Decimal.clone({ precision: 34 }).sqrt(69).minus(7).div(10);
    const [rate] = internalRates(decimals([-100, 60, 60]));
    expect(rate?.minus(expected).abs().lessThan('1e-33')).toBe(true);
  });

  // The annuity factor (1 - (1 + r)^-12) / r has to be 10.
  it('is the rate at which 12 times 100 are worth 1,000', () => {
    const [rate = new Decimal(0)] = internalRates(decimals([-1000, ...Array<number>(12).fill(100)]));
    const annuity = new Decimal(1).minus(rate.plus(1).pow(-12)).div(rate);
    expect(annuity.minus(10).abs().lessThan('1e-30')).toBe(true);
    expect(toDouble(rate)).toBeCloseTo(0.0292285, 7);
  });

  // Excel's documentation of IRR: 8.7 % after five years, -2.1 % after four, -44.4 % after two.
  it("agrees with the examples in Excel's documentation", () => {
    expect(doubles(-70000, 12000, 15000, 18000, 21000, 26000)).toEqual([expect.closeTo(0.08663094803653162, 16)]);
    expect(doubles(-70000, 12000, 15000, 18000, 21000)[0]).toBeCloseTo(-0.021, 3);
    expect(doubles(-70000, 12000, 15000)[0]).toBeCloseTo(-0.444, 3);
  });

  it.each([
    ['a negative rate', [-100, 50], ['-0.5']],
    ['a rate of 0', [-100, 60, 40], ['0']],
    ['a rate of 100 %, met exactly by bisection', [-1, 2], ['1']],
    ['a loan, which is an investment seen from the other side', [100, -110], ['0.1']],
    ['a third, which no decimal holds', [-3, 4], ['0.3333333333333333333333333333333333']],
    ['amounts in the smallest and largest doubles', [-1e-300, 1.1e-300], ['0.1']],
    ['the largest amounts', [-1e308, 1.5e308], ['0.5']],
  ] as [string, Flows, string[]][])('finds %s', (_, flows, expected) => {
    expect(rates(...flows)).toEqual(expected);
  });

  it('keeps its digits near 0 and near -1', () => {
    expect(rates(-1, '1.00000000000000000001')).toEqual(['0.00000000000000000001']);
    expect(rates(-1, '0.99999999999999999999')).toEqual(['-0.00000000000000000001']);
    expect(rates(-1, '1e-20')).toEqual(['-0.99999999999999999999']);
    expect(
      internalRates(decimals([-1, '1e-300']))[0]
        ?.plus(1)
        .toString(),
    ).toBe(new Decimal('1e-300').toString());
  });

  it('ends below 10^6, that rate excluded', () => {
    expect(rates(-1, '1000000.5')).toEqual(['999999.5']);
    expect(rates(-1, '1000000.9999999999999999999')).toEqual(['999999.9999999999999999999']);
    expect(rates(-1, 1000001)).toEqual([]);
    expect(rates(-1, '1000001.0000000000000000001')).toEqual([]);
    expect(rates(-1, '1e300')).toEqual([]);
  });
});

describe('internal rate of return, flows for which none is defined', () => {
  it.each([[[]], [[0]], [[0, 0, 0]], [[5]], [[-5]], [[0, 0, -5, 0]], [[1, 2, 3]], [[-1, 0, -2]]])(
    'is none for %j',
    (flows) => {
      expect(rates(...flows)).toEqual([]);
    },
  );

  // 1 - x + x^2 has the discriminant -3.
  it('is none where the signs change but no real rate exists', () => {
    expect(rates(1, -1, 1)).toEqual([]);
  });

  // (1 - x)^2 + 1e-18 is never 0, though by a hair.
  it('is none where the present value only comes close to 0', () => {
    expect(rates('1.000000000000000001', -2, 1)).toEqual([]);
  });
});

describe('internal rates of return, several', () => {
  // 10000 x^2 - 10000 x + 1600 = 0 has the roots x = 0.8 and 0.2.
  it('are 25 % and 400 % for the pump of -1600, 10000, -10000', () => {
    expect(rates(-1600, 10000, -10000)).toEqual(['0.25', '4']);
  });

  it.each([
    [['0.1', '0.2', '0.3']],
    [['-0.9', '-0.5', '0', '0.5', '1', '3']],
    [['-0.999999', '999999']],
    [['0.1', '0.1000001', '0.1000002', '0.10000021', '7']],
    [['-0.000000000000000001', '0', '0.000000000000000001']],
  ])('are those from which the flows were built: %j', (chosen) => {
    expect(internalRates(flowsWithRates(chosen)).map((rate) => rate.toFixed())).toEqual(chosen);
  });

  // The 34th digit is a tie: to even, up and down.
  it.each([
    ['0.10000000000000000000000000000000015', '0.1000000000000000000000000000000002'],
    ['0.10000000000000000000000000000000025', '0.1000000000000000000000000000000002'],
    ['-0.30000000000000000000000000000000075', '-0.3000000000000000000000000000000008'],
  ])('are rounded half to even: %s', (exact, rounded) => {
    expect(internalRates(flowsWithRates([exact, '2', '3'])).map(String)).toEqual([rounded, '2', '3']);
  });

  it('name a repeated rate once', () => {
    expect(rates(1, '-2.2', '1.21')).toEqual(['0.1']);
    expect(rates(1, -3, 3, -1)).toEqual(['0']);
    expect(rates(1, -4, 4)).toEqual(['1']);
    expect(rates(-4, 4, -1)).toEqual(['-0.5']);
    const chosen = ['-0.5', '-0.5', '0', '0', '0.1', '0.1', '0.1', '0.1', '7'];
    expect(internalRates(flowsWithRates(chosen)).map(String)).toEqual(['-0.5', '0', '0.1', '7']);
  });

  // (1.1 x - 1)^2 = 1e-18, so 1.1 x = 1 -+ 1e-9.
  it('tell rates apart that differ in the ninth digit', () => {
    const found = internalRates(decimals([new Decimal(1).minus('1e-18').toString(), '-2.2', '1.21']));
    expect(found.map(toDouble)).toEqual(
      [1.1 / (1 + 1e-9) - 1, 1.1 / (1 - 1e-9) - 1].map((rate) => expect.closeTo(rate, 15)),
    );
  });

  it('leave out those from 10^6 on', () => {
    expect(internalRates(flowsWithRates(['0.1', '0.2', '1000000'])).map(String)).toEqual(['0.1', '0.2']);
    expect(internalRates(flowsWithRates(['0.1', '999999.999', '1000000.001'])).map(String)).toEqual([
      '0.1',
      '999999.999',
    ]);
  });

  it('are found where 100 of them are 10^-7 apart', () => {
    const chosen = Array.from({ length: 100 }, (_, index) =>
      new Decimal('0.1').plus(new Decimal(index).div(1e7)).toString(),
    );
    expect(internalRates(flowsWithRates(chosen)).map(String)).toEqual(chosen);
  });

  it('do not see zeros before the first flow or after the last', () => {
    expect(rates(0, 0, -1600, 10000, -10000, 0)).toEqual(['0.25', '4']);
  });
});

describe('internal rates, properties', () => {
  const cents = fc.integer({ min: -10_000, max: 10_000 }).map((value) => new Decimal(value).div(100));
  const series = fc.array(cents, { minLength: 1, maxLength: 9 });
  const chosenRate = fc.integer({ min: -990, max: 5000 }).map((permille) => new Decimal(permille).div(1000));

  it('are exactly those from which random flows are built, in the presence of complex roots', () => {
    const complexPairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 20 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(chosenRate, { minLength: 1, maxLength: 7 }), complexPairs, (chosen, pairs) => {
        const real = flowsWithRates(chosen.map(String));
        // (x - a)^2 + b with b > 0 has no real root.
        const flows = pairs.map(([a, b]) => decimals([a * a + b, -2 * a, 1])).reduce<Decimal[]>(product, real);
        const distinct = [...new Map(chosen.map((rate) => [rate.toString(), rate])).values()].sort((a, b) =>
          a.comparedTo(b),
        );
        expect(internalRates(flows).map(String)).toEqual(distinct.map(String));
      }),
    );
  });

  it('are as many as a Sturm sequence counts', () => {
    fc.assert(
      fc.property(series, (flows) => {
        expect(internalRates(flows)).toHaveLength(countBySturm(flows));
      }),
      { numRuns: 500 },
    );
  });

  it('are where the present value changes its sign, within one unit of the 33rd digit', () => {
    fc.assert(
      fc.property(series, (flows) => {
        for (const rate of internalRates(flows)) {
          const step = rate.isZero() ? new Decimal('1e-33') : rate.abs().times('1e-33');
          const [below, above] = [futureValue(flows, rate.minus(step)), futureValue(flows, rate.plus(step))];
          expect(below.isNegative()).not.toBe(above.isNegative());
        }
      }),
    );
  });

  it('have the nearest double: the present value changes its sign within half a unit of its last place', () => {
    fc.assert(
      fc.property(series, (flows) => {
        for (const rate of internalRates(flows)) {
          const double = toDouble(rate);
          if (double === 0) {
            continue;
          }
          const lastPlace = Math.floor(Math.log2(Math.abs(double))) - 52;
          const units = new Decimal(double * 2 ** -lastPlace);
          const [below, above] = ['-0.5', '0.5'].map((half) =>
            units.plus(half).times(new Decimal(2).pow(lastPlace)),
          ) as [Decimal, Decimal];
          expect(futureValue(flows, below).isNegative()).not.toBe(futureValue(flows, above).isNegative());
        }
      }),
    );
  });

  it('make the present value 0 to the accuracy of its factors', () => {
    fc.assert(
      fc.property(series, (flows) => {
        for (const rate of internalRates(flows)) {
          const scale = presentValue(
            flows.map((flow) => flow.abs()),
            rate,
          );
          expect(presentValue(flows, rate).abs().lessThanOrEqualTo(scale.times('1e-28'))).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the unit or the sign of the amounts', () => {
    const factor = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((value) => value !== 0);
    fc.assert(
      fc.property(series, factor, (flows, unit) => {
        expect(internalRates(flows.map((flow) => flow.times(unit))).map(String)).toEqual(
          internalRates(flows).map(String),
        );
      }),
    );
  });

  it('turn r into 1/(1 + r) - 1 where the flows are reversed', () => {
    fc.assert(
      fc.property(series, (flows) => {
        const reversed = internalRates([...flows].reverse()).map((rate) => new Decimal(1).div(rate.plus(1)).minus(1));
        const expected = internalRates(flows).map((rate) => expect.closeTo(toDouble(rate), 9));
        expect(reversed.reverse().map(toDouble)).toEqual(expected);
      }),
    );
  });
});

describe('internal rates, long series', () => {
  const noise = (count: number, seed: number): Decimal[] => {
    const next = numbersFrom(seed);
    return Array.from({ length: count }, () => new Decimal(Math.round((next() - 0.5) * 1e6)).div(100));
  };

  it('find the one rate of 1,000 conventional flows', () => {
    const flows = [new Decimal(-1_000_000), ...noise(999, 1).map((flow) => flow.abs())];
    expect(internalRates(flows)).toHaveLength(1);
  });

  it('find 20 different rates', () => {
    const chosen = Array.from({ length: 20 }, (_, index) => new Decimal(index - 10).div(20).toString());
    const flows = flowsWithRates(chosen);
    expect(internalRates(flows).map(String)).toEqual(chosen);
  });

  it('find every rate of 360 flows that change their sign at random', () => {
    const flows = product(noise(356, 4), flowsWithRates(['-0.01', '0.005', '0.006', '0.02']));
    expect(rates(...flows.map(String))).toEqual(expect.arrayContaining(['-0.01', '0.005', '0.006', '0.02']));
  });

  it('find both rates of 360 months with an outlay at either end', () => {
    const flows = [-1_000_000, ...Array<number>(358).fill(7000), -900_000].map((flow) => new Decimal(flow));
    const found = internalRates(flows);
    expect(found).toHaveLength(2);
    for (const rate of found) {
      expect(presentValue(flows, rate).abs().lessThan('1e-20')).toBe(true);
    }
  });

  it('find the rates of 1,500 flows that change their sign at random', () => {
    const flows = product(noise(1499, 6), flowsWithRates(['0.0125']));
    expect(internalRates(flows).map(String)).toContain('0.0125');
  });

  it('refuse with a problem, rather than guess, where the work would have no end', () => {
    const flows = noise(6000, 5);
    expect(() => internalRates(flows)).toThrow(Problem);
    expect(() => internalRates(flows)).toThrow(/6000 net flows change sign \d+ times.*Use longer periods/);
  });
});

/** Distinct rates in (-1, 10^6), counted by Sturm's theorem: roots x = 1 / (1 + r) above 1 / 1,000,001. */
function countBySturm(flows: readonly Decimal[]): number {
  const integers = flows.map((flow) => BigInt(flow.times(100).toFixed()));
  while (integers.length > 0 && integers[0] === 0n) {
    integers.shift();
  }
  let [f, g] = [
    trimmed(integers),
    trimmed(integers.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1))),
  ];
  if (f.length === 0) {
    return 0;
  }
  const sequence = [f];
  while (g.length > 0) {
    sequence.push(g);
    [f, g] = [g, negatedRemainder(f, g)];
  }
  const atBound = sequence.map((h) =>
    h.reduce((sum, a, index) => sum + a * 1_000_001n ** BigInt(h.length - 1 - index), 0n),
  );
  const atInfinity = sequence.map((h) => h[h.length - 1] ?? 0n);
  return changes(atBound) - changes(atInfinity);
}

/** -(f mod g), times a positive number that keeps the coefficients small. */
function negatedRemainder(f: readonly bigint[], g: readonly bigint[]): bigint[] {
  let rest = [...f];
  const lead = g[g.length - 1] ?? 1n;
  while (rest.length >= g.length) {
    const factor = lead * (rest[rest.length - 1] ?? 0n);
    const offset = rest.length - g.length;
    rest = trimmed(rest.map((a, index) => a * lead * lead - factor * (g[index - offset] ?? 0n)));
  }
  const content = rest.reduce(greatestCommonDivisor, 0n);
  return rest.map((a) => -a / content);
}

function trimmed(f: readonly bigint[]): bigint[] {
  const result = [...f];
  while (result.length > 0 && result[result.length - 1] === 0n) {
    result.pop();
  }
  return result;
}

function changes(values: readonly bigint[]): number {
  const signs = values.filter((value) => value !== 0n).map((value) => value > 0n);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}
