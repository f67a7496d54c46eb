import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { openParquet } from '../../../src/formats/parquet/open-parquet';
import { Decimal, sum } from '../../../src/domain/money/decimal';
import { describeWithData, sharedData } from '../../shared-data';
import { readAll } from '../read-all';
import { oneColumn } from './written';

const column = async (file: Blob): Promise<string[]> =>
  (await readAll(await openParquet(file))).rows.map(([cell]) => cell!);

describe('Decimals of a Parquet file are exact', () => {
  const unscaled = [0n, 5n, -5n, 150n, -123456789n, 999999999n];
  const expected = ['0', '0.05', '-0.05', '1.5', '-1234567.89', '9999999.99'];
  const decimal = { converted_type: 'DECIMAL', scale: 2, precision: 9 } as const;

  it.each([
    ['INT32', { type: 'INT32' }],
    ['INT64', { type: 'INT64' }],
    ['FIXED_LEN_BYTE_ARRAY', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 5 }],
    ['FIXED_LEN_BYTE_ARRAY of 16', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }],
    ['BYTE_ARRAY', { type: 'BYTE_ARRAY' }],
  ] as [string, Partial<SchemaElement>][])('as %s, by the old and by the new name of the type', async (_, physical) => {
    expect(await column(oneColumn(unscaled, { ...decimal, ...physical }))).toEqual(expected);
    const logical = { ...decimal, logical_type: { type: 'DECIMAL', scale: 2, precision: 9 } } as const;
    expect(await column(oneColumn(unscaled, { ...logical, ...physical }))).toEqual(expected);
  });

  it('with 38 digits and scales from 0 to 38', async () => {
    const most = 10n ** 38n - 1n;
    for (const [scale, text] of [
      [0, most.toString()],
      [38, `0.${most}`],
      [11, `${'9'.repeat(27)}.${'9'.repeat(11)}`],
    ] as [number, string][]) {
      const element = {
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 16,
        converted_type: 'DECIMAL',
        scale,
        precision: 38,
      } as const;
      expect(await column(oneColumn([most, -most, 1n, null], element))).toEqual([
        text,
        `-${text}`,
        new Decimal(`1e-${scale}`).toFixed(),
        '',
      ]);
    }
  });

  it('whatever the digits and the scale', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }), { minLength: 1, maxLength: 20 }),
        fc.nat(38),
        async (values, scale) => {
          const element = {
            type: 'FIXED_LEN_BYTE_ARRAY',
            type_length: 16,
            converted_type: 'DECIMAL',
            scale,
            precision: 38,
          } as const;
          expect(await column(oneColumn(values, element))).toEqual(
            values.map((value) => new Decimal(value.toString()).times(new Decimal(10).pow(-scale)).toFixed()),
          );
        },
      ),
      { seed: 4, numRuns: 50 },
    );
  });
});

describe('Other values of a Parquet file', () => {
  it('integers keep all digits, signed and unsigned', async () => {
    expect(await column(oneColumn([9007199254740993n, -(2n ** 63n), null], { type: 'INT64' }))).toEqual([
      '9007199254740993',
      '-9223372036854775808',
      '',
    ]);
    expect(await column(oneColumn([2n ** 64n - 1n], { type: 'INT64', converted_type: 'UINT_64' }))).toEqual([
      '18446744073709551615',
    ]);
    expect(await column(oneColumn([4294967295], { type: 'INT32', converted_type: 'UINT_32' }))).toEqual(['4294967295']);
    expect(await column(oneColumn([-7], { type: 'INT32' }))).toEqual(['-7']);
  });

  it('floats are the shortest text that is the same float', async () => {
    expect(await column(oneColumn([0.1, 1.25e-6, -0.3, 1e21, 20.52022672899], { type: 'DOUBLE' }))).toEqual([
      '0.1',
      '0.00000125',
      '-0.3',
      '1e+21',
      '20.52022672899',
    ]);
    expect(
      await column(oneColumn([0.1, 16777216, -3.4028234663852886e38, 0.30000001192092896], { type: 'FLOAT' })),
    ).toEqual(['0.1', '16777216', '-3.4028235e+38', '0.3']);
    expect(
      await column(
        oneColumn([1.5, -0.25], { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, logical_type: { type: 'FLOAT16' } }),
      ),
    ).toEqual(['1.5', '-0.25']);
  });

  it('dates and times are ISO text, to the nanosecond, before 1970 too', async () => {
    const at = (unit: 'MILLIS' | 'MICROS' | 'NANOS', isAdjustedToUTC: boolean) =>
      ({ type: 'INT64', logical_type: { type: 'TIMESTAMP', unit, isAdjustedToUTC } }) as const;
    expect(await column(oneColumn([20045, -1, 0, null], { type: 'INT32', converted_type: 'DATE' }))).toEqual([
      '2024-11-18',
      '1969-12-31',
      '1970-01-01',
      '',
    ]);
    expect(
      await column(oneColumn([1731906000000n, -1n], { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' })),
    ).toEqual(['2024-11-18T05:00:00Z', '1969-12-31T23:59:59.999Z']);
    expect(await column(oneColumn([1731906000000001n], { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }))).toEqual(
      ['2024-11-18T05:00:00.000001Z'],
    );
    expect(await column(oneColumn([1731906000000000001n, -1n], at('NANOS', true)))).toEqual([
      '2024-11-18T05:00:00.000000001Z',
      '1969-12-31T23:59:59.999999999Z',
    ]);
    expect(await column(oneColumn([1731906000100n], at('MILLIS', false)))).toEqual(['2024-11-18T05:00:00.1']);
    expect(await column(oneColumn([45296000], { type: 'INT32', converted_type: 'TIME_MILLIS' }))).toEqual(['12:34:56']);
  });

  it('texts, JSON, booleans, identifiers and nothing', async () => {
    const texts = ['Müller 中', '', null, '=1+1', '\ufeffx'];
    expect(await column(oneColumn(texts, { type: 'BYTE_ARRAY', converted_type: 'UTF8' }))).toEqual([
      'Müller 中',
      '',
      '',
      '=1+1',
      '\ufeffx',
    ]);
    expect(await column(oneColumn([{ a: 1 }], { type: 'BYTE_ARRAY', converted_type: 'JSON' }))).toEqual(['{"a":1}']);
    expect(await column(oneColumn([true, false, null], { type: 'BOOLEAN' }))).toEqual(['TRUE', 'FALSE', '']);
    const id = '123e4567-e89b-12d3-a456-426614174000';
    expect(
      await column(oneColumn([id], { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } })),
    ).toEqual([id]);
    expect(await column(oneColumn([null, null], { type: 'DOUBLE' }))).toEqual(['', '']);
  });
});

describe('Pages of a Parquet file', () => {
  const texts = Array.from({ length: 500 }, (_, index) =>
    index % 7 === 0 ? null : `client ${index % 5 === 0 ? index : 'aaaaaaaaaaaaaaaaaaaaaaaa'}`,
  );
  const textCells = texts.map((text) => text ?? '');
  const element = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

  it.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW'] as const)(
    'are unpacked: %s',
    async (codec) => {
      expect(await column(oneColumn(texts, element, { codec }))).toEqual(textCells);
      expect(await column(oneColumn(texts, element, { codec, encoding: 'PLAIN', pageSize: 400 }))).toEqual(textCells);
    },
  );

  it.each(['PLAIN', 'RLE_DICTIONARY', 'DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY'])(
    'hold texts by %s',
    async (encoding) => {
      expect(await column(oneColumn(texts, element, { encoding, pageSize: 1000 }))).toEqual(textCells);
    },
  );

  const integers = Array.from(
    { length: 1000 },
    (_, index) => (index % 11 === 0 ? null : (index * index * 7919) % 1_000_003) as number | null,
  );
  it.each(['PLAIN', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT', 'RLE_DICTIONARY'])(
    'hold integers by %s',
    async (encoding) => {
      const cells = integers.map((value) => (value === null ? '' : String(value)));
      expect(await column(oneColumn(integers, { type: 'INT32' }, { encoding, pageSize: 500 }))).toEqual(cells);
      const long = integers.map((value) => (value === null ? null : BigInt(value) ** 3n * (value % 2 ? -1n : 1n)));
      expect(await column(oneColumn(long, { type: 'INT64' }, { encoding, pageSize: 500 }))).toEqual(
        long.map((value) => (value === null ? '' : String(value))),
      );
    },
  );

  it('hold booleans by RLE', async () => {
    const values = Array.from({ length: 300 }, (_, index) => index % 3 === 0 || index > 200);
    expect(
      await column(oneColumn(values, { type: 'BOOLEAN', repetition_type: 'REQUIRED' }, { encoding: 'RLE' })),
    ).toEqual(values.map((value) => (value ? 'TRUE' : 'FALSE')));
  });

  it('go on over groups of rows, whose rows are counted through', async () => {
    const file = new Blob([
      parquetWriteBuffer({
        columnData: [
          { name: 'a', data: Array.from({ length: 25 }, (_, index) => index), type: 'INT32' },
          { name: 'b', data: Array.from({ length: 25 }, () => 'x') },
        ],
        rowGroupSize: 10,
      }),
    ]);
    const table = (await openParquet(file)).tables[0]!;
    const seen: [string, number][] = [];
    const progress: number[] = [];
    await table.readRows(
      [1, 0, 1],
      (cells, line) => seen.push([cells.join(), line]),
      (done, total) => progress.push(done / total),
    );
    expect(seen).toHaveLength(25);
    expect(seen[24]).toEqual(['x,24,x', 25]);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    expect(table).toMatchObject({ name: '', header: ['a', 'b'], notation: 'exact' });
  });

  it('are read only of the columns asked for', async () => {
    const file = new Blob([
      parquetWriteBuffer({
        columnData: [
          { name: 'big', data: Array.from({ length: 1000 }, (_, index) => `text ${index}`) },
          { name: 'small', data: Array.from({ length: 1000 }, () => 1) },
        ],
        codec: 'UNCOMPRESSED',
      }),
    ]);
    let bytes = 0;
    const counted = new Proxy(file, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key !== 'slice') {
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return (...range: [number?, number?]) => {
          const part = target.slice(...range);
          bytes += part.size;
          return part;
        };
      },
    });
    const table = (await openParquet(counted)).tables[0]!;
    bytes = 0;
    await table.readRows([1], () => {});
    expect(bytes).toBeLessThan(1000);
    await table.readRows([], (cells) => expect(cells).toEqual([]));
  });
});

describe('Nested columns of a Parquet file are JSON text', () => {
  const write = (schema: SchemaElement[], data: unknown[]) =>
    new Blob([
      parquetWriteBuffer({ columnData: [{ name: 'n', data }], schema: [{ name: 'root', num_children: 1 }, ...schema] }),
    ]);

  it('structs, with exact numbers', async () => {
    const schema: SchemaElement[] = [
      { name: 'n', num_children: 3, repetition_type: 'OPTIONAL' },
      { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'cost', type: 'INT64', converted_type: 'DECIMAL', scale: 3, precision: 18, repetition_type: 'REQUIRED' },
      { name: '__proto__', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
    ];
    const row = (name: string | null, cost: bigint) =>
      Object.fromEntries([
        ['name', name],
        ['cost', cost],
        ['__proto__', true],
      ]);
    expect(await column(write(schema, [row('a"b', 9007199254740993n), null, row(null, 0n)]))).toEqual([
      '{"name":"a\\"b","cost":9007199254740.993,"__proto__":true}',
      '',
      '{"name":null,"cost":0,"__proto__":true}',
    ]);
  });

  it('lists, empty and missing ones too', async () => {
    const schema: SchemaElement[] = [
      { name: 'n', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'INT32', repetition_type: 'OPTIONAL' },
    ];
    expect(await column(write(schema, [[1, null, 3], [], null, [4]]))).toEqual(['[1,null,3]', '[]', '', '[4]']);
  });

  it('maps, as the tags of a bill are', async () => {
    const schema: SchemaElement[] = [
      { name: 'n', num_children: 1, converted_type: 'MAP', repetition_type: 'OPTIONAL' },
      { name: 'key_value', num_children: 2, repetition_type: 'REPEATED' },
      { name: 'key', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'value', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ];
    const data = [
      new Map([
        ['team', 'ML'],
        ['10', 'x'],
        ['__proto__', 'y'],
      ]),
      new Map(),
      null,
      new Map([['env', null]]),
    ];
    expect(await column(write(schema, data))).toEqual([
      '{"team":"ML","10":"x","__proto__":"y"}',
      '{}',
      '',
      '{"env":null}',
    ]);
  });
});

describeWithData('The published bill as Parquet', () => {
  it('gives its exact totals', async () => {
    const file = new Blob([
      new Uint8Array(await readFile(path.join(sharedData, 'derived/focus_first52_dec38_snappy.parquet'))),
    ]);
    const opened = await openParquet(file);
    const { header, rows } = await readAll(opened);
    const total = (name: string) => sum(rows.map((cells) => new Decimal(cells[header.indexOf(name)]!))).toFixed();
    expect([rows.length, total('BilledCost'), total('EffectiveCost'), total('ListCost')]).toEqual([
      52,
      '0.3761127738',
      '0',
      '0.4225127738',
    ]);
    expect(opened).toMatchObject({ kind: 'parquet', reading: null, notices: [] });
  });
});
