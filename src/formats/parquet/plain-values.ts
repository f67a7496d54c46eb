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

/** Bytes of each value; 0 if they differ. */
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

/** Values of one width, one behind another. */
export interface FixedValues {
  readonly view: DataView;
  readonly width: number;
  readonly type: ParquetType;
  /** The value at a place; a RangeError beyond the last. */
  at(index: number): Raw;
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
  if (width > 0) {
    const values = plainFixed(source, physical, count);
    return Array.from({ length: count }, (_, index) => values.at(index));
  }
  const values: Raw[] = [];
  for (let index = 0; index < count; index++) {
    values.push(take(source, takeUint32(source)));
  }
  return values;
}

/** The next `count` values of a type of one width, as the PLAIN encoding has them: none is read before it is asked for. */
export function plainFixed(source: ByteSource, physical: Physical, count: number): FixedValues {
  return fixedIn(take(source, count * byteWidth(physical)), physical);
}

/** As `plainFixed`, if the first bytes of all come first, then their second bytes, and so on (BYTE_STREAM_SPLIT). */
export function splitFixed(source: ByteSource, physical: Physical, count: number): FixedValues {
  const width = byteWidth(physical);
  const streams = take(source, count * width);
  const joined = new Uint8Array(count * width);
  for (let index = 0; index < count; index++) {
    for (let byte = 0; byte < width; byte++) {
      joined[index * width + byte] = streams[byte * count + index] ?? 0;
    }
  }
  return fixedIn(joined, physical);
}

function fixedIn(bytes: Uint8Array, physical: Physical): FixedValues {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = byteWidth(physical);
  const { type } = physical;
  return { view, width, type, at: (index) => fixedAt(bytes, view, type, index * width, width) };
}

function fixedAt(bytes: Uint8Array, view: DataView, type: ParquetType, at: number, width: number): Raw {
  switch (type) {
    case 'FIXED_LEN_BYTE_ARRAY':
      return bytes.subarray(at, at + width);
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
