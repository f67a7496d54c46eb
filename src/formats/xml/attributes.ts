import { resolveReferences } from './references';
import { XmlProblem } from './xml-problem';

/** Attributes by their names without prefix. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Hears each attribute of a tag in its order, the value with its references unresolved.
 *
 * @param raw what stands in the tag after its name
 * @throws XmlProblem if an attribute has no value in quotes
 */
export function eachAttribute(raw: string, hear: (name: string, rawValue: string) => void): void {
  for (let at = 0; ;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) {
      if (raw.slice(at).trim() !== '') {
        throw new XmlProblem('malformed');
      }
      return;
    }
    let open = equals + 1;
    while (isSpace(raw.charCodeAt(open))) {
      open += 1;
    }
    const quote = raw.charAt(open);
    const close = quote === '"' || quote === "'" ? raw.indexOf(quote, open + 1) : -1;
    if (close < 0) {
      throw new XmlProblem('malformed');
    }
    let nameAt = at;
    while (isSpace(raw.charCodeAt(nameAt))) {
      nameAt += 1;
    }
    let nameEnd = equals;
    while (nameEnd > nameAt && isSpace(raw.charCodeAt(nameEnd - 1))) {
      nameEnd -= 1;
    }
    hear(raw.slice(nameAt, nameEnd), raw.slice(open + 1, close));
    at = close + 1;
  }
}

/** The attributes of a tag by their local names, prefixes gone; of two alike the first. */
export function attributesOf(raw: string): Attributes {
  const attributes = new Map<string, string>();
  eachAttribute(raw, (name, value) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (!attributes.has(local)) {
      attributes.set(local, resolveReferences(value));
    }
  });
  return attributes;
}

/** Whether an attribute of the kind xsd:boolean is on. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A whole number that is not negative; null for anything else. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
