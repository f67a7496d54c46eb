/** Up to here, making a string from character codes is faster than a call of the decoder. */
const SHORT_BYTES = 32;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const from = String.fromCharCode;

/**
 * A text from its UTF-8.
 *
 * @throws TypeError if bytes are invalid
 */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return end - start <= SHORT_BYTES && isAscii(bytes, start, end)
    ? shortAscii(bytes, start, end)
    : decoder.decode(bytes.subarray(start, end));
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let all = 0;
  for (let at = start; at < end; at += 1) {
    all |= bytes[at] as number;
  }
  return all < 0x80;
}

/** Eight at a time: a call with a fixed number of arguments makes no array of them. */
function shortAscii(b: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  for (; end - at >= 8; at += 8) {
    text += from(
      byte(b, at),
      byte(b, at + 1),
      byte(b, at + 2),
      byte(b, at + 3),
      byte(b, at + 4),
      byte(b, at + 5),
      byte(b, at + 6),
      byte(b, at + 7),
    );
  }
  if (end - at >= 4) {
    text += from(byte(b, at), byte(b, at + 1), byte(b, at + 2), byte(b, at + 3));
    at += 4;
  }
  if (end - at >= 2) {
    text += from(byte(b, at), byte(b, at + 1));
    at += 2;
  }
  return at < end ? text + from(byte(b, at)) : text;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}
