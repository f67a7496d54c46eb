const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/** The check sum of zips, gzip and Parquet's pages, carried on over one more chunk; it begins with 0. */
export function crc32(before: number, chunk: Uint8Array): number {
  let value = ~before;
  for (let at = 0; at < chunk.length; at += 1) {
    value = (TABLE[(value ^ (chunk[at] as number)) & 255] as number) ^ (value >>> 8);
  }
  return ~value >>> 0;
}
