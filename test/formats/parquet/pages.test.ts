import { gzipSync } from 'node:zlib';
import type { Encoding, PageHeader } from 'hyparquet';
import { byteSource } from '../../../src/formats/parquet/byte-source';
import type { ColumnMetaData } from 'hyparquet/src/types.js';
import { columnPages } from '../../../src/formats/parquet/column-pages';
import { decompressorOf } from '../../../src/formats/parquet/codecs';
import { crc32 } from '../../../src/formats/file/crc32';
import { decompressHadoopLz4, decompressLz4 } from '../../../src/formats/parquet/lz4';
import { readDeltas } from '../../../src/formats/parquet/delta-values';
import { readHybrid } from '../../../src/formats/parquet/hybrid-runs';
import { readDataPage, type PageReading } from '../../../src/formats/parquet/page';
import { PageMemory } from '../../../src/formats/parquet/page-memory';
import { readPlain } from '../../../src/formats/parquet/plain-values';
import { structEnd } from '../../../src/formats/parquet/thrift-structure';
import { nanosecondsOfInt96, timestampText } from '../../../src/formats/parquet/time-text';

const reading: PageReading = {
  decompress: (packed) => packed,
  memory: new PageMemory(),
  physical: { type: 'INT32', length: 0 },
  definition: 1,
  repetition: 0,
  textOf: String,
  numberForm: { kind: 'decimal', scale: 0 },
};
const firstVersion = (num_values: number, encoding: Encoding, size: number): PageHeader => ({
  type: 'DATA_PAGE',
  compressed_page_size: size,
  uncompressed_page_size: size,
  data_page_header: { num_values, encoding, definition_level_encoding: 'RLE', repetition_level_encoding: 'RLE' },
});

describe('Pages of the first version', () => {
  // Levels 1 0 1 1, packed, after their length.
  const levels = [2, 0, 0, 0, 3, 0b1101];

  it('hold levels, and values where the level is the highest', () => {
    const body = Uint8Array.from([...levels, 7, 0, 0, 0, 255, 255, 255, 255, 9, 0, 0, 0]);
    const page = readDataPage(firstVersion(4, 'PLAIN', body.length), body, reading, null);
    expect([...page.definitions!]).toEqual([1, 0, 1, 1]);
    expect([0, 1, 2].map(page.textAt)).toEqual(['7', '-1', '9']);
  });

  it('refer to a dictionary, and never beyond it', () => {
    // Numbers 1 0 1, of one bit each, packed.
    const body = Uint8Array.from([...levels, 1, 3, 0b101]);
    const page = (texts: string[]) =>
      readDataPage(firstVersion(4, 'PLAIN_DICTIONARY', body.length), body, reading, {
        texts: [...texts, ''],
        decimals: null,
      });
    expect([0, 1, 2].map(page(['a', 'b']).textAt)).toEqual(['b', 'a', 'b']);
    expect(() => page(['a'])).toThrow('missing');
  });

  it('that take no bits for their texts are all the first, whatever the page before them was', () => {
    const ofBits = (...bits: number[]) => {
      const body = Uint8Array.from([...levels, ...bits]);
      const dictionary = { texts: ['a', 'b', ''], decimals: null };
      const { textAt } = readDataPage(firstVersion(4, 'PLAIN_DICTIONARY', body.length), body, reading, dictionary);
      return [0, 1, 2].map(textAt);
    };
    expect(ofBits(1, 3, 0b111)).toEqual(['b', 'b', 'b']);
    expect(ofBits(0)).toEqual(['a', 'a', 'a']);
  });
});

describe('Claims of damaged bytes', () => {
  it('a run or packed bits of any length fill no more than there is to fill', () => {
    const out = new Uint8Array(3);
    readHybrid(byteSource(Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0x0f, 1)), 1, out);
    expect([...out]).toEqual([1, 1, 1]);
    expect(() => readHybrid(byteSource(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f)), 1, out)).toThrow(RangeError);
    readHybrid(byteSource(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f)), 0, out);
    expect([...out]).toEqual([0, 0, 0]);
  });

  it('a list or number of Thrift is no longer than the bytes', () => {
    const end = (...bytes: number[]) => structEnd(new DataView(Uint8Array.from(bytes).buffer), 0);
    expect(end(0x15, 0x02, 0x00)).toBe(3);
    expect(() => end(0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00)).toThrow('A list is longer');
    expect(() => end(0x16, ...Array.from({ length: 1000 }, () => 0xff))).toThrow('A number is too long');
    expect(() => end(...Array.from({ length: 1000 }, () => 0x1c))).toThrow('nested too deeply');
    expect(() => end(...Array.from({ length: 1000 }, () => 0x19))).toThrow('nested too deeply');
    expect(() => end(0x18, 0x05, 0x00)).toThrow('A value is longer');
    expect(() => end(0x15)).toThrow(RangeError);
  });

  it('LZ4 as Hadoop writes it cannot go back', async () => {
    const lz4 = (await decompressorOf('LZ4_RAW'))!;
    expect(() => decompressHadoopLz4(Uint8Array.of(0, 0, 0, 0, 255, 255, 255, 248), new Uint8Array(4))).toThrow();
    expect(() => lz4(Uint8Array.of(0x1f, 1, 1, 0, 255, 255, 255), new Uint8Array(20))).toThrow();
  });

  it('differences of another number, or in blocks that cannot be, are refused', () => {
    expect(readDeltas(byteSource(Uint8Array.of(128, 1, 4, 1, 14)), 1, 32)).toEqual([7n]);
    expect(() => readDeltas(byteSource(Uint8Array.of(128, 1, 4, 2, 14)), 1, 32)).toThrow('another number');
    expect(() => readDeltas(byteSource(Uint8Array.of(128, 1, 0, 2, 14, 0)), 2, 32)).toThrow('a size that cannot be');
  });

  it('values are counted before they are read', () => {
    expect(() => readPlain(byteSource(new Uint8Array(8)), { type: 'INT32', length: 0 }, 2_000_000_000)).toThrow(
      RangeError,
    );
    expect(() => readPlain(byteSource(new Uint8Array(8)), { type: 'FIXED_LEN_BYTE_ARRAY', length: -1 }, 1)).toThrow(
      RangeError,
    );
    expect(() =>
      readPlain(byteSource(Uint8Array.of(255, 255, 255, 255)), { type: 'BYTE_ARRAY', length: 0 }, 1),
    ).toThrow(RangeError);
  });
});

it('INT96 timestamps are a Julian day above nanoseconds', () => {
  const source = byteSource(new Uint8Array(12));
  source.view.setBigUint64(0, 18_000_000_000_001n, true);
  source.view.setInt32(8, 2_460_633, true);
  const [value] = readPlain(source, { type: 'INT96', length: 0 }, 1);
  expect(timestampText(nanosecondsOfInt96(value as bigint), true)).toBe('2024-11-18T05:00:00.000000001Z');
});

it('gzip may have several members, and not more bytes than the header says', async () => {
  const gunzip = (await decompressorOf('GZIP'))!;
  const packed = Uint8Array.from([...gzipSync('abc'), ...gzipSync('defg')]);
  expect(new TextDecoder().decode(gunzip(packed, new Uint8Array(7)))).toBe('abcdefg');
  expect(() => gunzip(packed, new Uint8Array(6))).toThrow();
  expect(() => gunzip(packed, new Uint8Array(8))).toThrow();
});

it('a page whose checksum is another than its header says is refused', () => {
  const body = Uint8Array.of(7, 0, 0, 0);
  const signed = (value: number) => {
    const bytes: number[] = [];
    let left = BigInt.asUintN(32, (BigInt(value | 0) << 1n) ^ (BigInt(value | 0) >> 31n));
    for (; left > 127n; left >>= 7n) {
      bytes.push(Number(left & 127n) | 128);
    }
    return [...bytes, Number(left)];
  };
  const pageOf = (crc: number) => {
    const header = [0x15, 0, 0x15, 8, 0x15, 8, 0x15, ...signed(crc), 0x1c, 0x15, 2, 0x15, 0, 0x15, 6, 0x15, 6, 0, 0];
    return columnPages(Uint8Array.from([...header, ...body]), { num_values: 1n } as ColumnMetaData, {
      ...reading,
      definition: 0,
    });
  };
  expect(pageOf(crc32(0, body)).next().value?.content().textAt(0)).toBe('7');
  expect(() =>
    pageOf(crc32(0, body) + 1)
      .next()
      .value?.content(),
  ).toThrow('another checksum');
});

it('the checksum is the usual one', () => {
  expect(crc32(0, new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('LZ4 of a block whose sizes lie is refused, not unpacked for ever', () => {
  const lying = new Uint8Array(24);
  new DataView(lying.buffer).setInt32(4, -8);
  expect(() => decompressHadoopLz4(lying, new Uint8Array(16))).toThrow();
  expect(() => decompressLz4(Uint8Array.from([0x10, 65]), new Uint8Array(8))).toThrow('ends early');
});
