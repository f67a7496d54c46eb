/** A file that hands over a few bytes at a time, whatever it is asked for, and never into memory that it is given. */
export function drippingFile(bytes: Uint8Array<ArrayBuffer>, atMost: number): Blob {
  const file = new Blob([bytes]);
  return Object.assign(file, {
    stream: () => new ReadableStream(),
    slice: (from = 0) => new Blob([bytes.subarray(from, from + atMost)]),
  });
}
