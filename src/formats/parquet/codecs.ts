import { Gunzip } from 'fflate';
import { decompress as decompressZstd } from 'fzstd';
import type { CompressionCodec } from 'hyparquet';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { decompressHadoopLz4, decompressLz4 } from './lz4';

/**
 * Unpacks a page.
 *
 * @param into as long as the page unpacked, as its header says; the caller has checked that length
 * @returns `into`, or other bytes that are the page
 * @throws Error if the bytes are damaged or have another size
 */
export type Decompress = (packed: Uint8Array, into: Uint8Array) => Uint8Array;

/**
 * What unpacks the pages of a codec, or null if no one does. All of it is plain JavaScript: the pane's content security
 * policy forbids WebAssembly, which is why single codecs are taken and not hyparquet-compressors as a whole, whose Snappy is
 * WebAssembly. Brotli, with its dictionary, weighs three times as much as all the rest and is loaded when it is met.
 */
export async function decompressorOf(codec: CompressionCodec): Promise<Decompress | null> {
  const unpack = codec === 'BROTLI' ? await brotli() : UNPACK.get(codec);
  if (!unpack) {
    return null;
  }
  return (packed, into) => {
    if (into.length === 0) {
      return into;
    }
    const page = unpack(packed, into);
    if (page.length !== into.length) {
      throw new Error('The page has another size than its header says.');
    }
    return page;
  };
}

const UNPACK = new Map<CompressionCodec, Decompress>([
  ['UNCOMPRESSED', (packed) => packed],
  ['SNAPPY', unsnap],
  ['GZIP', gunzip],
  ['ZSTD', decompressZstd],
  ['LZ4', decompressHadoopLz4],
  ['LZ4_RAW', decompressLz4],
]);

async function brotli(): Promise<Decompress> {
  const { decompressBrotli } = await import('hyparquet-compressors/src/brotli.js');
  return (packed, into) => decompressBrotli(packed, into.length);
}

function unsnap(packed: Uint8Array, into: Uint8Array): Uint8Array {
  snappyUncompress(packed, into);
  return into;
}

/** Of one member or several, and no more than there is room for. */
function gunzip(packed: Uint8Array, into: Uint8Array): Uint8Array {
  let filled = 0;
  const stream = new Gunzip((piece) => {
    into.set(piece, filled);
    filled += piece.length;
  });
  stream.push(packed, true);
  return into.subarray(0, filled);
}
