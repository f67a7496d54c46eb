import { findHeader } from './header-row';
import { type Sample, sampleRows } from './sample-rows';

/** In this order where nothing speaks for one of two. */
const USUAL = [',', ';', '\t', '|'];
/** Characters that some exports use because they are in no text. They have to divide every row alike, the header first. */
const UNUSUAL = ['^', '~', '¦', '§', '¬', '#', '!', '*', '=', ':', '\x01', '\x1c', '\x1d', '\x1e', '\x1f'];

/** The delimiter of a text, from its beginning; a comma where it has one column. */
export function findDelimiter(sample: Sample): string {
  const named = delimiterLine(sample);
  if (named !== null) return named;
  return best(USUAL, sample, 0) ?? best(UNUSUAL, sample, 1) ?? ',';
}

/** The delimiter that a first line such as `sep=;` names: Excel writes and reads it. Null where there is none. */
export function delimiterLine({ bytes }: Sample): string | null {
  const [, delimiter = null] = /^"?sep=([^"\r\n])"?(?:\r|\n|$)/iu.exec(new TextDecoder().decode(bytes.subarray(0, 16))) ?? [];
  return delimiter;
}

function best(delimiters: readonly string[], sample: Sample, atLeastRegular: number): string | null {
  let found: string | null = null;
  let highest = 0;
  for (const delimiter of delimiters) {
    const score = plausibility(delimiter, sample, atLeastRegular);
    if (score > highest) [found, highest] = [delimiter, score];
  }
  return found;
}

/**
 * The delimiter gives rows of one width, and wide ones; what merely occurs in texts and numbers does not. A decimal comma may
 * be in every row, but it is not in the header, so a table that would begin below the first row counts for half.
 */
function plausibility(delimiter: string, sample: Sample, atLeastRegular: number): number {
  const { rows, problem } = sampleRows(sample, { delimiter, encoding: 'utf-8' });
  const layout = findHeader(rows);
  if (layout === null || layout.header.cells < 2 || layout.width < 2) return 0;
  const regularity = problem === null ? layout.regularity : layout.regularity / 2;
  if (atLeastRegular > 0 && (regularity < atLeastRegular || rows.length < 2 || layout.header !== rows[0])) return 0;
  return regularity ** 2 * Math.log2(layout.width) * (layout.header === rows[0] ? 1 : 0.5);
}
