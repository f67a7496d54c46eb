/** The encoding of a JSON or XML document, as `TextDecoder` names it: UTF-8 unless a byte order mark says UTF-16. */
export function encodingOf(firstBytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (firstBytes[0] === 0xff && firstBytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (firstBytes[0] === 0xfe && firstBytes[1] === 0xff) {
    return 'utf-16be';
  }
  return 'utf-8';
}
