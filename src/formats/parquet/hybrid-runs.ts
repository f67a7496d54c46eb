import { bitsAt, take, takeUint32, takeVarint, type ByteSource } from './byte-source';

/**
 * Reads small numbers in Parquet's hybrid of runs and packed bits, until `out` is full. A run may claim any length; no more
 * is written than fits.
 *
 * @param width bits of each number, at most 32
 * @returns the largest of them
 */
export function readHybrid(source: ByteSource, width: number, out: Uint8Array | Uint16Array | Uint32Array): number {
  let filled = 0;
  let largest = 0;
  while (filled < out.length) {
    const header = takeVarint(source);
    const length = Math.floor(header / 2);
    if (header % 2 === 1) {
      const count = Math.min(length * 8, out.length - filled);
      // Some writers cut off the last group's padding.
      const bytes = take(source, Math.min(length * width, source.end - source.at));
      if (bytes.length * 8 < count * width) {
        throw new RangeError('Packed bits end early.');
      }
      largest = Math.max(largest, unpack(bytes, width, out, filled, count));
      filled += count;
    } else {
      const bytes = take(source, Math.ceil(width / 8));
      const end = Math.min(filled + length, out.length);
      const number = bitsAt(bytes, 0, bytes.length * 8);
      out.fill(number, filled, end);
      largest = end > filled ? Math.max(largest, number) : largest;
      filled = end;
    }
  }
  return largest;
}

/** The widest numbers that are put together in the 32 bits of an integer, with what is left of the byte before. */
const WIDEST = 24;

function unpack(
  bytes: Uint8Array,
  width: number,
  out: Uint8Array | Uint16Array | Uint32Array,
  from: number,
  count: number,
): number {
  let largest = 0;
  if (width > WIDEST) {
    for (let index = 0; index < count; index++) {
      const number = bitsAt(bytes, index * width, width);
      out[from + index] = number;
      largest = Math.max(largest, number);
    }
    return largest;
  }
  const mask = (1 << width) - 1;
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let index = from; index < from + count; index++) {
    for (; bits < width; bits += 8) {
      buffer |= (bytes[at++] ?? 0) << bits;
    }
    const number = buffer & mask;
    out[index] = number;
    largest = Math.max(largest, number);
    buffer >>>= width;
    bits -= width;
  }
  return largest;
}

/** Whether the next `count` numbers are one run of this number; nothing is taken from the source. */
export function isRunOf(source: ByteSource, width: number, number: number, count: number): boolean {
  const ahead = { ...source };
  const header = takeVarint(ahead);
  const bytes = Math.ceil(width / 8);
  return header % 2 === 0 && header / 2 >= count && bitsAt(take(ahead, bytes), 0, bytes * 8) === number;
}

/** Reads numbers that come after their length in bytes, and goes on after them. */
export function readMeasuredHybrid(source: ByteSource, width: number, out: Uint8Array): void {
  const bytes = take(source, takeUint32(source));
  readHybrid(
    { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0, end: bytes.length },
    width,
    out,
  );
}

/** How many bits a level of at most `most` takes. */
export function bitWidth(most: number): number {
  return 32 - Math.clz32(most);
}
