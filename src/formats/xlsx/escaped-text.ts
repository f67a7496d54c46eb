const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Text of a cell: Office writes characters that XML cannot hold as `_x000D_`, and `_x005F_` for an underscore that only looks like it. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
