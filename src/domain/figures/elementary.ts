/*
 * Logarithm and exponential by additions, products and quotients alone. Those of the language may differ in the last digit from one
 * engine to the next, and every co-author's Excel has to come to the same result.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** The natural logarithm, to some units in the last place; as everywhere -Infinity of 0, Infinity of Infinity, NaN below 0. */
export function naturalLog(value: number): number {
  if (!(value > 0 && value < Infinity)) {
    return value === 0 ? -Infinity : value > 0 ? value : NaN;
  }
  let mantissa = value;
  let exponent = 0;
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  let series = 0;
  for (let power = 25; power >= 1; power -= 2) {
    series = series * s * s + 2 / power;
  }
  return exponent * LN2_HIGH + (series * s + exponent * LN2_LOW);
}

/** e to the power of a number, to some units in the last place. */
export function exponential(power: number): number {
  const doublings = Math.round(power / Math.LN2);
  const rest = power - doublings * LN2_HIGH - doublings * LN2_LOW;
  let series = 1;
  for (let term = 16; term >= 1; term -= 1) {
    series = 1 + (series * rest) / term;
  }
  return series * 2 ** doublings;
}
