import fc from 'fast-check';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

type Options = Parameters<typeof parquetWriteBuffer>[0];

/** How a column can lie in a file: its type, and values of it that come again and again. */
interface ColumnForm {
  readonly element: Omit<SchemaElement, 'name'>;
  readonly values: readonly unknown[];
  readonly encodings?: readonly string[];
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const texts = (...values: (string | null)[]): ColumnForm => ({
  element: text,
  values,
  encodings: ['PLAIN', 'DELTA_BYTE_ARRAY'],
});

const clients = [
  texts('Acme', 'Beta', 'Gamma', null),
  texts('Acme', 'Beta', 'long '.repeat(300), '', 'NULL', ' Acme ', '#REF!', '*', '-'),
  texts('Acme', 'Beta', 'Total', 'Total Energies', 'Grand total', null),
];
const vendors = [texts('AWS', 'Microsoft'), texts('AWS', 'OpenAI', '', '#N/A', null)];
const services = [
  texts('Amazon Bedrock', 'Amazon EC2', 'Azure OpenAI Service', null),
  texts('Amazon EC2', 'Amazon Bedrock'),
  texts('Storage', 'GPT-4o', 'Sum'),
];
const currencies = [texts('USD'), texts('USD', 'EUR', 'JPY'), texts('USD', 'usd', 'Credits', '', '?', null)];

const DAY_MS = 86_400_000;
const FIRST_DAY = 19_967;
const days = [...Array(40).keys()].map((day) => FIRST_DAY + day);
const timestamp = (unit: 'MILLIS' | 'MICROS', isAdjustedToUTC: boolean): ColumnForm => ({
  element: { type: 'INT64', logical_type: { type: 'TIMESTAMP', unit, isAdjustedToUTC } },
  values: [...days, null].map((day) => day && BigInt(day * DAY_MS + 3_600_000) * (unit === 'MILLIS' ? 1n : 1000n)),
  encodings: ['PLAIN', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'],
});
const dates: readonly ColumnForm[] = [
  { element: { type: 'INT32', converted_type: 'DATE' }, values: [...days, null], encodings: ['PLAIN'] },
  timestamp('MILLIS', true),
  timestamp('MICROS', false),
  texts('2024-09-18T23:30:00-08:00', '2024-10-01', '2024-10-31T00:00:00Z', 'P11 FY25', 'soon', '', null),
  texts('09/10/2024', '05.09.2024', '2024-09', '12/31/2024', 'Total', '45000'),
];

const decimal = (physical: Partial<SchemaElement>, scale: number, values: readonly (bigint | null)[]): ColumnForm => ({
  element: { type: 'INT32', ...physical, converted_type: 'DECIMAL', scale, precision: 9 },
  values,
  encodings: ['PLAIN'],
});
const whole = [0n, 1n, -1n, 5n, 150n, 1_000n, 12_000n, 123_456n, -99_900n, 1_234_567n, null];
const beyond = [...whole, 2n ** 53n - 1n, 2n ** 53n, -(2n ** 53n), 2n ** 62n, -(2n ** 63n)];
const amounts: readonly ColumnForm[] = [
  ...[0, 2, 3, 5].map((scale) => decimal({ type: 'INT32' }, scale, whole)),
  decimal({ type: 'INT64' }, 4, beyond),
  decimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 5 }, 3, whole),
  decimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 8 }, 6, beyond),
  decimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }, 11, [...beyond, 10n ** 37n, -(10n ** 30n)]),
  decimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }, 35, [...beyond, 10n ** 37n]),
  decimal({ type: 'BYTE_ARRAY' }, 2, whole),
  { element: { type: 'INT32' }, values: [0, 7, -12, 1_000_000, null], encodings: ['PLAIN', 'DELTA_BINARY_PACKED'] },
  { element: { type: 'INT64' }, values: beyond, encodings: ['PLAIN', 'DELTA_BINARY_PACKED'] },
  { element: { type: 'INT64', converted_type: 'UINT_64' }, values: [0n, 2n ** 64n - 1n, 5n] },
  { element: { type: 'FLOAT' }, values: [0, 0.1, -1.25, 1.234, 16_777_216, null] },
  {
    element: { type: 'DOUBLE' },
    values: [0, -0, 0.1, 1.234, -12.345, 0.1 + 0.2, 1e-7, 1.5e-7, 1e21, 1e15, 123_456.789, 5e-324, Infinity, NaN, null],
    encodings: ['PLAIN', 'BYTE_STREAM_SPLIT'],
  },
  { element: { type: 'DOUBLE' }, values: [1.5, 2.25, 10, 1_000.5] },
  texts('1.234', '1,234', '1.50', '1,234.5', '$5.00', '5 EUR', '(3)', '-', 'much', '', '1e400', '7', null),
];
const numbers: readonly ColumnForm[] = [
  { element: { type: 'DOUBLE' }, values: [1.5, 2, null] },
  texts('3', '1.500', 'many', ''),
];
const units = [texts('Tokens', 'Hours', null)];
const tags: readonly ColumnForm[] = [texts('{"team":"ads"}', '{"team":""}', '', '{}', null)];

/** The columns of `randomBill`, the others being named `Other 1` and on. */
export const BILL_COLUMNS = {
  Client: clients,
  Vendor: vendors,
  Service: services,
  Date: dates,
  Amount: amounts,
  Currency: currencies,
  Quantity: numbers,
  Unit: units,
  Tags: tags,
} as const;

/** A Parquet file of a bill whose columns are of random types and encodings, and whose rows repeat much. */
export const randomBill: fc.Arbitrary<Blob> = fc
  .record({ rows: fc.integer({ min: 1, max: 300 }), others: fc.constantFrom(0, 5), isSorted: fc.boolean() })
  .chain(({ rows, others, isSorted }) => {
    const forms = [
      ...Object.entries(BILL_COLUMNS),
      ...Array.from({ length: others }, (_, at): [string, readonly ColumnForm[]] => [`Other ${at + 1}`, units]),
    ];
    return fc.record({
      columns: fc.tuple(...forms.map(([name, choice]) => randomColumn(name, choice, rows, isSorted))),
      pageSize: fc.constantFrom(100, 100_000),
      rowGroupSize: fc.constantFrom(50, 1000, 1000),
      codec: fc.constantFrom('SNAPPY' as const, 'UNCOMPRESSED' as const),
    });
  })
  .map(({ columns, pageSize, rowGroupSize, codec }) => {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ element }) => element),
    ];
    const columnData = columns.map(({ data }) => data);
    return new Blob([parquetWriteBuffer({ columnData, schema, pageSize, rowGroupSize, codec })]);
  });

function randomColumn(name: string, choice: readonly ColumnForm[], rows: number, isSorted: boolean) {
  return fc.constantFrom(...choice).chain(({ element, values, encodings = [] }) =>
    fc
      .record({
        // Of few values each comes often; the first are the usual ones.
        most: fc.constantFrom(1, 1, 2, 2, 4, values.length),
        start: fc.nat(1_000_000),
        encoding: fc.constantFrom(undefined, undefined, ...encodings),
      })
      .map(({ most, start, encoding }) => {
        const places = scattered(start, rows).map((number) => number % Math.min(most, values.length));
        const data = (isSorted ? places.sort((a, b) => a - b) : places).map((place) => values[place]);
        return {
          element: { name, repetition_type: 'OPTIONAL', ...element } satisfies SchemaElement,
          data: { name, data, ...(encoding === undefined ? {} : { encoding }) } as Options['columnData'][number],
        };
      }),
  );
}

/** Numbers as if at random: to have each made and shrunk by itself would take most of a test's time. */
function scattered(start: number, count: number): number[] {
  let state = start;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
}
