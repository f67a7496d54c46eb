const maps = new Map<string, Map<string, readonly number[]>>();

/** Bytes of a text in an encoding, made by turning its decoder around; of GB18030 the characters of one and two bytes. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') {
    return new Uint8Array(new TextEncoder().encode(text));
  }
  if (encoding.startsWith('utf-16')) {
    return utf16(text, encoding === 'utf-16le');
  }
  const map = maps.get(encoding) ?? invert(encoding);
  maps.set(encoding, map);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = map.get(character);
      if (bytes === undefined) {
        throw new Error(`${character} is not in ${encoding}`);
      }
      return bytes;
    }),
  );
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

function invert(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const map = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    // Some versions of Node read Windows-1252 as Latin-1 unless it is a stream.
    const text = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
    if ([...text].length === 1 && text !== '\uFFFD' && !map.has(text)) {
      map.set(text, bytes);
    }
  };
  for (let byte = 0; byte < 256; byte += 1) {
    add([byte]);
  }
  for (let lead = 0x81; lead < 0xff && encoding !== 'windows-1252'; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      add([lead, trail]);
    }
  }
  return map;
}
