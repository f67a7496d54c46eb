import { findHeader } from './header-row';
import { type Sample, sampleRows } from './sample-rows';

/** In this order if nothing speaks for one of two. */
const USUAL = [',', ';', '\t', '|'];
/** Characters that some exports use because they are in no text. They have to divide every row alike, the header first. */
const UNUSUAL = ['^', '~', '¦', '§', '¬', '#', '!', '*', '=', ':', '\x01', '\x1c', '\x1d', '\x1e', '\x1f'];
const PERFECT = 1;

/** The delimiter of a text, from its beginning; a comma if it has one column. */
export function findDelimiter(sample: Sample): string {
  const named = delimiterLine(sample);
  if (named !== null) {
    return named;
  }
  const usual = best(USUAL, sample);
  const unusual = best(UNUSUAL, sample, PERFECT);
  return (unusual.score > 2 * usual.score ? unusual : usual).delimiter;
}

/** The delimiter that a first line such as `sep=;` names: Excel writes and reads it. Null if there is none. */
export function delimiterLine({ bytes }: Sample): string | null {
  const [, delimiter = null] =
    /^"?sep=([^"\r\n])"?(?:\r|\n|$)/iu.exec(new TextDecoder().decode(bytes.subarray(0, 16))) ?? [];
  return delimiter;
}

interface Candidate {
  readonly delimiter: string;
  readonly score: number;
}

function best(delimiters: readonly string[], sample: Sample, atLeast = 0): Candidate {
  let found: Candidate = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = plausibility(delimiter, sample, atLeast);
    if (score > found.score) {
      found = { delimiter, score };
    }
  }
  return found;
}

/**
 * The delimiter gives rows of one width, and wide ones; what merely occurs in texts and numbers does not. A decimal comma may
 * be in every row, but it is not in the header, so a table that would begin below the first row counts for half.
 *
 * @param atLeast the least agreement of the rows, of which `PERFECT` is the most, that counts for anything
 */
function plausibility(delimiter: string, sample: Sample, atLeast: number): number {
  if (!sample.bytes.includes(new TextEncoder().encode(delimiter)[0] as number)) {
    return 0;
  }
  const { rows, lostQuotes, problem } = sampleRows(sample, { delimiter, encoding: 'utf-8' });
  const layout = findHeader(rows);
  if (layout === null || layout.width < 2) {
    return 0;
  }
  const agreement =
    layout.regularity *
    (problem === null && lostQuotes === 0 ? 1 : 0.5) *
    (layout.header === rows[0] ? 1 : Math.SQRT1_2);
  return agreement < atLeast || (atLeast === PERFECT && rows.length < 2) ? 0 : agreement ** 2 * Math.log2(layout.width);
}
