import type { ParquetType } from 'hyparquet';
import { take, takeUint32, type ByteSource } from './byte-source';

/** A value as it lies in the file: INT96 as one number of 96 bits, byte arrays of both kinds as bytes. */
export type Raw = boolean | number | bigint | Uint8Array;

/** A physical type with the length of a FIXED_LEN_BYTE_ARRAY. */
export interface Physical {
  readonly type: ParquetType;
  readonly length: number;
}

const MOST_FIXED_BYTES = 65_536;

/** Bytes of each value; 0 where they differ. */
export function byteWidth({ type, length }: Physical): number {
  switch (type) {
    case 'INT32':
    case 'FLOAT':
      return 4;
    case 'INT64':
    case 'DOUBLE':
      return 8;
    case 'INT96':
      return 12;
    case 'FIXED_LEN_BYTE_ARRAY':
      if (length < 1 || length > MOST_FIXED_BYTES) {
        throw new RangeError('The length of a fixed value is out of range.');
      }
      return length;
    default:
      return 0;
  }
}

/** Reads `count` values as Parquet's PLAIN encoding has them. */
export function readPlain(source: ByteSource, physical: Physical, count: number): Raw[] {
  if (physical.type === 'BOOLEAN') {
    const bits = take(source, Math.ceil(count / 8));
    return Array.from({ length: count }, (_, index) => (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1);
  }
  const width = byteWidth(physical);
  if (count > (source.end - source.at) / (width || 4)) {
    throw new RangeError('The values end early.');
  }
  const values: Raw[] = [];
  for (let index = 0; index < count; index++) {
    values.push(width === 0 ? take(source, takeUint32(source)) : readFixed(source, physical.type, width));
  }
  return values;
}

/** Reads values whose first bytes come first, then their second bytes, and so on (BYTE_STREAM_SPLIT). */
export function readSplit(source: ByteSource, physical: Physical, count: number): Raw[] {
  const width = byteWidth(physical);
  if (width === 0) {
    throw new Error('Values of this type cannot be split.');
  }
  const streams = take(source, count * width);
  const joined = new Uint8Array(count * width);
  for (let index = 0; index < count; index++) {
    for (let byte = 0; byte < width; byte++) {
      joined[index * width + byte] = streams[byte * count + index] ?? 0;
    }
  }
  return readPlain({ bytes: joined, view: new DataView(joined.buffer), at: 0, end: joined.length }, physical, count);
}

function readFixed(source: ByteSource, type: ParquetType, width: number): Raw {
  const { view, at } = source;
  if (type === 'FIXED_LEN_BYTE_ARRAY') {
    return take(source, width);
  }
  source.at += width;
  switch (type) {
    case 'INT32':
      return view.getInt32(at, true);
    case 'INT64':
      return view.getBigInt64(at, true);
    case 'FLOAT':
      return view.getFloat32(at, true);
    case 'DOUBLE':
      return view.getFloat64(at, true);
    default:
      return (BigInt(view.getInt32(at + 8, true)) << 64n) | view.getBigUint64(at, true);
  }
}
