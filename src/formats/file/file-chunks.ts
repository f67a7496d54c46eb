import { fileMessages } from './messages';
import { FileProblem } from './file-problem';
import type { BytesListener } from './text-table';

/** Small enough that what is being worked on stays in the processor's cache, large enough that asking costs nothing. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The bytes of a file, piece by piece; each is valid until the next is asked for.
 *
 * @throws FileProblem if the file cannot be read, as when it was changed or moved since it was chosen
 */
export async function* fileChunks(file: Blob, progress?: BytesListener): AsyncGenerator<Uint8Array> {
  const reader = bytesReader(file);
  const chunks = reader === null ? slicedChunks(file) : streamedChunks(file, reader);
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    yield chunk;
    progress?.(done, file.size);
  }
}

/** What reads the file into memory of ours; null if the browser has nothing that does: not every Safari has. */
function bytesReader(file: Blob): ReadableStreamBYOBReader | null {
  const stream = file.stream();
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    stream.cancel().catch(() => undefined);
    return null;
  }
}

/**
 * Reads all pieces into the same memory, while the browser fetches what follows. New memory for each piece took
 * ten times as long in Chromium, nearly half of the time of a CSV.
 */
async function* streamedChunks(file: Blob, reader: ReadableStreamBYOBReader): AsyncGenerator<Uint8Array> {
  try {
    let memory = new Uint8Array(CHUNK_BYTES);
    for (let done = 0; done < file.size;) {
      const length = Math.min(CHUNK_BYTES, file.size - done);
      for (let filled = 0; filled < length;) {
        const read = await reader.read(memory.subarray(filled, length)).catch(unreadable);
        if (read.value === undefined || read.done) {
          return unreadable();
        }
        filled += read.value.length;
        memory = new Uint8Array(read.value.buffer);
      }
      done += length;
      yield memory.subarray(0, length);
    }
  } finally {
    // What went wrong was told; what was not read is not missed.
    reader.cancel().catch(() => undefined);
  }
}

/** Reads each piece into memory of its own; the next one is fetched while one is worked on. */
async function* slicedChunks(file: Blob): AsyncGenerator<Uint8Array> {
  let next = fetchSlice(file, 0);
  for (let done = 0; done < file.size;) {
    const chunk = await next;
    done += chunk.length;
    next = fetchSlice(file, done);
    yield chunk;
  }
}

function fetchSlice(file: Blob, from: number): Promise<Uint8Array> {
  const chunk = file
    .slice(from, from + CHUNK_BYTES)
    .arrayBuffer()
    .then((buffer) => {
      // A file that has become shorter would be waited for without end.
      return buffer.byteLength === 0 && from < file.size ? unreadable() : new Uint8Array(buffer);
    }, unreadable);
  // A piece fetched ahead may never be asked for.
  chunk.catch(() => undefined);
  return chunk;
}

function unreadable(): never {
  throw new FileProblem(fileMessages.unreadable());
}
