/*
 * Our own, for hyparquet-compressors (1.1.2) takes sizes for signed, so that a file can make it run for ever, and gives zeros
 * for what a block that ends early does not have.
 */
const SHORTEST_MATCH = 4;

/** Unpacks one LZ4 block into a page of its size unpacked. */
export function decompressLz4(packed: Uint8Array, page: Uint8Array): Uint8Array {
  if (unpackBlock(packed, page, 0) !== page.length) {
    throw new Error('The block ends early.');
  }
  return page;
}

/**
 * Unpacks what Parquet calls LZ4: blocks as Hadoop writes them, each after its size unpacked and packed in four bytes each,
 * or, by other writers, one bare block.
 */
export function decompressHadoopLz4(packed: Uint8Array, page: Uint8Array): Uint8Array {
  return hadoopBlocks(packed, page) ?? decompressLz4(packed, page);
}

function hadoopBlocks(packed: Uint8Array, page: Uint8Array): Uint8Array | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let filled = 0;
  for (let at = 0; at < packed.length;) {
    if (packed.length - at < 8) {
      return null;
    }
    const unpackedSize = view.getUint32(at);
    const packedSize = view.getUint32(at + 4);
    at += 8;
    if (unpackedSize > page.length - filled || packedSize > packed.length - at) {
      return null;
    }
    const end = unpackBlock(packed.subarray(at, at + packedSize), page, filled);
    if (end !== filled + unpackedSize) {
      return null;
    }
    filled = end;
    at += packedSize;
  }
  return filled === page.length ? page : null;
}

/** @returns where the bytes written to `page` end */
function unpackBlock(packed: Uint8Array, page: Uint8Array, start: number): number {
  let at = 0;
  let filled = start;
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; length += byte) {
      byte = packed[at++] ?? 0;
    }
    return length;
  };
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literals = lengthFrom(token >> 4);
    if (literals > packed.length - at || literals > page.length - filled) {
      throw new Error('A literal is too long.');
    }
    page.set(packed.subarray(at, at + literals), filled);
    at += literals;
    filled += literals;
    if (at >= packed.length) {
      break;
    }
    const distance = (packed[at] ?? 0) + 256 * (packed[at + 1] ?? 0);
    at += 2;
    const length = lengthFrom(token & 15) + SHORTEST_MATCH;
    if (distance === 0 || distance > filled || length > page.length - filled) {
      throw new Error('A match is out of range.');
    }
    for (let copied = 0; copied < length; copied++, filled++) {
      page[filled] = page[filled - distance] ?? 0;
    }
  }
  return filled;
}
