import { XmlProblem } from './xml-problem';

const PREDEFINED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&(?:#x([0-9a-f]{1,8});|#([0-9]{1,8});|([a-z]{1,8});)?/gi;

/**
 * Text of an XML document with its character references resolved and its line ends as one `\n`. Only the five predefined
 * entities are known: as there is no DOCTYPE, there can be no others.
 *
 * @throws XmlProblem if a reference is none
 */
export function resolveReferences(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return text.includes('&') ? text.replace(REFERENCE, resolve) : text;
}

function resolve(_: string, hexadecimal?: string, decimal?: string, name?: string): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const character = name === undefined ? characterOf(code) : PREDEFINED.get(name);
  if (character === undefined) {
    throw new XmlProblem('malformed');
  }
  return character;
}

function characterOf(code: number): string | undefined {
  const known = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return known ? String.fromCodePoint(code) : undefined;
}
