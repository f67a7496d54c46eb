import { Decimal, divide, ONE, sum, ZERO } from '../money/decimal';
import { messages } from '../messages/messages';
import { returnMessages } from '../messages/return-messages';
import { Problem } from '../messages/problem';

/** Powers of 1 + rate are exact for rates of a few digits, and otherwise keep enough digits that each present value is right to 34. */
const Power = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_EVEN });

/**
 * Each flow as its own present value, `flow_t / (1 + rate)^t` (Brealey, Myers and Allen, "Principles of Corporate Finance", ch. 2), in
 * the currency of the flows. The first flow belongs to period 0, today, and is not discounted.
 *
 * Exact if the rate is 0; otherwise each present value has 34 significant digits, so that 110 in a year at 10 % is 100, not nearly 100.
 *
 * @param rate per period, larger than -1: 0.1 is 10 %
 * @throws Problem `#VALUE!` if the rate is -1 or less: there is no discount factor
 *
 * @example discountedFlows([-100, 110], 0.1) = [-100, 100]
 * @example discountedFlows([-100, 60, 60], 0.2) = [-100, 50, 41.666...]
 */
export function discountedFlows(flows: readonly Decimal[], rate: Decimal): Decimal[] {
  const growth = ONE.plus(rate);
  if (!growth.greaterThan(ZERO)) {
    throw new Problem('#VALUE!', messages.badRate(rate.toString()));
  }
  if (rate.isZero()) {
    return [...flows];
  }
  let power = new Power(1);
  return flows.map((flow) => {
    const present = divide(flow, power);
    power = power.times(growth);
    return present;
  });
}

/**
 * Present value of a series of cash flows: the exact sum of `discountedFlows`. Excel's NPV also discounts the first flow by one
 * period: `NPV(rate, flows) = presentValue(flows, rate) / (1 + rate)`.
 *
 * @example presentValue([-100, 110], 0.1) = 0
 * @example presentValue([-100, 60, 60], 0.2) = -100 + 50 + 41.666... = -8.333...
 */
export function presentValue(flows: readonly Decimal[], rate: Decimal): Decimal {
  return sum(discountedFlows(flows, rate));
}

/**
 * Benefit minus cost of each period, exact.
 *
 * @throws Problem `#VALUE!` if the two series differ in length
 *
 * @example netFlows([0, 60, 60], [100, 0, 10]) = [-100, 60, 50]
 * @example netFlows([], []) = []
 */
export function netFlows(benefits: readonly Decimal[], costs: readonly Decimal[]): Decimal[] {
  if (benefits.length !== costs.length) {
    throw new Problem('#VALUE!', returnMessages.flowsDiffer(costs.length, benefits.length));
  }
  return benefits.map((benefit, period) => benefit.minus(costs[period] ?? ZERO));
}

/**
 * Payback: periods until the cumulated net flow is no longer negative for the first time (Brealey, Myers and Allen, ch. 5),
 * taking each period's flow as spread evenly over it. Period 0 is a point in time: if its flow is not negative the payback is 0.
 *
 * What comes later does not count: a project that pays back and then loses again has paid back.
 *
 * @param net flows of period 0, 1, ...; discounted ones give the discounted payback
 * @returns periods, the part within a period with 34 significant digits, or null if the cumulated flow stays negative or there are no flows
 *
 * @example payback([-100, 60, 60]) = 1.666...: 40 are left after period 1, and period 2 brings 60
 * @example payback([-100, 50]) = null
 */
export function payback(net: readonly Decimal[]): Decimal | null {
  let before = ZERO;
  for (const [period, flow] of net.entries()) {
    const after = before.plus(flow);
    if (!after.isNegative() || after.isZero()) {
      return period === 0 ? ZERO : new Decimal(period - 1).plus(divide(before.negated(), flow));
    }
    before = after;
  }
  return null;
}
