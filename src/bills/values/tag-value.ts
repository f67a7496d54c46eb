/**
 * The value of one tag in a cell of tags: a JSON object, with its braces or without (as Azure writes it), or a list of
 * `{"key": ..., "value": ...}` (as AWS and Google write it). Upper and lower case are different tags, as in the file.
 *
 * @returns '' if the tag is not there, has no scalar value, or the cell is damaged
 */
export function tagValue(text: string, tag: string): string {
  const trimmed = text.trim();
  const tags = parse(trimmed) ?? parse(`{${trimmed}}`);
  if (Array.isArray(tags)) {
    return valueInList(tags, tag);
  }
  return isRecord(tags) && Object.hasOwn(tags, tag) ? scalarText(tags[tag]) : '';
}

function valueInList(tags: readonly unknown[], tag: string): string {
  const entry = tags.find((one) => isRecord(one) && (one['key'] === tag || one['Key'] === tag));
  return isRecord(entry) ? scalarText(entry['value'] ?? entry['Value']) : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
