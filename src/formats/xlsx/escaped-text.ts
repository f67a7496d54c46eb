const ESCAPED = /_x([0-9a-f]{4})_/gi;
const LOOKS_ESCAPED = '_(?=x[0-9a-f]{4}_)';
const CONTROL = '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]';
const HALF_A_PAIR = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const UNWRITABLE = new RegExp(`${LOOKS_ESCAPED}|${CONTROL}|${HALF_A_PAIR}`, 'gi');

/** Text as Office writes it into a file: what XML cannot hold as `_x000D_`, an underscore that only looks like that as `_x005F_`. */
export function escapeText(text: string): string {
  return text.replace(
    UNWRITABLE,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** Undoes `escapeText`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
