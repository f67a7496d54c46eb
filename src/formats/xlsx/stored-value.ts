import { resolveReferences } from '../xml/references';
import { unescapeText } from './escaped-text';
import type { WrittenCell } from './sheet-scanner';

/** A cell's value as the file stores it: a blank is null, a date that is stored as such in ISO 8601. */
export type StoredValue = null | string | number | boolean | { readonly error: string } | { readonly isoDate: string };

/** As XML Schema writes a double; a `Number` would take `0x10` and blanks as well. */
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const INDEX = /^\d{1,10}$/;

/**
 * Reads a cell's value.
 *
 * @param strings the texts that the cells of the workbook share
 * @returns undefined if it refers to a text that is not there
 */
export function storedValue({ type, raw }: WrittenCell, strings: readonly string[]): StoredValue | undefined {
  switch (type) {
    case '':
    case 'n':
      return raw === '' ? null : storedNumber(raw.trim());
    case 's': {
      const written = raw.trim();
      if (INDEX.test(written)) {
        return strings[Number(written)];
      }
      const index = resolveReferences(written);
      return index === '' ? null : INDEX.test(index) ? strings[Number(index)] : undefined;
    }
    case 'b':
      return raw === '' ? null : ['1', 'true'].includes(resolveReferences(raw).trim());
    case 'd':
      return raw === '' ? null : { isoDate: resolveReferences(raw) };
    case 'e':
      return raw === '' ? null : { error: unescapeText(resolveReferences(raw)) };
    default:
      return unescapeText(resolveReferences(raw));
  }
}

/** What is not a number after all is the text that it is. */
function storedNumber(text: string): StoredValue {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : text === '' ? null : resolveReferences(text);
}
