import { LIMITS } from '../file/limits';
import { bitsAt, take, takeSignedVarint, takeVarint, type ByteSource } from './byte-source';

const MOST_IN_BLOCK = 1 << 20;

/**
 * Reads `count` integers that are written as differences (DELTA_BINARY_PACKED).
 *
 * @param bits 32 or 64: sums wrap as integers of this width do
 */
export function readDeltas(source: ByteSource, count: number, bits: 32 | 64): bigint[] {
  const blockSize = takeVarint(source);
  const miniblocks = takeVarint(source);
  const size = blockSize / miniblocks;
  if (takeVarint(source) !== count) {
    throw new Error('There is another number of values than the page says.');
  }
  let value = takeSignedVarint(source);
  if (count === 0) {
    return [];
  }
  if (blockSize > MOST_IN_BLOCK || !Number.isInteger(size) || size % 8 !== 0) {
    throw new Error('A block has a size that cannot be.');
  }
  const values = [value];
  while (values.length < count) {
    const least = takeSignedVarint(source);
    for (const width of take(source, miniblocks)) {
      if (values.length === count) {
        break;
      }
      if (width > bits) {
        throw new Error('A difference is too wide.');
      }
      const packed = take(source, Math.min((size * width) / 8, source.end - source.at));
      const inBlock = Math.min(size, count - values.length);
      if (packed.length * 8 < inBlock * width) {
        throw new RangeError('Packed bits end early.');
      }
      for (let index = 0; index < inBlock; index++) {
        value = BigInt.asIntN(bits, value + least + wideBitsAt(packed, index * width, width));
        values.push(value);
      }
    }
  }
  return values;
}

/** Reads byte arrays after the differences of their lengths (DELTA_LENGTH_BYTE_ARRAY). */
export function readMeasuredArrays(source: ByteSource, count: number): Uint8Array[] {
  return readDeltas(source, count, 32).map((length) => take(source, Number(length)));
}

/** Reads byte arrays of which each begins as the one before it (DELTA_BYTE_ARRAY). */
export function readPrefixedArrays(source: ByteSource, count: number): Uint8Array[] {
  const prefixes = readDeltas(source, count, 32);
  const suffixes = readMeasuredArrays(source, count);
  let previous = new Uint8Array(0);
  let total = 0;
  return suffixes.map((suffix, index) => {
    const shared = Number(prefixes[index]);
    if (shared < 0 || shared > previous.length) {
      throw new RangeError('A prefix is longer than the value before.');
    }
    total += shared + suffix.length;
    if (total > LIMITS.parquetPageBytes) {
      throw new RangeError('The values are too long.');
    }
    const value = new Uint8Array(shared + suffix.length);
    value.set(previous.subarray(0, shared));
    value.set(suffix, shared);
    return (previous = value);
  });
}

function wideBitsAt(bytes: Uint8Array, from: number, width: number): bigint {
  const low = BigInt(bitsAt(bytes, from, Math.min(width, 32)));
  return width <= 32 ? low : low | (BigInt(bitsAt(bytes, from + 32, width - 32)) << 32n);
}
