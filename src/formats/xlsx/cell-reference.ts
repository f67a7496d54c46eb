const A = 65;
const LETTERS = 26;

/** The column, counted from 0, of a reference such as `BC12`; null where it begins with no letter. */
export function columnOf(reference: string): number | null {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & ~32) - A;
    if (letter < 0 || letter >= LETTERS) {
      break;
    }
    column = column * LETTERS + letter + 1;
  }
  return column === 0 ? null : column - 1;
}

/** The number of a row, which begins with 1; null where it is none. */
export function rowOf(reference: string): number | null {
  return /^[1-9]\d{0,14}$/.test(reference) ? Number(reference) : null;
}
