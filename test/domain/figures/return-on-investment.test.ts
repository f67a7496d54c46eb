import { internalRates } from '../../../src/domain/cash-flow/internal-rate';
import {
  returnOnInvestment,
  type Benefit,
  type Investment,
  type ReturnFigure,
} from '../../../src/domain/figures/return-on-investment';
import type { Measure } from '../../../src/domain/figures/return-words';
import { Decimal } from '../../../src/domain/money/decimal';
import { formatExactly } from '../exact-amount';
import { problemOf, sampleBook } from '../sample-book';

const book = sampleBook({
  clients: [{ Spend: 100 }, { Client: 'Mixed' }, { Client: 'Mixed', Currency: 'USD' }, { Client: 'Free', Spend: 0 }],
  returns: [{ Study: 'IDC', Year: 2024, Segment: 'All', 'Return per 1': 3.7 }],
});
const flows = (...amounts: number[]) =>
  ({ kind: 'flows', flows: amounts.map((amount) => new Decimal(amount)) }) as const;
const ALL_SEGMENTS: Benefit = { kind: 'segment', segment: null };
const ask = (investment: Investment, benefit: Benefit, measure: Measure, rate: number | null = null): ReturnFigure =>
  returnOnInvestment(
    book,
    { investment, benefit, measure, rate: rate === null ? null : new Decimal(rate) },
    internalRates,
  );
const plain = (amounts: readonly Decimal[]): number[] => amounts.map((amount) => amount.toNumber());

describe('the return on an amount', () => {
  it('tells the study it rests on, and has no currency of its own', () => {
    const figure = ask(flows(100), ALL_SEGMENTS, 'roi');
    expect(figure).toMatchObject({
      measure: 'roi',
      value: new Decimal(2.7),
      currency: null,
      spend: null,
      study: { study: 'IDC', row: 2 },
    });
    expect([plain(figure.costs), plain(figure.benefits)]).toEqual([[100], [370]]);
  });

  it.each<[Measure, string]>([
    ['roi', '2.7'],
    ['multiple', '3.7'],
    ['benefit', '370'],
    ['net', '270'],
    ['payback', '0'],
  ])('as "%s" is %s', (measure, expected) => {
    expect(ask(flows(100), ALL_SEGMENTS, measure).value.toFixed()).toBe(expected);
  });

  it('asks for no study where the benefit is given', () => {
    const bare = sampleBook({});
    expect(
      returnOnInvestment(bare, { investment: flows(4), benefit: flows(5), measure: 'roi', rate: null }, internalRates),
    ).toMatchObject({ value: new Decimal(0.25), study: null });
  });
});

describe("the return on a client's spend", () => {
  it('is that on its annual run rate, in its currency', () => {
    const figure = ask({ kind: 'client', client: 'acme' }, ALL_SEGMENTS, 'net');
    expect([figure.value.toFixed(), figure.currency, figure.spend && formatExactly(figure.spend.total)]).toEqual([
      '3240',
      'EUR',
      '1,200 EUR',
    ]);
  });

  it('of several currencies says how to name one', () => {
    expect(problemOf(() => ask({ kind: 'client', client: 'Mixed' }, ALL_SEGMENTS, 'roi'))).toBe(
      '#VALUE! Spend on record is in EUR and USD: name a currency, as in AIROI(AISPEND("Mixed","runrate","EUR")).',
    );
  });

  it('that is 0 has no rate of return, but a benefit', () => {
    expect(problemOf(() => ask({ kind: 'client', client: 'Free' }, ALL_SEGMENTS, 'roi'))).toBe(
      '#DIV/0! The investment is 0, so there is no return on it.',
    );
    expect(ask({ kind: 'client', client: 'Free' }, ALL_SEGMENTS, 'benefit').value.toFixed()).toBe('0');
  });
});

describe('what would come out upside down, or change nothing, is refused', () => {
  it('costs that are negative in all', () => {
    expect(problemOf(() => ask(flows(-100), flows(150), 'roi'))).toMatch(
      /^#VALUE! The costs come to -100\. Give costs as/,
    );
    expect(problemOf(() => ask(flows(-100, 20), flows(0, 150), 'net'))).toMatch(/^#VALUE! The costs come to -80\./);
  });

  it('a rate beside single amounts', () => {
    expect(problemOf(() => ask(flows(100), flows(150), 'net', 0.08))).toMatch(
      /^#VALUE! A rate of 8% changes nothing beside single amounts/,
    );
    expect(problemOf(() => ask({ kind: 'client', client: 'Acme' }, ALL_SEGMENTS, 'net', 0.08))).toMatch(
      /^#VALUE! A rate/,
    );
    expect(ask(flows(100), flows(150), 'net', 0).value.toFixed()).toBe('50');
  });

  it('costs by period without a benefit or a named segment', () => {
    expect(problemOf(() => ask(flows(100, 50), ALL_SEGMENTS, 'roi'))).toMatch(/^#VALUE! Beside costs by period/);
  });

  it('one benefit beside costs by period, where the measure needs it by period', () => {
    expect(ask(flows(100, 50), flows(300), 'roi').value.toFixed()).toBe('1');
    expect(problemOf(() => ask(flows(100, 50), flows(300), 'payback'))).toMatch(/^#VALUE! The benefit is one amount/);
    expect(problemOf(() => ask(flows(100, 50), flows(300), 'net', 0.1))).toMatch(/but a rate needs it by period/);
  });
});

it("of several rates of return Norstrom's is taken, where the cumulated flow changes sign once", () => {
  // Net -100, 300, -10: rates of 196.6 % and -96.6 %; the cumulated flow is -100, 200, 190.
  expect(
    ask(flows(100, 0, 10), flows(0, 300, 0), 'irr')
      .value.toSignificantDigits(6)
      .toFixed(),
  ).toBe('1.96629');
});

describe('the return on costs by period', () => {
  it('with a rate is that of present values, period 0 undiscounted, and keeps the amounts as given', () => {
    const figure = ask(flows(100, 55), flows(0, 220), 'net', 0.1);
    expect([figure.investment.toFixed(), figure.benefit.toFixed(), figure.value.toFixed()]).toEqual([
      '150',
      '200',
      '50',
    ]);
    expect([plain(figure.costs), plain(figure.benefits)]).toEqual([
      [100, 55],
      [0, 220],
    ]);
  });

  it('takes a segment period by period', () => {
    expect(plain(ask(flows(100, 0, 50), { kind: 'segment', segment: 'All' }, 'benefit').benefits)).toEqual([
      370, 0, 185,
    ]);
  });

  it('needs as many benefits as costs', () => {
    expect(problemOf(() => ask(flows(1, 2, 3), flows(1, 2), 'roi'))).toMatch(
      /^#VALUE! There are 3 costs but 2 benefits\./,
    );
    expect(problemOf(() => ask({ kind: 'client', client: 'Acme' }, flows(1, 2), 'roi'))).toMatch(
      /^#VALUE! There is 1 cost but 2 benefits\./,
    );
  });

  it('pays back over discounted flows where there is a rate, and over plain ones where there is none', () => {
    expect(ask(flows(100, 0, 0), flows(0, 60, 80), 'payback').value.toFixed()).toBe('1.5');
    expect(ask(flows(100, 0, 0), flows(0, 55, 96.8), 'payback', 0.1).value.toFixed()).toBe('1.625');
    expect(problemOf(() => ask(flows(100, 0), flows(0, 60), 'payback'))).toMatch(
      /^#N\/A The cumulated net flow is still negative after 2 periods/,
    );
  });

  it('has an internal rate whatever discount rate is given', () => {
    expect(ask(flows(100, 0), flows(0, 110), 'irr').value.toFixed()).toBe('0.1');
    expect(ask(flows(100, 0), flows(0, 110), 'irr', 0.5).value.toFixed()).toBe('0.1');
  });

  it('has none where there are several, and names them', () => {
    expect(problemOf(() => ask(flows(1600, 0, 10000), flows(0, 10000, 0), 'irr'))).toBe(
      '#NUM! The net present value is 0 at 25% and 400%: there is no single rate of return.',
    );
    expect(problemOf(() => ask(flows(1), flows(2), 'irr'))).toMatch(/^#NUM! No rate between/);
  });

  it('may have costs that add up to 0, whose net is still a figure', () => {
    expect(ask(flows(100, -100), flows(0, 5), 'net').value.toFixed()).toBe('5');
    expect(problemOf(() => ask(flows(100, -100), flows(0, 5), 'multiple'))).toMatch(/^#DIV\/0!/);
  });
});
