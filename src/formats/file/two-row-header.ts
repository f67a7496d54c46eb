/** A cell that a name may be: words, or the month of a column. */
const NAME = /\p{L}|^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/u;
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*$/u;

/** Columns that one cell of the upper row stands over. */
interface Span {
  readonly name: string;
  readonly from: number;
  to: number;
}

/**
 * The names of a header of two rows, as a merged cell makes one: `Cost` over `2024-10` and `2024-11`, beside `Client` over nothing. A
 * name of the lower row stands alone where it is the only one of its kind, else behind the one above it.
 *
 * @param below the rows that follow, a few: under names there are numbers
 * @returns null where the lower row is a row of the table
 */
export function twoRowHeader(
  upper: readonly string[],
  lower: readonly string[],
  below: readonly (readonly string[])[],
): string[] | null {
  const width = Math.max(upper.length, lower.length);
  const spans = spansOf(upper, width);
  const isOver = ({ from, to }: Span): boolean =>
    Array.from({ length: to - from }, (_, at) => lower[from + at] ?? '').every((cell) => cell !== '');
  const wide = spans.filter(({ from, to }) => to - from > 1);
  const areRepeated = wide.some(({ name, from }) => upper[from + 1] === name);
  const fits =
    wide.length > 0 &&
    wide.every(isOver) &&
    lower.every((cell) => cell === '' || NAME.test(cell)) &&
    (areRepeated || spans.every(({ from, to }) => to - from > 1 || (lower[from] ?? '') === ''));
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

function isNumberUnder(cell: string, name = ''): boolean {
  return name !== '' && NUMBER.test(cell);
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
