import fc from 'fast-check';
import { parquetMetadata, type FileMetaData } from 'hyparquet';
import type { ColumnMetaData } from 'hyparquet/src/types.js';
import { ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { FileProblem } from '../../../src/formats/file/file-problem';
import { columnTree } from '../../../src/formats/parquet/column-tree';
import { openParquet } from '../../../src/formats/parquet/open-parquet';
import { problemOf, readAll } from '../read-all';
import { compressors, oneColumn } from './written';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => {
  process.off('unhandledRejection', note);
});

const read = async (file: Blob) => readAll(await openParquet(file));
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const texts = Array.from({ length: 200 }, (_, index) => (index % 9 === 0 ? null : `value ${index * index}`));

describe('A Parquet file that is not sound', () => {
  it('empty, another kind of file, or cut off anywhere', async () => {
    expect(await problemOf(read(new Blob([])))).toContain('empty');
    expect(await problemOf(read(new Blob(['PAR1'])))).toContain('does not end as a Parquet file does');
    expect(await problemOf(read(new Blob(['a,b\n1,2\n3,4\n'])))).toContain('does not end as a Parquet file does');
    const bytes = await bytesOf(oneColumn(texts, text));
    for (let end = 1; end < bytes.length; end += 7) {
      expect(await problemOf(read(new Blob([bytes.slice(0, end)])))).toContain('Parquet');
    }
  });

  it('with an encrypted footer', async () => {
    expect(await problemOf(read(new Blob(['PAR1 secret', Uint8Array.of(4, 0, 0, 0), 'PARE'])))).toContain(
      'is encrypted',
    );
  });

  it('with a footer that claims to be larger than the file, or is rubbish', async () => {
    const claims = (length: number) =>
      new Blob(['PAR1', new Uint8Array(100).fill(0x8c), Uint32Array.of(length), 'PAR1']);
    for (const length of [0, 1, 100, 104, 105, 2 ** 31, 2 ** 32 - 1]) {
      expect(await problemOf(read(claims(length)))).toContain('its footer');
    }
  });

  it('with a page whose bytes are others', async () => {
    for (const codec of ['SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const) {
      const bytes = await bytesOf(oneColumn(texts, text, { codec, encoding: 'PLAIN' }));
      bytes.fill(0xff, 40, 400);
      expect([codec, await problemOf(read(new Blob([bytes])))]).toEqual([codec, expect.stringContaining('is damaged')]);
    }
  });

  it('whose footer claims what cannot be', async () => {
    const claiming = async (
      claim: (footer: FileMetaData, part: ColumnMetaData) => void,
      sound = oneColumn([1n, 2n], decimal),
    ) => {
      const bytes = await sound.arrayBuffer();
      const footer = parquetMetadata(bytes);
      delete footer.row_groups[0]!.columns[0]!.meta_data!.statistics;
      claim(footer, footer.row_groups[0]!.columns[0]!.meta_data!);
      const writer = new ByteWriter();
      writeMetadata(writer, footer);
      return new Blob([bytes.slice(0, bytes.byteLength - 8 - footer.metadata_length), writer.getBuffer(), 'PAR1']);
    };
    const decimal = { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 9 } as const;
    const rows = (count: bigint) => (footer: FileMetaData, part: ColumnMetaData) => {
      footer.num_rows = footer.row_groups[0]!.num_rows = part.num_values = count;
    };
    expect((await read(await claiming(() => {}))).rows).toEqual([['0.01'], ['0.02']]);
    expect(await problemOf(read(await claiming(rows(10n ** 12n))))).toContain('more than 20,000,000 rows');
    expect(await problemOf(read(await claiming(rows(19_999_999n))))).toContain('row 3, in group 1');
    expect(await problemOf(read(await claiming((footer) => (footer.num_rows = 1n))))).toContain('its footer');
    expect(await problemOf(read(await claiming((_, part) => (part.num_values = 1n))))).toContain('its column v');
    expect(await problemOf(read(await claiming((_, part) => (part.total_compressed_size = 2n ** 40n))))).toContain(
      'its column v',
    );
    expect(await problemOf(read(await claiming((_, part) => (part.data_page_offset = -5n))))).toContain('its column v');
    expect(await problemOf(read(await claiming((_, part) => (part.type = 'DOUBLE'))))).toContain('its column v');
    expect(await problemOf(read(await claiming((_, part) => (part.codec = 'LZO'))))).toContain('compressed by LZO');
    expect(await problemOf(read(await claiming((footer) => (footer.schema[1]!.scale = 2 ** 30))))).toContain('row 1');
    expect(await problemOf(read(await claiming((footer) => (footer.row_groups[0]!.columns = []))))).toContain(
      'its column v',
    );
    const fixed = oneColumn([1n], { ...decimal, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 8 });
    expect(
      await problemOf(read(await claiming((footer) => (footer.schema[1]!.type_length = 2 ** 30), fixed))),
    ).toContain('row 1');
  });

  it('whose schema is no tree', () => {
    const leaf = { name: 'a', type: 'INT32' } as const;
    expect(columnTree([{ name: 'root', num_children: 1 }, leaf])).toHaveLength(1);
    for (const children of [-1, 2, 2 ** 30]) {
      expect(() => columnTree([{ name: 'root', num_children: children }, leaf])).toThrow('schema');
    }
    expect(() => columnTree([{ name: 'root', num_children: 1 }, leaf, leaf])).toThrow('belong to nothing');
    expect(() => columnTree(Array.from({ length: 1000 }, () => ({ name: 'a', num_children: 1 })))).toThrow('too deep');
    expect(() => columnTree([])).toThrow('schema');
  });

  it('with columns of any name', async () => {
    const file = new Blob([
      parquetWriteBuffer({
        columnData: ['__proto__', 'constructor', 'toString'].map((name) => ({ name, data: ['x'] })),
      }),
    ]);
    expect(await read(file)).toMatchObject({
      header: ['__proto__', 'constructor', 'toString'],
      rows: [['x', 'x', 'x']],
    });
  });

  it("a listener's own error reaches the caller as it is", async () => {
    const table = (await openParquet(oneColumn([1], { type: 'INT32' }))).tables[0]!;
    const reading = table.readRows([0], () => {
      throw new TypeError('mine');
    });
    await expect(reading).rejects.toThrow(TypeError);
  });
});

describe('A Parquet file changed at random', () => {
  const mixed = (codec: 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'ZSTD' | 'BROTLI' | 'LZ4' | 'LZ4_RAW') =>
    parquetWriteBuffer({
      columnData: [
        { name: 'text', data: texts },
        { name: 'prefixed', data: texts, encoding: 'DELTA_BYTE_ARRAY' },
        { name: 'delta', data: texts.map((_, index) => BigInt(index * 1000)), encoding: 'DELTA_BINARY_PACKED' },
        { name: 'split', data: texts.map((_, index) => index / 3), encoding: 'BYTE_STREAM_SPLIT' },
        { name: 'flag', data: texts.map((_, index) => index % 2 === 0) },
        {
          name: 'list',
          data: texts.map((_, index) => Array.from({ length: index % 4 }, () => ({ a: index, b: 'x' }))),
        },
      ],
      schema: [
        { name: 'root', num_children: 6 },
        { name: 'text', ...text, repetition_type: 'OPTIONAL' },
        { name: 'prefixed', ...text, repetition_type: 'OPTIONAL' },
        {
          name: 'delta',
          type: 'INT64',
          converted_type: 'DECIMAL',
          scale: 3,
          precision: 18,
          repetition_type: 'REQUIRED',
        },
        { name: 'split', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
        { name: 'flag', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
        { name: 'list', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', num_children: 2, repetition_type: 'OPTIONAL' },
        { name: 'a', type: 'INT32', repetition_type: 'OPTIONAL' },
        { name: 'b', ...text, repetition_type: 'OPTIONAL' },
      ],
      codec,
      compressors,
      pageSize: 600,
      rowGroupSize: 150,
    });

  it.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const)(
    'is read or refused, soon, and nothing else happens: %s',
    async (codec) => {
      const sound = new Uint8Array(mixed(codec));
      expect((await read(new Blob([sound]))).rows).toHaveLength(200);
      const edit = fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.oneof(fc.nat(255), fc.constantFrom(0, 127, 128, 255)),
        fc.nat(3),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
          const bytes = sound.slice();
          for (const [place, value, more] of edits) {
            bytes.fill(value, Math.floor(place * bytes.length), Math.floor(place * bytes.length) + 1 + more);
          }
          let error: unknown;
          const spent = await cpuTime(async () => {
            error = await read(new Blob([bytes])).then(
              () => null,
              (reason: unknown) => reason,
            );
          });
          if (error !== null && !(error instanceof FileProblem)) {
            throw error as Error;
          }
          expect(spent).toBeLessThan(WRONG_KIND_MS);
        }),
        { seed: 4, numRuns: codec === 'BROTLI' ? 20 : 60 },
      );
      expect(unhandled).toEqual([]);
    },
  );
});
