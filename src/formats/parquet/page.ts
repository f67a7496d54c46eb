import type { Encoding, PageHeader } from 'hyparquet';
import { byteSource, take, type ByteSource } from './byte-source';
import type { Decompress } from './codecs';
import { readDeltas, readMeasuredArrays, readPrefixedArrays } from './delta-values';
import { bitWidth, readHybrid, readMeasuredHybrid } from './hybrid-runs';
import { byteWidth, readPlain, readSplit, type Physical, type Raw } from './plain-values';

/** How the pages of one part of a column are to be read. */
export interface PageReading {
  readonly decompress: Decompress;
  readonly physical: Physical;
  /** The highest levels that the column has. */
  readonly definition: number;
  readonly repetition: number;
  /** A value as a cell has it. */
  readonly textOf: (value: Raw) => string;
}

/** Some values of a column, with the levels that say where they are missing and where lists begin. */
export interface Page {
  readonly count: number;
  /** Null where all are at the highest level. */
  readonly definitions: Uint8Array | null;
  /** Null where nothing repeats. */
  readonly repetitions: Uint8Array | null;
  /** The text of one of the values that are there. */
  readonly textAt: (index: number) => string;
}

/** Reads a page of values; `dictionary` has the texts of those it can refer to. */
export function readDataPage(
  header: PageHeader,
  body: Uint8Array,
  reading: PageReading,
  dictionary: readonly string[] | null,
): Page {
  const { data_page_header: first, data_page_header_v2: second } = header;
  if (header.type === 'DATA_PAGE' && first) {
    const source = byteSource(reading.decompress(body, header.uncompressed_page_size));
    const repetitions = levels(first.num_values, reading.repetition, (width, out) =>
      readMeasuredHybrid(source, width, out),
    );
    const definitions = levels(first.num_values, reading.definition, (width, out) =>
      readMeasuredHybrid(source, width, out),
    );
    return page(source, first.num_values, first.encoding, { definitions, repetitions }, reading, dictionary);
  }
  if (header.type === 'DATA_PAGE_V2' && second) {
    const packed = byteSource(body);
    const repetitionBytes = byteSource(take(packed, second.repetition_levels_byte_length));
    const definitionBytes = byteSource(take(packed, second.definition_levels_byte_length));
    const repetitions = levels(second.num_values, reading.repetition, (width, out) =>
      readHybrid(repetitionBytes, width, out),
    );
    const definitions = levels(second.num_values, reading.definition, (width, out) =>
      readHybrid(definitionBytes, width, out),
    );
    const values = take(packed, packed.end - packed.at);
    const size = header.uncompressed_page_size - repetitionBytes.end - definitionBytes.end;
    if (size < 0) {
      throw new RangeError('The page is smaller than its levels.');
    }
    const source = byteSource(second.is_compressed === false ? values : reading.decompress(values, size));
    return page(source, second.num_values, second.encoding, { definitions, repetitions }, reading, dictionary);
  }
  throw new Error('The page has no header of its type.');
}

/** Reads the texts that the pages after it refer to by number. */
export function readDictionary(header: PageHeader, body: Uint8Array, reading: PageReading): string[] {
  const count = header.dictionary_page_header?.num_values ?? -1;
  if (count < 0) {
    throw new Error('The page has no header of its type.');
  }
  const source = byteSource(reading.decompress(body, header.uncompressed_page_size));
  return readPlain(source, reading.physical, count).map(reading.textOf);
}

function levels(count: number, highest: number, read: (width: number, out: Uint8Array) => void): Uint8Array | null {
  if (highest === 0) {
    return null;
  }
  const out = new Uint8Array(count);
  read(bitWidth(highest), out);
  return out;
}

function page(
  source: ByteSource,
  count: number,
  encoding: Encoding,
  { definitions, repetitions }: Pick<Page, 'definitions' | 'repetitions'>,
  reading: PageReading,
  dictionary: readonly string[] | null,
): Page {
  let present = count;
  for (const level of definitions ?? []) {
    if (level !== reading.definition) {
      present--;
    }
  }
  const textAt = present === 0 ? () => '' : readTexts(source, present, encoding, reading, dictionary);
  return { count, definitions, repetitions, textAt };
}

function readTexts(
  source: ByteSource,
  count: number,
  encoding: Encoding,
  reading: PageReading,
  dictionary: readonly string[] | null,
): (index: number) => string {
  if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    const width = source.view.getUint8(source.at++);
    const numbers = new Uint32Array(count);
    if (width > 32) {
      throw new RangeError('A number is too wide.');
    }
    if (width > 0) {
      readHybrid(source, width, numbers);
    }
    return (index) => known(dictionary?.[numbers[index] ?? -1]);
  }
  const { physical } = reading;
  if (encoding === 'PLAIN' && physical.type === 'FIXED_LEN_BYTE_ARRAY') {
    const width = byteWidth(physical);
    const bytes = take(source, count * width);
    // Cut out when they are asked for: held, each would take several times its bytes.
    return (index) => {
      if (!(index < count)) {
        throw new RangeError('A value is missing.');
      }
      return reading.textOf(bytes.subarray(index * width, (index + 1) * width));
    };
  }
  const values = readValues(source, count, encoding, physical);
  return (index) => reading.textOf(known(values[index]));
}

function readValues(source: ByteSource, count: number, encoding: Encoding, physical: Physical): Raw[] {
  switch (encoding) {
    case 'PLAIN':
      return readPlain(source, physical, count);
    case 'BYTE_STREAM_SPLIT':
      return readSplit(source, physical, count);
    case 'DELTA_BINARY_PACKED':
      return physical.type === 'INT32' ? readDeltas(source, count, 32).map(Number) : readDeltas(source, count, 64);
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return readMeasuredArrays(source, count);
    case 'DELTA_BYTE_ARRAY':
      return readPrefixedArrays(source, count);
    case 'RLE': {
      const bits = new Uint8Array(count);
      readMeasuredHybrid(source, 1, bits);
      return Array.from(bits, (bit) => bit === 1);
    }
    default:
      throw new Error(`The encoding ${encoding} is unknown.`);
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new RangeError('A value is missing.');
  }
  return value;
}
