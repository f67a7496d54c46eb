import { fileChunks } from '../file/file-chunks';
import { detectEncoding } from './detect-encoding';

/** How far to look for a first character beyond ASCII. */
const LOOK_AHEAD_BYTES = 16 * 1024 * 1024;

/**
 * The encoding of a text file. It is found from the first piece that tells anything: an export may have its first accented
 * letter far below the header.
 */
export async function fileEncoding(file: Blob): Promise<string> {
  let done = 0;
  for await (const chunk of fileChunks(file)) {
    done += chunk.length;
    if (done >= file.size || done >= LOOK_AHEAD_BYTES || tells(chunk)) {
      return detectEncoding(chunk, done >= file.size);
    }
  }
  return 'utf-8';
}

/** Whether anything is in it that differs between encodings: bytes beyond ASCII, or zero bytes. */
function tells(chunk: Uint8Array): boolean {
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte >= 0x80 || byte === 0) {
      return true;
    }
  }
  return false;
}
