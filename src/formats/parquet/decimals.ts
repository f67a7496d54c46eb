import type { Decimals } from '../file/row-batch';
import type { FixedValues } from './plain-values';

/** How values are whole numbers of a scale: as the file says, or as the shortest decimal that is the same double. */
export type NumberForm = { readonly kind: 'decimal'; readonly scale: number } | { readonly kind: 'double' };

/** Larger scales than amounts have are read as texts. */
const MOST_SCALE = 30;
const TWO_TO_32 = 2 ** 32;
/** Half of a number that is below 2^53, without its sign. */
const SAFE_HALF = 2 ** 21;

/** Room for so many numbers. */
export function roomForDecimals(count: number): Decimals {
  return { unscaled: new Float64Array(count), scales: new Uint8Array(count) };
}

/**
 * Reads values from the one at `from` as numbers, as many as there is room for.
 *
 * @returns the room; null if the values have another form
 */
export function readDecimals(values: FixedValues, form: NumberForm, from: number, room: Decimals): Decimals | null {
  const { unscaled, scales } = room;
  const count = unscaled.length;
  if (form.kind === 'double') {
    readDoubles(values, from, unscaled, scales);
    return room;
  }
  if (!(form.scale >= 0 && form.scale <= MOST_SCALE)) {
    return null;
  }
  scales.fill(form.scale);
  const { view, width, type } = values;
  let at = from * width;
  switch (type) {
    case 'INT32':
      for (let index = 0; index < count; index++, at += 4) {
        unscaled[index] = view.getInt32(at, true);
      }
      return room;
    case 'INT64':
      for (let index = 0; index < count; index++, at += 8) {
        unscaled[index] = joined(view.getInt32(at + 4, true), view.getUint32(at, true));
      }
      return room;
    case 'FIXED_LEN_BYTE_ARRAY':
      for (let index = 0; index < count; index++, at += width) {
        unscaled[index] = bigEndian(view, at, width);
      }
      return room;
    default:
      return null;
  }
}

/** Two halves of an integer; NaN if it is not exact as a double. */
function joined(high: number, low: number): number {
  return high >= -SAFE_HALF && high < SAFE_HALF && !(high === -SAFE_HALF && low === 0) ? high * TWO_TO_32 + low : NaN;
}

/** An integer in two's complement; NaN if it is not exact as a double. */
function bigEndian(view: DataView, at: number, width: number): number {
  if (width < 8) {
    let value = view.getInt8(at);
    for (let byte = 1; byte < width; byte++) {
      value = value * 256 + view.getUint8(at + byte);
    }
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : NaN;
  }
  const end = at + width;
  const high = view.getInt32(end - 8);
  const filling = high < 0 ? 0xff : 0;
  for (let byte = at; byte < end - 8; byte++) {
    if (view.getUint8(byte) !== filling) {
      return NaN;
    }
  }
  return joined(high, view.getUint32(end - 4));
}

/** Scales that are tried, the usual one of money first, each with its power of ten. */
const TRIED = [2, 6, 10, 14].map((scale) => ({ scale, power: 10 ** scale }));
/** Of decimals with so many digits no two are the same double, so that one that is it is the shortest too. */
const MOST_DIGITS = 1e15;
/** Below this the shortest text has an exponent, which tells something of its point. */
const LEAST = 1e-6;

function readDoubles({ view }: FixedValues, from: number, unscaled: Float64Array, scales: Uint8Array): void {
  for (let index = 0; index < unscaled.length; index++) {
    const value = view.getFloat64((from + index) * 8, true);
    unscaled[index] = NaN;
    scales[index] = 0;
    if (value !== 0 && Math.abs(value) < LEAST) {
      continue;
    }
    for (const { scale, power } of TRIED) {
      const whole = Math.round(value * power);
      if (Math.abs(whole) < MOST_DIGITS && whole / power === value) {
        unscaled[index] = whole;
        scales[index] = scale;
        break;
      }
    }
  }
}
