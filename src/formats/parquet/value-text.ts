import type { SchemaElement } from 'hyparquet';
import { bigEndianInteger, decimalInteger, decimalText, floatText } from './decimal-text';
import type { NumberForm } from './decimals';
import type { Raw } from './plain-values';
import { dateText, nanosecondsOfInt96, timestampText, timeText } from './time-text';

/** How the values of a leaf column become cells. */
export interface ValueText {
  readonly textOf: (value: Raw) => string;
  /** What the values are in JSON. */
  readonly json: 'number' | 'boolean' | 'string';
  /** How a value is a number that need not become a text; else null. */
  readonly numberForm: NumberForm | null;
}

const NANOSECONDS = { MILLIS: 1_000_000n, MICROS: 1_000n, NANOS: 1n } as const;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Numbers as exact decimal text (floats as the shortest text that is the same float), dates and times as ISO text, booleans
 * in the words of a sheet, texts as they are, and bytes that are no text as hexadecimal digits.
 */
export function valueText(element: SchemaElement): ValueText {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = (logical?.type === 'DECIMAL' ? logical.scale : element.scale) ?? 0;
    return {
      textOf: (value) => decimalText(value instanceof Uint8Array ? decimalInteger(value) : integer(value), scale),
      json: 'number',
      numberForm: { kind: 'decimal', scale },
    };
  }
  switch (type) {
    case 'BOOLEAN':
      return { textOf: (value) => (value === true ? 'TRUE' : 'FALSE'), json: 'boolean', numberForm: null };
    case 'INT32':
    case 'INT64':
      return integerText(element, type === 'INT32' ? 32 : 64);
    case 'INT96':
      return text((value) => timestampText(nanosecondsOfInt96(integer(value)), true));
    case 'FLOAT':
      return { textOf: (value) => floatText(Number(value)), json: 'number', numberForm: null };
    case 'DOUBLE':
      return { textOf: String, json: 'number', numberForm: { kind: 'double' } };
    case 'FIXED_LEN_BYTE_ARRAY':
      if (logical?.type === 'FLOAT16') {
        return { textOf: (value) => String(halfFloat(bytesOf(value))), json: 'number', numberForm: null };
      }
      if (logical?.type === 'UUID') {
        return text((value) => hexadecimal(bytesOf(value)).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
      }
      return text((value) => (isText(element) ? utf8.decode(bytesOf(value)) : hexadecimal(bytesOf(value))));
    default:
      return text((value) => (isBinary(element) ? hexadecimal(bytesOf(value)) : utf8.decode(bytesOf(value))));
  }
}

function integerText({ converted_type: converted, logical_type: logical }: SchemaElement, bits: 32 | 64): ValueText {
  if (converted === 'DATE' || logical?.type === 'DATE') {
    return text((value) => dateText(Number(value)));
  }
  if (logical?.type === 'TIMESTAMP') {
    return text((value) => timestampText(integer(value) * NANOSECONDS[logical.unit], logical.isAdjustedToUTC));
  }
  if (converted === 'TIMESTAMP_MILLIS') {
    return text((value) => timestampText(integer(value) * NANOSECONDS.MILLIS, true));
  }
  if (converted === 'TIMESTAMP_MICROS') {
    return text((value) => timestampText(integer(value) * NANOSECONDS.MICROS, true));
  }
  if (logical?.type === 'TIME') {
    return text((value) => timeText(integer(value) * NANOSECONDS[logical.unit]));
  }
  if (converted === 'TIME_MILLIS') {
    return text((value) => timeText(integer(value) * NANOSECONDS.MILLIS));
  }
  if (converted === 'TIME_MICROS') {
    return text((value) => timeText(integer(value) * NANOSECONDS.MICROS));
  }
  const isUnsigned = converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
  return isUnsigned
    ? { textOf: (value) => BigInt.asUintN(bits, integer(value)).toString(), json: 'number', numberForm: null }
    : { textOf: String, json: 'number', numberForm: { kind: 'decimal', scale: 0 } };
}

function text(textOf: (value: Raw) => string): ValueText {
  return { textOf, json: 'string', numberForm: null };
}

function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  const names = ['UTF8', 'STRING', 'ENUM', 'JSON'];
  return names.includes(converted ?? '') || names.includes(logical?.type ?? '');
}

function isBinary({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'BSON' || ['BSON', 'GEOMETRY', 'GEOGRAPHY'].includes(logical?.type ?? '');
}

function integer(value: Raw): bigint {
  return value instanceof Uint8Array ? bigEndianInteger(value) : BigInt(value);
}

function bytesOf(value: Raw): Uint8Array {
  if (value instanceof Uint8Array) {
    return value;
  }
  throw new Error('The value is no bytes.');
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function halfFloat(bytes: Uint8Array): number {
  const bits = (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0);
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 0x1f) {
    return fraction === 0 ? sign * Infinity : NaN;
  }
  return exponent === 0 ? sign * 2 ** -14 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction);
}
