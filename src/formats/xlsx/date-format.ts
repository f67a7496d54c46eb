/** What a number format makes of a number. A duration, such as `[h]:mm`, is no date. */
export type FormatKind = 'number' | 'date' | 'time';

/** Text in quotes, an escaped, skipped or repeated character, everything in brackets, AM/PM and General: none of it stands for a part of a date. */
const NO_DATE_PARTS = /"[^"]*"?|[\\_*].?|\[[^\]]*\]?|am\/pm|a\/p|general/gi;
const ELAPSED = /^(?:"[^"]*"|\\.|[^"\\[]|\[(?!(?:h+|m+|s+)\]))*\[(?:h+|m+|s+)\]/i;

/** Judges a format code such as `yyyy\-mm\-dd;@`, as written in the file; its first section is the one for dates. */
export function formatKind(code: string): FormatKind {
  const section = firstSection(code);
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

/** The formats that Excel knows by number and does not write into the file, those of its East Asian and Thai editions included. */
export function builtInKind(id: number): FormatKind {
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56) {
    return 'time';
  }
  if (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 50 && id <= 58) ||
    (id >= 71 && id <= 77) ||
    id === 81
  ) {
    return 'date';
  }
  return 'number';
}

/** Up to the first `;` that is neither quoted nor escaped. */
function firstSection(code: string): string {
  return /^(?:"[^"]*"?|[\\_*].?|\[[^\]]*\]?|[^;"\\_*[])*/.exec(code)?.[0] ?? '';
}
