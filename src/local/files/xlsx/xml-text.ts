/**
 * Texts in the XML of a workbook, as they are written.
 */
import { escapeText } from '../../../formats/xlsx/escaped-text';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text between tags. */
export function xmlText(text: string): string {
  return escapeMarkup(escapeText(text));
}

/** A formula between tags: Excel knows no escapes in it. */
export function xmlFormula(text: string): string {
  return escapeMarkup(text);
}

/** A text within the quotation marks of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '_x000a_').replaceAll('\t', '&#9;');
}
