/**
 * What stands in the brackets of a reference to a table: `[Spend]`, `[@Spend]`, `[[#Headers],[Client]:[Spend]]`.
 */

/** A structured reference without its table's name. Names of columns are as the table's headers have them. */
export interface StructuredReference {
  /** Such as `#All`, `#This Row`; empty if only columns are named. */
  readonly items: readonly string[];
  /** The first and the last column, which may be the same; null for all columns. */
  readonly columns: readonly [first: string, last: string] | null;
}

const THIS_ROW = '#This Row';
/** What needs an apostrophe before it within brackets, if it belongs to a name. */
const SPECIAL = /['#[\]@]/g;

/**
 * Reads a `bracket` token.
 *
 * @returns null for one that is no reference into a table, such as `[2]` before the sheet of another workbook, which is
 * told apart only by what follows it
 */
export function readStructuredReference(bracket: string): StructuredReference | null {
  const inside = bracket.slice(1, -1).trim();
  const isThisRow = inside.startsWith('@');
  const body = isThisRow ? inside.slice(1).trim() : inside;
  const items = isThisRow ? [THIS_ROW] : [];
  if (body === '') {
    return { items, columns: null };
  }
  const parts = body.startsWith('[') ? bracketedParts(body) : [{ text: body, isRangeEnd: false }];
  if (parts === null) {
    return null;
  }
  const columns: string[] = [];
  for (const { text, isRangeEnd } of parts) {
    if (text.startsWith('#')) {
      items.push(text.trim());
    } else if (columns.length === (isRangeEnd ? 1 : 0)) {
      columns.push(unescaped(text));
    } else {
      return null;
    }
  }
  const [first, last = first] = columns;
  return { items, columns: first === undefined || last === undefined ? null : [first, last] };
}

/** The bracket in its long form, `[[#This Row],[Spend]]`: all that files know, and all that every program reads. */
export function longBracket({ items, columns }: StructuredReference): string {
  const [first, last] = columns ?? [];
  const range =
    first === undefined || last === undefined
      ? []
      : [first === last ? `[${escaped(first)}]` : `[${escaped(first)}]:[${escaped(last)}]`];
  const parts = [...items.map((item) => `[${item}]`), ...range];
  const [only] = parts;
  return parts.length === 1 && only !== undefined && (range.length === 0 || first === last)
    ? only
    : `[${parts.join()}]`;
}

interface Part {
  readonly text: string;
  /** It stands behind a colon. */
  readonly isRangeEnd: boolean;
}

/** `[a]`, `[a]:[b]`, `[#x],[a]`: what stands in the brackets; null if something else stands between them. */
function bracketedParts(body: string): Part[] | null {
  const parts: Part[] = [];
  let rest = body;
  for (;;) {
    const part = /^\[((?:'.|[^'\]])*)\]\s*/s.exec(rest);
    if (!part) {
      return null;
    }
    const before = body.slice(0, body.length - rest.length).trimEnd();
    parts.push({ text: part[1] ?? '', isRangeEnd: before.endsWith(':') });
    rest = rest.slice(part[0].length);
    if (rest === '') {
      return parts;
    }
    const separator = /^[,:]\s*/.exec(rest);
    if (!separator) {
      return null;
    }
    rest = rest.slice(separator[0].length);
  }
}

function unescaped(name: string): string {
  return name.replace(/'(.)/gs, '$1');
}

function escaped(name: string): string {
  return name.replace(SPECIAL, "'$&");
}
