/**
 * Number formats: those that a file names by number only, and which of them show a date.
 */

/** The built-in formats as the Excel API spells them for English. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
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
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);
const BUILT_IN_IDS: ReadonlyMap<string, number> = new Map([...BUILT_IN].map(([id, format]) => [format, id]));

/** The first number that a file may give to a format of its own. */
export const FIRST_CUSTOM_FORMAT = 164;

/** The format of a built-in number. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN.get(id);
}

/** The built-in number of a format. */
export function builtInId(format: string): number | undefined {
  return BUILT_IN_IDS.get(format);
}

function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*]./g, '').toLowerCase();
}

/** Whether a format's quotation marks and brackets close; Excel reports a file with another one as damaged. */
export function isWholeFormat(format: string): boolean {
  const rest = bare(format).replace(/\[[^[\]]*\]/g, '');
  return format.length <= 255 && !/["[\]]|\\$/.test(rest);
}

/** Whether a format shows a day, not only a time or a duration. */
export function showsDate(format: string): boolean {
  const rest = bare(format).replace(/\[[^\]]*\]/g, '[');
  return rest !== 'general' && (/[yd]/.test(rest) || (rest.includes('m') && !/[hs[]/.test(rest)));
}
