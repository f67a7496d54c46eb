import { MAX_NUMBER_FORMAT } from './excel-limits';

/** What a number format makes of a number. A duration, such as `[h]:mm`, is not a date. */
export type FormatKind = 'number' | 'date' | 'time';

/** The first number that a file may give to a format of its own. */
export const FIRST_CUSTOM_FORMAT = 164;
export const GENERAL = 'General';
/** Cells of this format hold whatever is written as a text. */
export const TEXT_FORMAT = '@';

/**
 * The formats that Excel knows by number and need not write into the file: ECMA-376 Part 1, 18.8.30, spelled as Excel does
 * for English (MS-OI29500, 2.1.704).
 */
const BUILT_IN: readonly (readonly [id: number, format: string])[] = [
  [0, GENERAL],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, TEXT_FORMAT],
];

/**
 * Numbers that mean something only in the East Asian and the Thai editions of Excel, each with the English format that shows
 * the same. 34, 35, 55 and 56 are times of day in Chinese and dates in Japanese and Korean: by a time's format a whole day
 * is still known for a date if that matters.
 */
const IN_OTHER_EDITIONS: readonly (readonly [format: number, ids: readonly number[]])[] = [
  [14, [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 81]],
  [21, [32, 33, 34, 35, 55, 56, 76]],
  [1, [59]],
  [2, [60]],
  [3, [61]],
  [4, [62]],
  [9, [67]],
  [10, [68]],
  [12, [69]],
  [13, [70]],
  [15, [72]],
  [16, [73]],
  [17, [74]],
  [20, [75]],
  [22, [77]],
  [45, [78]],
  [46, [79]],
  [47, [80]],
];

const FORMATS = new Map(BUILT_IN);
for (const [format, ids] of IN_OTHER_EDITIONS) {
  ids.forEach((id) => FORMATS.set(id, FORMATS.get(format) ?? GENERAL));
}
const IDS: ReadonlyMap<string, number> = new Map(BUILT_IN.map(([id, format]) => [format, id]));

/** The format of a built-in number; undefined if there is none. */
export function builtInFormat(id: number): string | undefined {
  return FORMATS.get(id);
}

/** The built-in number of a format; undefined if it has none. */
export function builtInId(format: string): number | undefined {
  return IDS.get(format);
}

/** Text in quotes, an escaped, skipped or repeated character, everything in brackets, AM/PM and General: none of it stands for a part of a date. */
const NO_DATE_PARTS = /"[^"]*"?|[\\_*].?|\[[^\]]*\]?|am\/pm|a\/p|general/gi;
const ELAPSED = /^(?:"[^"]*"|\\.|[^"\\[]|\[(?!(?:h+|m+|s+)\]))*\[(?:h+|m+|s+)\]/i;

/** Judges a format such as `yyyy\-mm\-dd;@`, as written in the file; its first section is the one for dates. */
export function formatKind(format: string): FormatKind {
  const section = firstSection(format);
  if (ELAPSED.test(section)) {
    return 'number';
  }
  const parts = section.replace(NO_DATE_PARTS, '').toLowerCase();
  if (/[yd]/.test(parts)) {
    return 'date';
  }
  if (/[hs]/.test(parts)) {
    return 'time';
  }
  return parts.includes('m') ? 'date' : 'number';
}

/** Whether a format's quotation marks and brackets close; Excel reports a file with another one as damaged. */
export function isWholeFormat(format: string): boolean {
  const rest = format.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[[^[\]]*\]/g, '');
  return format.length <= MAX_NUMBER_FORMAT && !/["[\]]|\\$/.test(rest);
}

/** Up to the first `;` that is neither quoted nor escaped. */
function firstSection(format: string): string {
  return /^(?:"[^"]*"?|[\\_*].?|\[[^\]]*\]?|[^;"\\_*[])*/.exec(format)?.[0] ?? '';
}
