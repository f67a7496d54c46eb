/**
 * Texts in the XML of a workbook, written and read.
 */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const LOOKS_ESCAPED = '_(?=x[0-9a-f]{4}_)';
const CONTROL = '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]';
const HALF_A_PAIR = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const UNWRITABLE = new RegExp(`${LOOKS_ESCAPED}|${CONTROL}|${HALF_A_PAIR}`, 'gi');
const ESCAPED = /_x([0-9a-f]{4})_/gi;

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What XML cannot hold goes as `_x0007_`, Excel's own way; an underline before such a text as `_x005F_`. */
function escapeCharacters(text: string): string {
  return text.replace(
    UNWRITABLE,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** A text between tags. */
export function xmlText(text: string): string {
  return escapeMarkup(escapeCharacters(text));
}

/** A formula between tags: Excel knows no escapes in it. */
export function xmlFormula(text: string): string {
  return escapeMarkup(text);
}

/** A text within the quotation marks of an attribute. */
export function xmlAttribute(text: string): string {
  return escapeMarkup(escapeCharacters(text))
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '_x000a_')
    .replaceAll('\t', '&#9;');
}

/** Undoes Excel's own escapes. */
export function unescapeCharacters(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
