/** Bytes that are read one after another. What lies beyond them cannot be read: the views throw a RangeError. */
export interface ByteSource {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** The next byte. */
  at: number;
  /** Past the last byte. */
  readonly end: number;
}

export function byteSource(bytes: Uint8Array): ByteSource {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0, end: bytes.length };
}

/** Cuts off the next `length` bytes. */
export function take(source: ByteSource, length: number): Uint8Array {
  if (length < 0 || length > source.end - source.at) {
    throw new RangeError('The bytes end early.');
  }
  source.at += length;
  return source.bytes.subarray(source.at - length, source.at);
}

export function takeUint32(source: ByteSource): number {
  source.at += 4;
  return source.view.getUint32(source.at - 4, true);
}

/** An unsigned number of up to 32 bits in groups of seven, the lowest first. */
export function takeVarint(source: ByteSource): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = source.view.getUint8(source.at++);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      return value;
    }
  }
  throw new RangeError('A number is too long.');
}

/** A signed number of up to 64 bits, its sign in the lowest bit. */
export function takeSignedVarint(source: ByteSource): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = source.view.getUint8(source.at++);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) {
      return (value >> 1n) ^ -(value & 1n);
    }
  }
  throw new RangeError('A number is too long.');
}

/** The `width` bits (at most 32) that begin at bit `from`, the lowest first. */
export function bitsAt(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let got = 0; got < width;) {
    const at = from + got;
    const shift = at & 7;
    const taken = Math.min(8 - shift, width - got);
    value += (((bytes[Math.floor(at / 8)] ?? 0) >>> shift) & ((1 << taken) - 1)) * 2 ** got;
    got += taken;
  }
  return value;
}
