import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

type Options = Parameters<typeof parquetWriteBuffer>[0];

/** A Parquet file with one column `v`. */
export function oneColumn(
  data: unknown[],
  element: Partial<SchemaElement>,
  options: Partial<Options> & { encoding?: string } = {},
): Blob {
  const { encoding, ...rest } = options;
  const schema: SchemaElement[] = [
    { name: 'root', num_children: 1 },
    { name: 'v', repetition_type: 'OPTIONAL', ...element },
  ];
  const column = { name: 'v', data, ...(encoding === undefined ? {} : { encoding }) } as Options['columnData'][number];
  return new Blob([parquetWriteBuffer({ columnData: [column], schema, compressors, ...rest })]);
}

/** Packs pages with each codec; Zstandard and LZ4 in blocks that are merely stored. */
export const compressors = {
  GZIP: (page: Uint8Array) => new Uint8Array(gzipSync(page)),
  BROTLI: (page: Uint8Array) => new Uint8Array(brotliCompressSync(page)),
  ZSTD: storedZstd,
  LZ4_RAW: storedLz4,
  LZ4: (page: Uint8Array) => {
    const block = storedLz4(page);
    const framed = new Uint8Array(8 + block.length);
    new DataView(framed.buffer).setUint32(0, page.length);
    new DataView(framed.buffer).setUint32(4, block.length);
    framed.set(block, 8);
    return framed;
  },
};

function storedZstd(page: Uint8Array): Uint8Array {
  if (page.length > 65_535) {
    throw new Error('One block only.');
  }
  const packed = new Uint8Array(12 + page.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  // One segment, its size in four bytes.
  view.setUint8(4, 0xa0);
  view.setUint32(5, page.length, true);
  view.setUint8(9, ((page.length << 3) | 1) & 0xff);
  view.setUint16(10, page.length >> 5, true);
  packed.set(page, 12);
  return packed;
}

/** Literals only; a run of one byte at the end becomes a match, so that matches are tried as well. */
function storedLz4(page: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  const lengthOf = (length: number): void => {
    if (length < 15) {
      return;
    }
    let left = length - 15;
    for (; left >= 255; left -= 255) {
      bytes.push(255);
    }
    bytes.push(left);
  };
  let run = 1;
  while (run < page.length && page[page.length - run - 1] === page[page.length - 1]) {
    run++;
  }
  const matched = run > 12 ? run - 8 : 0;
  const literals = page.length - (matched > 0 ? matched + 5 : 0);
  bytes.push((Math.min(literals, 15) << 4) | (matched > 0 ? Math.min(matched - 4, 15) : 0));
  lengthOf(literals);
  bytes.push(...page.subarray(0, literals));
  if (matched > 0) {
    bytes.push(1, 0);
    lengthOf(matched - 4);
    bytes.push(0x50, ...page.subarray(page.length - 5));
  }
  return Uint8Array.from(bytes);
}
