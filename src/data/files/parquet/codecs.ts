import { Gunzip } from 'fflate';
import { decompress as decompressZstd } from 'fzstd';
import type { CompressionCodec } from 'hyparquet';
import { decompressBrotli } from 'hyparquet-compressors/src/brotli.js';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { decompressHadoopLz4, decompressLz4 } from './lz4';

/**
 * Unpacks a page, by plain JavaScript only: the pane's content security policy forbids WebAssembly, which is why single
 * codecs are taken and not hyparquet-compressors as a whole, whose Snappy is WebAssembly.
 *
 * @param size bytes of the page unpacked, as its header says; the caller has checked them
 * @throws Error where the bytes are damaged, or the codec is none of these
 */
export function decompress(codec: CompressionCodec, packed: Uint8Array, size: number): Uint8Array {
  if (size === 0) return new Uint8Array(0);
  const page = unpack(codec, packed, size);
  if (page.length !== size) throw new Error('The page has another size than its header says.');
  return page;
}

function unpack(codec: CompressionCodec, packed: Uint8Array, size: number): Uint8Array {
  switch (codec) {
    case 'UNCOMPRESSED':
      return packed;
    case 'SNAPPY': {
      const page = new Uint8Array(size);
      snappyUncompress(packed, page);
      return page;
    }
    case 'GZIP':
      return gunzip(packed, size);
    case 'ZSTD':
      return decompressZstd(packed, new Uint8Array(size));
    case 'BROTLI':
      return decompressBrotli(packed, size);
    case 'LZ4_RAW':
      return decompressLz4(packed, size);
    case 'LZ4':
      return decompressHadoopLz4(packed, size);
    default:
      throw new Error(`The codec ${codec} is unknown.`);
  }
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
