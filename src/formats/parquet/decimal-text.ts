/** More bytes than any decimal has whose text could be a cell. */
const MOST_BYTES = 128;
const MOST_SCALE = 1000;

/**
 * A decimal as text, exactly: `unscaled` with its point moved left by `scale` digits. Zeros at the end of the fraction are
 * left out, so that 1.50 and 1.5 are the same text whatever scale a file has.
 */
export function decimalText(unscaled: bigint | number, scale: number): string {
  if (!(scale >= 0 && scale <= MOST_SCALE)) {
    throw new RangeError('The scale is out of range.');
  }
  const isNegative = unscaled < 0;
  const digits = String(isNegative ? -unscaled : unscaled).padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) {
    end -= 1;
  }
  const whole = digits.slice(0, point);
  return `${isNegative ? '-' : ''}${end === point ? whole : `${whole}.${digits.slice(point, end)}`}`;
}

const ZERO = 0x30;
/** So many of the lowest bytes make a whole number that is exact as a double. */
const EXACT_BYTES = 6;

/** As `bigEndianInteger`; a number if it is small enough to be exact, which nearly all amounts are. */
export function decimalInteger(bytes: Uint8Array): bigint | number {
  const from = Math.max(0, bytes.length - EXACT_BYTES);
  const first = bytes[0] ?? 0;
  const isNegative = first >= 0x80;
  const filling = isNegative ? 0xff : 0;
  for (let at = 0; at < from; at++) {
    if (bytes[at] !== filling) {
      return bigEndianInteger(bytes);
    }
  }
  let value = 0;
  for (let at = from; at < bytes.length; at++) {
    value = value * 256 + (bytes[at] ?? 0);
  }
  return isNegative ? value - 256 ** (bytes.length - from) : value;
}

/** The signed integer that big-endian bytes in two's complement are. */
export function bigEndianInteger(bytes: Uint8Array): bigint {
  if (bytes.length > MOST_BYTES) {
    throw new RangeError(`A decimal has more than ${MOST_BYTES} bytes.`);
  }
  let value = 0n;
  for (const byte of bytes) {
    value = (value << 8n) | BigInt(byte);
  }
  return BigInt.asIntN(bytes.length * 8, value);
}

/** The shortest decimal that is nearest to this 32-bit float among all 32-bit floats. */
export function floatText(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return String(short);
    }
  }
  return String(Number(value.toPrecision(9)));
}
