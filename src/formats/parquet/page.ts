import type { Encoding, PageHeader } from 'hyparquet';
import { byteSource, take, takeUint32, type ByteSource } from './byte-source';
import type { Decompress } from './codecs';
import { readDeltas, readMeasuredArrays, readPrefixedArrays } from './delta-values';
import { bitWidth, isRunOf, readHybrid, readMeasuredHybrid } from './hybrid-runs';
import type { Decimals, Numbers } from '../file/row-batch';
import { readDecimals, roomForDecimals, type NumberForm } from './decimals';
import type { PageMemory } from './page-memory';
import {
  byteWidth,
  plainFixed,
  readPlain,
  splitFixed,
  type FixedValues,
  type Physical,
  type Raw,
} from './plain-values';

/** How the pages of one part of a column are to be read. */
export interface PageReading {
  readonly decompress: Decompress;
  readonly memory: PageMemory;
  readonly physical: Physical;
  /** The highest levels that the column has. */
  readonly definition: number;
  readonly repetition: number;
  /** A value as a cell has it. */
  readonly textOf: (value: Raw) => string;
  /** How a value is a number; null if it is none. */
  readonly numberForm: NumberForm | null;
}

/** Texts that pages refer to by number. */
export interface Dictionary {
  /** Behind them stands the blank, for a value that is missing. */
  readonly texts: readonly string[];
  /** The same as numbers; null if they are none. */
  readonly decimals: Decimals | null;
}

/** Some values of a column, with the levels that say where they are missing and where lists begin. */
export interface Page {
  readonly count: number;
  /** Null if all are at the highest level. */
  readonly definitions: Uint8Array | null;
  /** For each value its place among those that are there, or -1; null if all are there, or values repeat. */
  readonly places: Int32Array | null;
  /** Null if nothing repeats. */
  readonly repetitions: Uint8Array | null;
  /** The text of one of the values that are there. */
  readonly textAt: (index: number) => string;
  /** The values that are there as numbers of texts, if the page has them so. */
  readonly numbered: { readonly dictionary: Dictionary; readonly indices: Numbers } | null;
  /** The values that are there, from one on, as numbers, as many as there is room for; null if they have another form. */
  readonly decimals: ((from: number, room: Decimals) => Decimals | null) | null;
}

type Values = Pick<Page, 'textAt' | 'numbered' | 'decimals'>;

/** Reads a page of values; `dictionary` has those it can refer to. */
export function readDataPage(
  header: PageHeader,
  body: Uint8Array,
  reading: PageReading,
  dictionary: Dictionary | null,
): Page {
  const { data_page_header: first, data_page_header_v2: second } = header;
  if (header.type === 'DATA_PAGE' && first) {
    const source = byteSource(reading.decompress(body, reading.memory.ofSize(header.uncompressed_page_size)));
    const measured = (): ByteSource => byteSource(take(source, takeUint32(source)));
    const repetitions = levels(first.num_values, reading.repetition, 0, measured);
    const definitions = levels(first.num_values, reading.definition, reading.definition, measured);
    return page(source, first.num_values, first.encoding, { definitions, repetitions }, reading, dictionary);
  }
  if (header.type === 'DATA_PAGE_V2' && second) {
    const packed = byteSource(body);
    const repetitionBytes = byteSource(take(packed, second.repetition_levels_byte_length));
    const definitionBytes = byteSource(take(packed, second.definition_levels_byte_length));
    const repetitions = levels(second.num_values, reading.repetition, 0, () => repetitionBytes);
    const definitions = levels(second.num_values, reading.definition, reading.definition, () => definitionBytes);
    const values = take(packed, packed.end - packed.at);
    const size = header.uncompressed_page_size - repetitionBytes.end - definitionBytes.end;
    if (size < 0) {
      throw new RangeError('The page is smaller than its levels.');
    }
    const source = byteSource(
      second.is_compressed === false ? values : reading.decompress(values, reading.memory.ofSize(size)),
    );
    return page(source, second.num_values, second.encoding, { definitions, repetitions }, reading, dictionary);
  }
  throw new Error('The page has no header of its type.');
}

/** Reads what the pages after it refer to by number. */
export function readDictionary(header: PageHeader, body: Uint8Array, reading: PageReading): Dictionary {
  const count = header.dictionary_page_header?.num_values ?? -1;
  if (count < 0) {
    throw new Error('The page has no header of its type.');
  }
  const { physical, numberForm, textOf } = reading;
  const unpacked = reading.decompress(body, reading.memory.ofSize(header.uncompressed_page_size));
  const texts = readPlain(byteSource(unpacked), physical, count).map(textOf);
  const isFixed = numberForm !== null && byteWidth(physical) > 0;
  return {
    texts: [...texts, ''],
    decimals: isFixed
      ? readDecimals(plainFixed(byteSource(unpacked), physical, count), numberForm, 0, roomForDecimals(count))
      : null,
  };
}

/** Null if all are the usual one, told by a single run. */
function levels(count: number, highest: number, usual: number, open: () => ByteSource): Uint8Array | null {
  if (highest === 0) {
    return null;
  }
  const source = open();
  const width = bitWidth(highest);
  if (isRunOf(source, width, usual, count)) {
    return null;
  }
  const out = new Uint8Array(count);
  readHybrid(source, width, out);
  return out;
}

function page(
  source: ByteSource,
  count: number,
  encoding: Encoding,
  { definitions, repetitions }: Pick<Page, 'definitions' | 'repetitions'>,
  reading: PageReading,
  dictionary: Dictionary | null,
): Page {
  let present = 0;
  for (let at = 0; definitions !== null && at < count; at++) {
    present += definitions[at] === reading.definition ? 1 : 0;
  }
  if (definitions === null || present === count) {
    const values = count === 0 ? NO_VALUES : pageValues(source, count, encoding, reading, dictionary);
    return { count, definitions: null, places: null, repetitions, ...values };
  }
  const places = reading.repetition === 0 ? placesOf(definitions, reading.definition) : null;
  const values = present === 0 ? NO_VALUES : pageValues(source, present, encoding, reading, dictionary);
  return { count, definitions, places, repetitions, ...values };
}

const NO_VALUES: Values = { textAt: () => '', numbered: null, decimals: null };

function placesOf(definitions: Uint8Array, highest: number): Int32Array {
  const places = new Int32Array(definitions.length);
  let place = 0;
  for (let at = 0; at < places.length; at++) {
    places[at] = definitions[at] === highest ? place++ : -1;
  }
  return places;
}

function pageValues(
  source: ByteSource,
  count: number,
  encoding: Encoding,
  reading: PageReading,
  dictionary: Dictionary | null,
): Values {
  const { physical } = reading;
  if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    return referring(source, count, dictionary, reading.memory);
  }
  if (byteWidth(physical) > 0 && (encoding === 'PLAIN' || encoding === 'BYTE_STREAM_SPLIT')) {
    return fixedValues((encoding === 'PLAIN' ? plainFixed : splitFixed)(source, physical, count), count, reading);
  }
  const values = readValues(source, count, encoding, physical);
  return { textAt: (index) => reading.textOf(known(values[index])), numbered: null, decimals: null };
}

function referring(source: ByteSource, count: number, dictionary: Dictionary | null, memory: PageMemory): Values {
  const width = source.view.getUint8(source.at++);
  const indices = memory.ofIndices(width, count);
  if (width > 32) {
    throw new RangeError('A number is too wide.');
  }
  let largest = 0;
  if (width > 0) {
    largest = readHybrid(source, width, indices);
  } else {
    indices.fill(0);
  }
  const size = (dictionary?.texts.length ?? 1) - 1;
  if (dictionary === null || largest >= size) {
    throw new RangeError('A value is missing.');
  }
  const { texts, decimals } = dictionary;
  return {
    textAt: (index) => known(texts[known(indices[index])]),
    numbered: { dictionary, indices },
    decimals: decimals && ((from, room) => gathered(decimals, indices, from, room)),
  };
}

function gathered({ unscaled, scales }: Decimals, indices: Numbers, from: number, room: Decimals): Decimals {
  for (let at = 0; at < room.unscaled.length; at++) {
    const index = indices[from + at] ?? 0;
    room.unscaled[at] = unscaled[index] ?? NaN;
    room.scales[at] = scales[index] ?? 0;
  }
  return room;
}

/** Each is read when it is asked for: held, it would take several times its bytes. */
function fixedValues(values: FixedValues, count: number, { textOf, numberForm }: PageReading): Values {
  return {
    textAt: (index) => {
      if (!(index < count)) {
        throw new RangeError('A value is missing.');
      }
      return textOf(values.at(index));
    },
    numbered: null,
    decimals: numberForm && ((from, room) => readDecimals(values, numberForm, from, room)),
  };
}

function readValues(source: ByteSource, count: number, encoding: Encoding, physical: Physical): Raw[] {
  switch (encoding) {
    case 'PLAIN':
      return readPlain(source, physical, count);
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
