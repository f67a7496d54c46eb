import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';

/** One object or array of the file's outermost level. */
export interface JsonDocument {
  readonly text: string;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** How many values it holds, or a few less. */
  readonly values: number;
}

/** Takes a text in pieces and hears of each document as soon as it is complete. */
export interface DocumentSplitter {
  push(piece: string): void;
  /** @throws FileProblem if the text ends inside a document */
  end(): void;
}

const QUOTE = 0x22;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;
/** Begins each text of a JSON text sequence (RFC 7464). */
const RECORD_SEPARATOR = 0x1e;

/**
 * Finds the documents of a text that has one, or several one after another, on lines of their own or not, without
 * recursion, so that no depth can overflow the stack. What is inside a document is checked only as far as this needs:
 * its depth, its size, and that no value begins where a comma is missing, so that a line that was cut off is found there
 * and not at the end of the file.
 *
 * @throws FileProblem from `push`, naming the line
 */
// eslint-disable-next-line max-lines-per-function -- one state that its steps share for each character
export function documentSplitter(each: (document: JsonDocument) => void): DocumentSplitter {
  let line = 1;
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** The last character that is neither blank nor inside a text. */
  let previous = 0;
  let held: string[] = [];
  let heldLength = 0;
  let firstLine = 1;
  let values = 0;

  const opens = (code: number): boolean => {
    const mayBegin =
      previous === COMMA ||
      previous === COLON ||
      previous === OPEN_BRACKET ||
      (previous === OPEN_BRACE && code === QUOTE);
    return depth === 0 || mayBegin;
  };

  // eslint-disable-next-line max-lines-per-function -- the loop over all characters, by the kind of each
  const push = (piece: string): void => {
    let start = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === NEWLINE) {
        line++;
      }
      if (inText) {
        if (escaped) {
          escaped = false;
        } else if (code === BACKSLASH) {
          escaped = true;
        } else if (code === QUOTE) {
          inText = false;
        } else if (code === NEWLINE) {
          throw new FileProblem(fileMessages.jsonBroken(line - 1, 'a text is not closed'));
        }
        continue;
      }
      if (isBlank(code)) {
        continue;
      }
      if (depth === 0) {
        if (code === BYTE_ORDER_MARK || code === RECORD_SEPARATOR) {
          continue;
        }
        if (code !== OPEN_BRACE && code !== OPEN_BRACKET) {
          throw new FileProblem(fileMessages.jsonOutside(line, piece.slice(at, at + 20)));
        }
        start = at;
        firstLine = line;
        values = 0;
      }
      if ((code === COMMA || code === OPEN_BRACKET || code === OPEN_BRACE) && ++values > LIMITS.jsonValues) {
        throw new FileProblem(fileMessages.jsonTooManyValues(LIMITS.jsonValues));
      }
      if (code === SLASH) {
        throw new FileProblem(fileMessages.jsonBroken(line, 'JSON has no comments'));
      }
      if (code === QUOTE || code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (!opens(code)) {
          throw new FileProblem(
            fileMessages.jsonBroken(line, `'${piece.slice(at, at + 20)}' stands where no value can begin`),
          );
        }
        if (code === QUOTE) {
          inText = true;
        } else if (++depth > LIMITS.jsonDepth) {
          throw new FileProblem(fileMessages.jsonTooDeep(line, LIMITS.jsonDepth));
        }
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        depth--;
        if (depth === 0) {
          const text = held.join('') + piece.slice(start, at + 1);
          held = [];
          heldLength = 0;
          start = -1;
          each({ text, line: firstLine, values });
        }
      }
      previous = depth === 0 ? 0 : code;
    }
    if (start !== -1) {
      held.push(start === 0 ? piece : piece.slice(start));
      heldLength += piece.length - start;
      if (heldLength > LIMITS.jsonFileBytes) {
        throw new FileProblem(fileMessages.tooLarge(heldLength, LIMITS.jsonFileBytes));
      }
    }
  };

  const end = (): void => {
    if (depth > 0) {
      throw new FileProblem(fileMessages.jsonCutOff(line, firstLine));
    }
  };

  return { push, end };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === NEWLINE || code === 0x0d || code === 0x09;
}
