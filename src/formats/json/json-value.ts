import { isLosslessNumber, parse, type LosslessNumber } from 'lossless-json';
import { compactParse } from './compact-parse';
import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';

/** A JSON value whose numbers keep the text that the file has for them. */
export type JsonValue = null | boolean | string | LosslessNumber | JsonValue[] | JsonObject;

/** Only ever listed (`Object.entries`), never asked for a name that a file has given. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/**
 * Reads one document, whose depth has been checked.
 *
 * @param firstLine the line of the file on which `text` begins
 * @throws FileProblem that names the line where the text stops being JSON, or where a name has two different values
 */
export function parseDocument(text: string, firstLine: number): JsonValue {
  try {
    return compactParse(text) ?? (parse(text) as JsonValue);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /^(.*?),? ?(?:encountered )?at position (\d+)$/s.exec(said);
    const line = firstLine + newlines(text, Number(position?.[2] ?? 0));
    throw new FileProblem(fileMessages.jsonBroken(line, shortened(position?.[1] ?? said)));
  }
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

function newlines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
