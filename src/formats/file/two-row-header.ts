/** Rows below a header that show whether it has a second row. */
export const ROWS_BELOW = 3;

const WORD = /\p{L}/u;
/** The month or the day of a column; `2024.10` may be an amount. */
const MONTH = /^(?:19|20)\d\d(?:[-/]\d{1,2}|([-/.])\d{1,2}\1\d{1,2})$/;

/** Columns that one cell of the upper row stands over. */
interface Span {
  readonly name: string;
  readonly from: number;
  to: number;
}

/**
 * The names of a header of two rows, as a merged cell makes one: `Cost` over `2024-10` and `2024-11`, beside `Client` over nothing. A
 * name of the lower row stands alone if it is the only one of its kind, else behind the one above it.
 *
 * @param below the rows that follow, a few: under names there are numbers
 * @returns null if the lower row is a row of the table
 */
export function twoRowHeader(
  upper: readonly string[],
  lower: readonly string[],
  below: readonly (readonly string[])[],
): string[] | null {
  const width = Math.max(upper.length, lower.length);
  const spans = spansOf(upper, width);
  const wide = spans.filter(({ from, to }) => to - from > 1);
  const areRepeated = wide.some(({ name, from }) => upper[from + 1] === name);
  const fits =
    wide.length > 0 &&
    spans.every(({ from, to }) => {
      const cells = Array.from({ length: to - from }, (_, at) => lower[from + at] ?? '');
      return cells.length > 1 ? areNames(cells) : isNameAlone(cells[0] ?? '', areRepeated);
    });
  const isNumbered = below.length > 0 && below.every((row) => row.some((cell, at) => isNumberUnder(cell, lower[at])));
  if (!fits || !isNumbered) {
    return null;
  }
  const above = spans.flatMap(({ name, from, to }) => Array.from({ length: to - from }, () => name));
  const names = above.map((name, at) => ((lower[at] ?? '') === '' ? name : (lower[at] ?? '')));
  return names.map((name, at) => {
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return isAlone || name === above[at] ? name : `${above[at] ?? ''} ${name}`.trim();
  });
}

/** Names under a merged cell: different words, or months of which there are several. */
function areNames(cells: readonly string[]): boolean {
  const months = cells.filter((cell) => MONTH.test(cell)).length;
  return (
    new Set(cells).size === cells.length && months !== 1 && cells.every((cell) => WORD.test(cell) || MONTH.test(cell))
  );
}

/** Under a cell that is not merged a name stands only if merged cells say the same again, and is a word. */
function isNameAlone(cell: string, areRepeated: boolean): boolean {
  return cell === '' || (areRepeated && WORD.test(cell));
}

function isNumberUnder(cell: string, name = ''): boolean {
  return name !== '' && isNumeral(cell);
}

/** A blank cell, or one that says the same again, belongs to what stands left of it. */
function spansOf(upper: readonly string[], width: number): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < width; at += 1) {
    const cell = upper[at] ?? '';
    const last = spans[spans.length - 1];
    if (last !== undefined && (cell === '' || cell === last.name)) {
      last.to = at + 1;
    } else {
      spans.push({ name: cell, from: at, to: at + 1 });
    }
  }
  return spans;
}

/** Whether a cell has digits and no letters: an amount, a date, a number. */
export function isNumeral(cell: string): boolean {
  return /\d/.test(cell) && !WORD.test(cell);
}
