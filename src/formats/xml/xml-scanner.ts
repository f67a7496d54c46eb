import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { XmlProblem } from './xml-problem';

/** Hears the elements of an XML document in its order, by their local names: prefixes are gone. */
export interface XmlListener {
  /** @param rawAttributes what stands in the tag after its name; see `eachAttribute` */
  open(name: string, rawAttributes: string): void;
  /** Text, references unresolved; an element's text can come in several pieces. */
  text?(raw: string): void;
  close?(name: string): void;
}

export interface XmlScanner {
  /** The document's next piece, cut wherever it may be. */
  push(piece: string): void;
  /** @throws XmlProblem if the document is not at its end */
  end(): void;
}

const SLASH = 47;
const MORE = 62;
const EXCLAMATION = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;

/**
 * Scans the XML that Office files are made of: elements, attributes, text, CDATA; comments and processing instructions are
 * passed over. It knows no DTD, so that nothing in a document can make it longer or point elsewhere: a DOCTYPE is refused.
 * `push` throws an XmlProblem if tags do not match or are nested too deeply, a FileProblem if one tag or text is beyond the limit.
 */
// eslint-disable-next-line max-lines-per-function -- one state that its steps share for each tag
export function xmlScanner(listener: XmlListener): XmlScanner {
  const open: string[] = [];
  let rest = '';
  let hasRoot = false;

  function openTag(tag: string): void {
    const selfClosing = tag.charCodeAt(tag.length - 1) === SLASH;
    const end = selfClosing ? tag.length - 1 : tag.length;
    const nameEnd = nameLength(tag, end);
    if (nameEnd === 0 || (hasRoot && open.length === 0)) {
      throw new XmlProblem('malformed');
    }
    if (open.length >= LIMITS.xmlDepth) {
      throw new XmlProblem('depth');
    }
    hasRoot = true;
    const name = tag.slice(0, nameEnd);
    const local = localName(name);
    listener.open(local, nameEnd === end ? '' : tag.slice(nameEnd, end));
    if (selfClosing) {
      listener.close?.(local);
    } else {
      open.push(name);
    }
  }

  function closeTag(tag: string): void {
    const name = tag.slice(0, nameLength(tag, tag.length));
    if (open.pop() !== name) {
      throw new XmlProblem('malformed');
    }
    listener.close?.(localName(name));
  }

  /** Takes the markup that begins at `start` with `<`; gives where it ends, or -1 if its end has not come yet. */
  function markup(buffer: string, start: number): number {
    const kind = buffer.charCodeAt(start + 1);
    if (kind === EXCLAMATION) {
      return declaration(buffer, start);
    }
    if (kind === QUESTION) {
      return after(buffer, '?>', start + 2);
    }
    const end = kind === SLASH ? buffer.indexOf('>', start) : tagEnd(buffer, start + 1);
    if (end < 0) {
      return -1;
    }
    if (kind === SLASH) {
      closeTag(buffer.slice(start + 2, end));
    } else {
      openTag(buffer.slice(start + 1, end));
    }
    return end + 1;
  }

  function declaration(buffer: string, start: number): number {
    if (buffer.startsWith('<!--', start)) {
      return after(buffer, '-->', start + 4);
    }
    if (buffer.startsWith('<![CDATA[', start)) {
      const end = after(buffer, ']]>', start + 9);
      if (end > 0 && open.length > 0) {
        listener.text?.(buffer.slice(start + 9, end - 3).replace(/&/g, '&amp;'));
      }
      return end;
    }
    if (buffer.length - start < 9) {
      return -1;
    }
    throw new XmlProblem('doctype');
  }

  return {
    push(piece) {
      const buffer = rest + piece;
      let at = 0;
      while (at < buffer.length) {
        const start = buffer.indexOf('<', at);
        if (start < 0) {
          break;
        }
        if (start - at > LIMITS.cellCharacters) {
          throw tooLong();
        }
        if (start > at && open.length > 0) {
          listener.text?.(buffer.slice(at, start));
        }
        at = start;
        const end = markup(buffer, start);
        if (end < 0) {
          break;
        }
        at = end;
      }
      rest = buffer.slice(at);
      if (rest.length > LIMITS.cellCharacters) {
        throw tooLong();
      }
    },
    end() {
      if (!hasRoot || open.length > 0 || rest.trim() !== '') {
        throw new XmlProblem('malformed');
      }
    },
  };
}

function tooLong(): FileProblem {
  return new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
}

function after(buffer: string, end: string, from: number): number {
  const at = buffer.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

/** Where a tag's `>` stands: the first that is not within quotes. */
function tagEnd(buffer: string, from: number): number {
  let quote = 0;
  for (let at = from; at < buffer.length; at += 1) {
    const code = buffer.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) {
        quote = 0;
      }
    } else if (code === MORE) {
      return at;
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code;
    }
  }
  return -1;
}

function nameLength(tag: string, end: number): number {
  let at = 0;
  while (at < end && tag.charCodeAt(at) > 32) {
    at += 1;
  }
  return at;
}

function localName(name: string): string {
  return name.length === 1 ? name : name.slice(name.indexOf(':') + 1);
}
