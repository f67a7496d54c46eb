import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { LIMITS } from '../file/limits';
import { crc32 } from '../file/crc32';
import { once } from '../file/once';
import { readDataPage, readDictionary, type Dictionary, type Page, type PageReading } from './page';
import { structEnd } from './thrift-structure';

/** A page whose header is read. */
export interface PageAhead {
  /** So many values it has, with those that are missing. */
  readonly count: number;
  /** The page unpacked, when it is first asked for; throws an Error if it is damaged. */
  content(): Page;
}

/**
 * Reads the pages of one part of a column, each when it is asked for.
 *
 * @param bytes the part as it lies in the file
 * @throws Error if a page is damaged, too large, or missing
 */
export function* columnPages(
  bytes: Uint8Array,
  part: ColumnMetaData,
  reading: PageReading,
): Generator<PageAhead, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let missing = Number(part.num_values);
  let dictionary: (() => Dictionary) | null = null;
  let at = 0;
  while (missing > 0) {
    const start = structEnd(view, at);
    const header = parquetHeader({ view, offset: at });
    const { compressed_page_size: packedSize, uncompressed_page_size: size } = header;
    const isSound =
      packedSize >= 0 && packedSize <= bytes.length - start && size >= 0 && size <= LIMITS.parquetPageBytes;
    if (!isSound) {
      throw new RangeError('A page has a size that cannot be.');
    }
    at = start + packedSize;
    const body = bytes.subarray(start, at);
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = once(() => readDictionary(header, checked(header, body), reading));
    } else if (header.type !== 'INDEX_PAGE') {
      const count = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? -1;
      if (count < 0 || count > missing || count > LIMITS.parquetPageValues) {
        throw new RangeError('A page has more values than its column.');
      }
      missing -= count;
      if (count > 0) {
        const refersTo = dictionary;
        const content = once(() => readDataPage(header, checked(header, body), reading, refersTo?.() ?? null));
        yield { count, content };
      }
    }
  }
}

function checked({ crc }: PageHeader, body: Uint8Array): Uint8Array {
  if (crc !== undefined && crc >>> 0 !== crc32(0, body)) {
    throw new Error('A page has another checksum than its header says.');
  }
  return body;
}
