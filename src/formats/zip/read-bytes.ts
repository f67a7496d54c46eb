import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';

/**
 * The bytes of a file from `start` up to `end`.
 *
 * @throws FileProblem if the browser can no longer read the file, or it is shorter than when it was opened
 */
export async function readBytes(file: Blob, start: number, end: number): Promise<Uint8Array> {
  const buffer = await file
    .slice(start, end)
    .arrayBuffer()
    .catch(() => null);
  if (buffer === null || buffer.byteLength !== end - start) {
    throw new FileProblem(fileMessages.changedWhileRead());
  }
  return new Uint8Array(buffer);
}
