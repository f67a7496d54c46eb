import { isLosslessNumber } from 'lossless-json';
import { fileMessages } from '../file/messages';
import { isObject, type JsonValue } from './json-value';

const SAYS_IF_MORE = /^has_?more$/i;
const NAMES_THE_NEXT = /^(next_?page(_?token)?|next_?link|@odata\.nextLink)$/i;

/** More pages than anyone keeps in one list. */
const MOST_PAGES = 10_000;

/** A notice if a page of an API says that another one follows it; null if it does not. */
export function morePages(document: JsonValue): string | null {
  if (Array.isArray(document)) {
    // Pages kept in one list: the last one says whether another follows. A long list is one of records.
    const last = document.length <= MOST_PAGES ? document[document.length - 1] : undefined;
    return last !== undefined && isObject(last) ? morePages(last) : null;
  }
  if (!isObject(document)) {
    return null;
  }
  for (const [name, value] of Object.entries(document)) {
    if (SAYS_IF_MORE.test(name) && value === true) {
      return fileMessages.morePages(`${name} is true`);
    }
    const isNamed = (typeof value === 'string' && value !== '') || isLosslessNumber(value);
    if (NAMES_THE_NEXT.test(name) && isNamed) {
      return fileMessages.morePages(`${name} is ${shortened(String(value))}`);
    }
    if ((name === 'properties' || name === 'metadata') && isObject(value)) {
      const within = morePages(value);
      if (within !== null) {
        return within;
      }
    }
    if (name === 'meta' && isObject(value)) {
      const [page, pages] = [value['page'], value['totalPages']];
      if (isLosslessNumber(page) && isLosslessNumber(pages) && Number(page.value) < Number(pages.value)) {
        return fileMessages.morePages(`this is page ${page.value} of ${pages.value}`);
      }
    }
  }
  return null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
