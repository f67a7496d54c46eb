import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { FileProblem } from '../../../../src/data/files/file-problem';
import { openParquet } from '../../../../src/data/files/parquet/open-parquet';
import { problemOf, readAll } from '../read-all';
import { compressors, oneColumn } from './written';

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
    for (let end = 1; end < bytes.length; end += 7) expect(await problemOf(read(new Blob([bytes.slice(0, end)])))).toContain('Parquet');
  });

  it('with an encrypted footer', async () => {
    expect(await problemOf(read(new Blob(['PAR1 secret', Uint8Array.of(4, 0, 0, 0), 'PARE'])))).toContain('is encrypted');
  });

  it('with a footer that claims to be larger than the file, or is rubbish', async () => {
    const claims = (length: number) => new Blob(['PAR1', new Uint8Array(100).fill(0x8c), Uint32Array.of(length), 'PAR1']);
    for (const length of [0, 1, 100, 104, 105, 2 ** 31, 2 ** 32 - 1]) expect(await problemOf(read(claims(length)))).toContain('its footer');
  });

  it('with a page whose bytes are others', async () => {
    for (const codec of ['SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const) {
      const bytes = await bytesOf(oneColumn(texts, text, { codec, encoding: 'PLAIN' }));
      bytes.fill(0xff, 40, 400);
      expect([codec, await problemOf(read(new Blob([bytes])))]).toEqual([codec, expect.stringContaining('is damaged')]);
    }
  });

  it('with more rows than the limit', async () => {
    const metadata = await bytesOf(oneColumn([1], { type: 'INT32' }));
    expect((await read(new Blob([metadata]))).rows).toEqual([['1']]);
  });

  it('with columns of any name', async () => {
    const file = new Blob([parquetWriteBuffer({ columnData: ['__proto__', 'constructor', 'toString'].map((name) => ({ name, data: ['x'] })) })]);
    expect(await read(file)).toMatchObject({ header: ['__proto__', 'constructor', 'toString'], rows: [['x', 'x', 'x']] });
  });

  it('a listener\'s own error reaches the caller as it is', async () => {
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
        { name: 'list', data: texts.map((_, index) => Array.from({ length: index % 4 }, () => ({ a: index, b: 'x' }))) },
      ],
      schema: [
        { name: 'root', num_children: 6 },
        { name: 'text', ...text, repetition_type: 'OPTIONAL' },
        { name: 'prefixed', ...text, repetition_type: 'OPTIONAL' },
        { name: 'delta', type: 'INT64', converted_type: 'DECIMAL', scale: 3, precision: 18, repetition_type: 'REQUIRED' },
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

  it.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const)('is read or refused, soon, and nothing else happens: %s', async (codec) => {
    const sound = new Uint8Array(mixed(codec));
    expect((await read(new Blob([sound]))).rows).toHaveLength(200);
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.oneof(fc.nat(255), fc.constantFrom(0, 127, 128, 255)), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const bytes = sound.slice();
        for (const [place, value, more] of edits) bytes.fill(value, Math.floor(place * bytes.length), Math.floor(place * bytes.length) + 1 + more);
        const start = performance.now();
        const error: unknown = await read(new Blob([bytes])).then(() => null, (reason: unknown) => reason);
        if (error !== null && !(error instanceof FileProblem)) throw error as Error;
        expect(performance.now() - start).toBeLessThan(2000);
      }),
      { seed: 4, numRuns: 150 },
    );
    expect(unhandled).toEqual([]);
  });
});
