import { isLosslessNumber, type LosslessNumber } from 'lossless-json';

/** A JSON value whose numbers keep the text that the file has for them. */
export type JsonValue = null | boolean | string | LosslessNumber | JsonValue[] | JsonObject;

/** Only ever listed (`Object.entries`), never asked for a name that a file has given. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/** Compact JSON, each number as it was written. */
export function jsonText(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(jsonText).join(',')}]`;
  }
  if (isLosslessNumber(value)) {
    return value.value;
  }
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}
