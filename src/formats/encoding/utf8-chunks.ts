import { fileMessages } from '../file/messages';
import { fileChunks } from '../file/file-chunks';
import { FileProblem } from '../file/file-problem';
import type { BytesListener } from '../file/text-table';
import { encodingLabel } from './encodings';

/**
 * A text file as UTF-8, piece by piece, without its byte order mark. A character may be cut between two pieces.
 *
 * @param encoding one of `ENCODINGS`. UTF-8 passes as it is: whoever decodes it has to look for invalid bytes.
 * @throws FileProblem at bytes that are invalid in any other encoding
 */
export async function* utf8Chunks(file: Blob, encoding: string, progress?: BytesListener): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of encoding === 'utf-8' ? fileChunks(file, progress) : transcoded(file, encoding, progress)) {
    yield first ? withoutMark(chunk) : chunk;
    first = false;
  }
}

async function* transcoded(file: Blob, encoding: string, progress?: BytesListener): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const decode = (bytes?: Uint8Array) => {
    try {
      return encoder.encode(bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
    } catch {
      throw new FileProblem(fileMessages.notInEncoding(encodingLabel(encoding), null));
    }
  };
  for await (const chunk of fileChunks(file, progress)) {
    yield decode(chunk);
  }
  yield decode();
}

function withoutMark(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}
