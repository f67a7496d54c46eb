import fc from 'fast-check';
import { discountedFlows, netFlows, payback, presentValue } from '../../../src/domain/cash-flow/cash-flow';
import { Decimal, toDouble } from '../../../src/domain/money/decimal';

const decimals = (...numbers: (number | string)[]): Decimal[] => numbers.map((number) => new Decimal(number));
const decimal = (number: number | string): Decimal => new Decimal(number);
const texts = (values: readonly Decimal[]): string[] => values.map((value) => value.toString());

/** Amounts in cents, as a sheet holds them. */
const amount = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((cents) => new Decimal(cents).div(100));
const flows = fc.array(amount, { minLength: 1, maxLength: 24 });
const rate = fc.integer({ min: -99, max: 500 }).map((percent) => new Decimal(percent).div(100));

describe('present value', () => {
  it('leaves the flow of period 0 undiscounted', () => {
    expect(presentValue(decimals(100), decimal('0.25')).toString()).toBe('100');
  });

  it('is 0 where 100 today return 110 after one period, at 10 %', () => {
    expect(presentValue(decimals(-100, 110), decimal('0.1')).abs().lessThan('1e-31')).toBe(true);
  });

  // 1/1.25 = 0.8, 0.8^2 = 0.64, 0.8^3 = 0.512: the factors are finite decimals, so that nothing is rounded.
  it('is exact where the factors are finite decimals', () => {
    expect(presentValue(decimals('0.01', 100, 100, 1000), decimal('0.25')).toString()).toBe('656.01');
  });

  it('is the exact sum at a rate of 0, whatever the magnitudes', () => {
    expect(presentValue(decimals('1e20', '1e-20', '-1e20'), decimal(0)).toFixed()).toBe('0.00000000000000000001');
  });

  it('grows with the periods at a negative rate: 1/(1 - 0.5)^2 = 4', () => {
    expect(presentValue(decimals(0, 0, 1), decimal('-0.5')).toString()).toBe('4');
  });

  it('keeps 34 digits in every factor, however late the period', () => {
    const late = discountedFlows(decimals(...Array<number>(1000).fill(0), 1), decimal('0.07'))[1000] ?? decimal(0);
    const growth = Decimal.clone({ precision: 60 }).pow('1.07', 1000);
    const error = late.times(growth).minus(1).abs();
    expect(late.precision()).toBeLessThanOrEqual(34);
    expect(error.lessThan('5e-34')).toBe(true);
  });

  // Excel's documentation of NPV: 10 %, -10000 after a year, then 3000, 4200 and 6800: 1188.44 (each flow one period later than here).
  it('is exact where the quotient is', () => {
    expect(presentValue(decimals(-100, 110), decimal('0.1')).isZero()).toBe(true);
  });

  it("is Excel's NPV times 1 + rate", () => {
    const present = presentValue(decimals(-10000, 3000, 4200, 6800), decimal('0.1'));
    expect(present.div('1.1').toFixed(2)).toBe('1188.44');
  });

  it.each(['-1', '-1.5', '-1e300'])('says that %s is no rate', (text) => {
    expect(() => presentValue(decimals(1), decimal(text))).toThrow(/is not a discount rate/);
  });

  it('is 0 for no flows', () => {
    expect(presentValue([], decimal('0.1')).isZero()).toBe(true);
  });

  it('is linear in the flows', () => {
    fc.assert(
      fc.property(flows, flows, rate, (first, second, discount) => {
        const length = Math.max(first.length, second.length);
        const at = (series: readonly Decimal[], period: number): Decimal => series[period] ?? decimal(0);
        const both = Array.from({ length }, (_, period) => at(first, period).plus(at(second, period)));
        const apart = presentValue(first, discount).plus(presentValue(second, discount));
        // Each present value is rounded in its 34th digit, so the two ways may differ by as much.
        const magnitude = (series: readonly Decimal[]): Decimal =>
          presentValue(
            series.map((flow) => flow.abs()),
            discount,
          );
        const size = magnitude(first).plus(magnitude(second));
        return presentValue(both, discount).minus(apart).abs().lessThanOrEqualTo(size.times('2e-33'));
      }),
    );
  });

  it('falls as the rate rises where all flows are positive', () => {
    fc.assert(
      fc.property(flows, rate, rate, (series, one, other) => {
        const positive = [decimal(1), decimal(1), ...series.map((flow) => flow.abs())];
        const difference = presentValue(positive, one).minus(presentValue(positive, other));
        return Math.sign(toDouble(difference)) === -one.comparedTo(other);
      }),
    );
  });
});

describe('net flows', () => {
  it('are benefit minus cost, period by period and exact', () => {
    expect(texts(netFlows(decimals(0, '0.3', 60), decimals(100, '0.1', 10)))).toEqual(['-100', '0.2', '50']);
  });

  it('ask for series of one length', () => {
    expect(() => netFlows(decimals(1, 2), decimals(1))).toThrow('There is 1 cost but 2 benefits.');
  });
});

describe('payback', () => {
  const periods = (...net: (number | string)[]): string | undefined => payback(decimals(...net))?.toString();

  it.each([
    ['0 where nothing is invested first', [5, -10], '0'],
    ['0 where the first flow is 0', [0, -10, 10], '0'],
    ['1 where the first return is exactly what was invested', [-100, 100], '1'],
    ['half a period where the first return is double', [-100, 200], '0.5'],
    [
      'interpolated within its period: 100 - 60 = 40 are left, of 60',
      [-100, 60, 60],
      '1.6666666666666666666666666666666667',
    ],
    ['10 for 1,000 and 12 times 100', [-1000, ...Array<number>(12).fill(100)], '10'],
    ['later where a period between loses', [-100, 50, -50, 200], '2.5'],
    ['that of the first time, whatever is lost afterwards', [-100, 200, -500], '0.5'],
    ['carried over periods without a flow', [-100, 99, 0, 0, 2], '3.5'],
  ])('is %s', (_, net, expected) => {
    expect(periods(...net)).toBe(expected);
  });

  it('is exact where thousands of cents add up', () => {
    expect(periods(-1, ...Array<string>(10).fill('0.1'))).toBe('10');
  });

  it.each<{ net: (number | string)[] }>([
    { net: [] },
    { net: [-100] },
    { net: [-100, 50] },
    { net: [-1, '0.99999999999999999999'] },
  ])('is null for $net, which never pays back', ({ net }) => {
    expect(payback(decimals(...net))).toBeNull();
  });

  it('lies in the first period whose end is not negative', () => {
    fc.assert(
      fc.property(flows, (net) => {
        let cumulated = decimal(0);
        const first = net.findIndex((flow) => (cumulated = cumulated.plus(flow)).greaterThanOrEqualTo(0));
        const result = payback(net);
        if (first < 0) {
          return result === null;
        }
        return result !== null && Math.ceil(toDouble(result)) === first;
      }),
    );
  });

  it('never grows where a benefit grows', () => {
    fc.assert(
      fc.property(flows, fc.nat(23), amount, (net, index, more) => {
        const better = net.map((flow, period) => (period === index ? flow.plus(more.abs()) : flow));
        const [before, after] = [payback(net), payback(better)];
        return before === null || (after !== null && after.lessThanOrEqualTo(before));
      }),
    );
  });

  it('does not depend on the unit of the amounts', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 1_000_000 }), (net, factor) => {
        expect(payback(net.map((flow) => flow.times(factor)))?.toString()).toBe(payback(net)?.toString());
      }),
    );
  });
});
