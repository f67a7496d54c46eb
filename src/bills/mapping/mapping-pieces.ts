import { FileProblem } from '../../formats/file/file-problem';
import { billMessages } from '../messages';

/** A piece of a mapping's text, and the text itself for a message. */
export type Piece =
  | { readonly kind: 'source'; readonly source: PieceSource; readonly role: string; readonly text: string }
  | { readonly kind: 'filter'; readonly column: string; readonly contains: string; readonly text: string }
  | { readonly kind: 'option'; readonly name: string; readonly value: string; readonly text: string };

export type PieceSource =
  | { readonly kind: 'open' }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'tag'; readonly column: string; readonly tag: string }
  | { readonly kind: 'fixed'; readonly text: string };

const BARE = String.raw`[^\s'"=,~:[\]](?:[^'"=,~:[\]\n\r]*[^\s'"=,~:[\]])?`;
const NAME = String.raw`'(?:[^']|'')*'|${BARE}`;
const TEXT = String.raw`"(?:[^"]|"")*"`;

const SOURCE = new RegExp(String.raw`^(?:(${TEXT})|(${NAME})(?:\[\s*(${NAME})\s*\])?)?\s*=\s*([\w-]+)$`);
const FILTER = new RegExp(String.raw`^(${NAME})\s*~\s*(${TEXT})$`);
const OPTION = /^([\w-]+)\s*:\s*([\w-]+)$/;
const WHOLE_NAME = new RegExp(`^(?:${BARE})$`);

/** The name of a column or a tag as it stands in a mapping's text. */
export function quotedColumn(name: string): string {
  return WHOLE_NAME.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** A text that is no name: always in double quotes. */
export function quotedText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** @throws FileProblem that names the first piece which is none */
export function mappingPieces(text: string): Piece[] {
  return split(text).map(pieceOf);
}

function pieceOf(text: string): Piece {
  const source = SOURCE.exec(text);
  if (source) {
    const [, fixed, name, tag, role = ''] = source;
    if (fixed !== undefined) {
      return { kind: 'source', source: { kind: 'fixed', text: unquoted(fixed) }, role, text };
    }
    if (name === undefined) {
      return { kind: 'source', source: { kind: 'open' }, role, text };
    }
    const column = unquoted(name);
    return {
      kind: 'source',
      source: tag === undefined ? { kind: 'column', column } : { kind: 'tag', column, tag: unquoted(tag) },
      role,
      text,
    };
  }
  const filter = FILTER.exec(text);
  if (filter) {
    return { kind: 'filter', column: unquoted(filter[1] ?? ''), contains: unquoted(filter[2] ?? ''), text };
  }
  const option = OPTION.exec(text);
  if (option) {
    return { kind: 'option', name: option[1] ?? '', value: option[2] ?? '', text };
  }
  throw new FileProblem(billMessages.mappingPiece(text));
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") {
    return text;
  }
  return text
    .slice(1, -1)
    .split(quote + quote)
    .join(quote);
}

/** At the commas that stand in no quotes. */
function split(text: string): string[] {
  const pieces: string[] = [];
  let quote = '';
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const sign = text.charAt(index);
    if (quote !== '') {
      if (sign === quote) {
        quote = '';
      }
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (sign === ',' || index === text.length) {
      pieces.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  if (quote !== '') {
    throw new FileProblem(billMessages.mappingQuote(text.slice(start), quote));
  }
  return pieces.filter((piece) => piece !== '');
}
