import { fileChunks } from '../../../src/formats/file/file-chunks';
import { FileProblem } from '../../../src/formats/file/file-problem';

const MEGABYTE = 1024 * 1024;
const bytes = Uint8Array.from({ length: 2 * MEGABYTE + 12_345 }, (_, at) => (at * 7919) % 251);

/** A file whose browser reads into no memory but its own. */
function sliced(file: Blob): Blob {
  return Object.assign(file, { stream: () => new ReadableStream() });
}

/** A file that gives what is asked for in pieces of some length, as a browser does; all of it or less. */
function streamed(length: number, end = bytes.length, cancelled = () => undefined): Blob {
  let at = 0;
  const stream = () =>
    new ReadableStream({
      type: 'bytes',
      pull(controller) {
        const { byobRequest } = controller as ReadableByteStreamController;
        const view = byobRequest?.view as Uint8Array;
        const piece = bytes.subarray(at, Math.min(end, at + Math.min(length, view.byteLength)));
        new Uint8Array(view.buffer, view.byteOffset).set(piece);
        at += piece.length;
        if (piece.length === 0) {
          controller.close();
        }
        byobRequest?.respond(piece.length);
      },
      cancel: cancelled,
    });
  return Object.assign(new Blob([bytes]), { stream });
}

async function readWhole(file: Blob): Promise<{ read: Uint8Array; pieces: number[]; reached: number[] }> {
  const read = new Uint8Array(bytes.length);
  const pieces: number[] = [];
  const reached: number[] = [];
  let at = 0;
  for await (const chunk of fileChunks(file, (done) => reached.push(done))) {
    read.set(chunk, at);
    at += chunk.length;
    pieces.push(chunk.length);
  }
  return { read, pieces, reached };
}

describe('The bytes of a file', () => {
  it.each([
    ['by the stream', new Blob([bytes])],
    ['by slices, if the browser fills no memory of ours', sliced(new Blob([bytes]))],
    ['by a stream of small pieces', streamed(65_536)],
    ['by a stream of pieces of odd lengths', streamed(300_007)],
  ])('come whole and in order, a megabyte at a time: %s', async (_, file) => {
    const { read, pieces, reached } = await readWhole(file);
    expect(Buffer.compare(read, bytes)).toBe(0);
    expect(pieces).toEqual([MEGABYTE, MEGABYTE, 12_345]);
    expect(reached).toEqual([MEGABYTE, 2 * MEGABYTE, bytes.length]);
  });

  it('that end before the file said so are a problem', async () => {
    await expect(readWhole(streamed(65_536, MEGABYTE + 3))).rejects.toThrow(FileProblem);
  });

  it('that cannot be read are a problem', async () => {
    const stream = () => new ReadableStream({ type: 'bytes', pull: () => Promise.reject(new Error('gone')) });
    await expect(readWhole(Object.assign(new Blob([bytes]), { stream }))).rejects.toThrow(FileProblem);
  });

  it('that are no more wanted are not read on', async () => {
    let isCancelled = false;
    const file = streamed(65_536, bytes.length, () => {
      isCancelled = true;
    });
    for await (const chunk of fileChunks(file)) {
      expect(chunk).toHaveLength(MEGABYTE);
      break;
    }
    expect(isCancelled).toBe(true);
  });
});
