import type { ColumnMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { LIMITS } from '../file/limits';
import { crc32 } from '../file/crc32';
import { readDataPage, readDictionary, type Page, type PageReading } from './page';
import { structEnd } from './thrift-structure';

/**
 * Reads the pages of one part of a column, each when it is asked for.
 *
 * @param bytes the part as it lies in the file
 * @throws Error where a page is damaged, too large, or missing
 */
export function* columnPages(
  bytes: Uint8Array,
  part: ColumnMetaData,
  reading: PageReading,
): Generator<Page, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let missing = Number(part.num_values);
  let dictionary: string[] | null = null;
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
    if (header.crc !== undefined && header.crc >>> 0 !== crc32(0, body)) {
      throw new Error('A page has another checksum than its header says.');
    }
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = readDictionary(header, body, reading);
    } else if (header.type !== 'INDEX_PAGE') {
      const count = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? -1;
      if (count < 0 || count > missing || count > LIMITS.parquetPageValues) {
        throw new RangeError('A page has more values than its column.');
      }
      missing -= count;
      if (count > 0) {
        yield readDataPage(header, body, reading, dictionary);
      }
    }
  }
}
