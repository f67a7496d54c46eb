const QUOTE = 34;

/**
 * Takes the quotes off a cell: doubled ones within become one, and text after the closing quote is kept.
 *
 * @param start where the opening quote is
 * @param into has room for as many bytes
 * @returns how many bytes were written
 */
export function unquote(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let written = 0;
  let open = true;
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (open && byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE || at + 1 >= end) {
        open = false;
        continue;
      }
      at += 1;
    }
    into[written] = byte;
    written += 1;
  }
  return written;
}
