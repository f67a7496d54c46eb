import { fileMessages } from './messages';
import { FileProblem } from './file-problem';
import type { BytesListener } from './text-table';

/** Small enough that what is being worked on stays in the processor's cache, large enough that asking costs nothing. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The bytes of a file, piece by piece; the next piece is fetched while one is worked on.
 *
 * @throws FileProblem if the file cannot be read, as when it was changed or moved since it was chosen
 */
export async function* fileChunks(file: Blob, progress?: BytesListener): AsyncGenerator<Uint8Array> {
  let next = fetchChunk(file, 0);
  for (let done = 0; done < file.size;) {
    const chunk = await next;
    done += chunk.length;
    next = fetchChunk(file, done);
    yield chunk;
    progress?.(done, file.size);
  }
}

function fetchChunk(file: Blob, from: number): Promise<Uint8Array> {
  const chunk = file
    .slice(from, from + CHUNK_BYTES)
    .arrayBuffer()
    .then(
      (buffer) => {
        // A file that has become shorter would be waited for without end.
        if (buffer.byteLength === 0 && from < file.size) {
          throw new FileProblem(fileMessages.unreadable());
        }
        return new Uint8Array(buffer);
      },
      () => {
        throw new FileProblem(fileMessages.unreadable());
      },
    );
  // A piece fetched ahead may never be asked for.
  chunk.catch(() => undefined);
  return chunk;
}
