import { Gunzip } from 'fflate';
import { decompress as decompressZstd } from 'fzstd';
import type { CompressionCodec } from 'hyparquet';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { decompressHadoopLz4, decompressLz4 } from './lz4';

/**
 * Unpacks a page.
 *
 * @param size bytes of the page unpacked, as its header says; the caller has checked them
 * @throws Error if the bytes are damaged or have another size
 */
export type Decompress = (packed: Uint8Array, size: number) => Uint8Array;

/**
 * What unpacks the pages of a codec, or null if no one does. All of it is plain JavaScript: the pane's content security
 * policy forbids WebAssembly, which is why single codecs are taken and not hyparquet-compressors as a whole, whose Snappy is
 * WebAssembly. Brotli, with its dictionary, weighs three times as much as all the rest and is loaded when it is met.
 */
export async function decompressorOf(codec: CompressionCodec): Promise<Decompress | null> {
  const unpack =
    codec === 'BROTLI' ? (await import('hyparquet-compressors/src/brotli.js')).decompressBrotli : UNPACK.get(codec);
  if (!unpack) {
    return null;
  }
  return (packed, size) => {
    if (size === 0) {
      return new Uint8Array(0);
    }
    const page = unpack(packed, size);
    if (page.length !== size) {
      throw new Error('The page has another size than its header says.');
    }
    return page;
  };
}

const UNPACK = new Map<CompressionCodec, Decompress>([
  ['UNCOMPRESSED', (packed) => packed],
  ['SNAPPY', unsnap],
  ['GZIP', gunzip],
  ['ZSTD', (packed, size) => decompressZstd(packed, new Uint8Array(size))],
  ['LZ4', decompressHadoopLz4],
  ['LZ4_RAW', decompressLz4],
]);

function unsnap(packed: Uint8Array, size: number): Uint8Array {
  const page = new Uint8Array(size);
  snappyUncompress(packed, page);
  return page;
}

/** Of one member or several, and no more than `size` bytes. */
function gunzip(packed: Uint8Array, size: number): Uint8Array {
  const page = new Uint8Array(size);
  let filled = 0;
  const stream = new Gunzip((piece) => {
    page.set(piece, filled);
    filled += piece.length;
  });
  stream.push(packed, true);
  return page.subarray(0, filled);
}
