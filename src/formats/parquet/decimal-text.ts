/** More bytes than any decimal has whose text could be a cell. */
const MOST_BYTES = 128;
const MOST_SCALE = 1000;

/**
 * A decimal as text, exactly: `unscaled` with its point moved left by `scale` digits. Zeros at the end of the fraction are
 * left out, so that 1.50 and 1.5 are the same text whatever scale a file has.
 */
export function decimalText(unscaled: bigint, scale: number): string {
  if (!(scale >= 0 && scale <= MOST_SCALE)) {
    throw new RangeError('The scale is out of range.');
  }
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/(?<!0)0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
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
