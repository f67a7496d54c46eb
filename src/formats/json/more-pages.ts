import { isLosslessNumber } from 'lossless-json';
import { fileMessages } from '../file/messages';
import { isObject, type JsonObject, type JsonValue } from './json-value';

const SAYS_IF_MORE = /^has_?more$/i;
const NAMES_THE_NEXT = /^(next|next_?(page|token|cursor|link|url)(_?token)?|@odata\.nextLink)$/i;
/** Objects in which an answer says something of itself. */
const ABOUT_ITSELF = /^(properties|metadata|meta|pagination|paging|page_?info|response_?metadata|links|_links)$/i;
const PAGE = /^(page|page_?number|current_?page)$/i;
const PAGES = /^(total_?pages|page_?count|pages|last_?page|num_?pages)$/i;

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
    if (ABOUT_ITSELF.test(name) && isObject(value)) {
      const within = morePages(value);
      if (within !== null) {
        return within;
      }
    }
  }
  const [page, pages] = [numberIn(document, PAGE), numberIn(document, PAGES)];
  // Who counts pages from 0 has one of one.
  const isBefore = page !== null && pages !== null && Math.max(Number(page), 1) < Number(pages);
  return isBefore ? fileMessages.morePages(`this is page ${page} of ${pages}`) : null;
}

/** The number of the first field that is called so. */
function numberIn(document: JsonObject, names: RegExp): string | null {
  const found = Object.entries(document).find(([name, value]) => names.test(name) && isLosslessNumber(value));
  return found !== undefined && isLosslessNumber(found[1]) ? found[1].value : null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
