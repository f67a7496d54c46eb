import { parse } from 'lossless-json';
import { FileProblem } from '../file/file-problem';
import { fileMessages } from '../file/messages';
import { compactParse } from './compact-parse';
import type { JsonValue } from './json-value';

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
