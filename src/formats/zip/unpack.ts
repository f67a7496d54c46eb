import { Inflate } from 'fflate';
import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener } from '../file/text-table';
import { crc32 } from '../file/crc32';
import { viewOf } from './end-record';
import { readBytes } from './read-bytes';
import type { Zip, ZipEntry } from './zip';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const READ_BYTES = 1024 * 1024;
/** Deflate makes at most 1,032 bytes of one, so that no step of a bomb gets beyond 33 MB before its size is checked. */
const STEP_BYTES = 32 * 1024;

/** Hears each unpacked chunk, which it may keep. False: no more is wanted. */
export type ChunkListener = (chunk: Uint8Array) => boolean;

/**
 * Unpacks one entry, chunk by chunk. What comes out is counted while it comes, so an entry that lies about its size is found
 * out at once; if it is unpacked to its end, size and check sum are those declared.
 *
 * @param progress in packed bytes of the entry
 * @throws FileProblem if it is encrypted, damaged or beyond a limit
 */
export async function unpack(zip: Zip, entry: ZipEntry, each: ChunkListener, progress?: BytesListener): Promise<void> {
  refuse(entry);
  const start = await dataStart(zip, entry);
  const inflate = entry.method === DEFLATED ? inflater() : (chunk: Uint8Array) => chunk;
  let bytes = 0;
  let crc = 0;
  for (let done = 0; done < entry.packedBytes;) {
    const block = await readBytes(zip.file, start + done, start + Math.min(done + READ_BYTES, entry.packedBytes));
    for (let at = 0; at < block.length; at += STEP_BYTES) {
      const step = block.subarray(at, at + STEP_BYTES);
      done += step.length;
      const chunk = inflate(step, done === entry.packedBytes);
      bytes += chunk.length;
      if (bytes > entry.bytes) {
        throw new FileProblem(fileMessages.zipDamaged());
      }
      crc = crc32(crc, chunk);
      if (chunk.length > 0 && !each(chunk)) {
        return;
      }
    }
    progress?.(done, entry.packedBytes);
  }
  if (bytes !== entry.bytes || crc !== entry.crc) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
}

/** An entry as a file of its own, unpacked whole. */
export async function unpackAsBlob(zip: Zip, entry: ZipEntry): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await unpack(zip, entry, (chunk) => {
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    return true;
  });
  return new Blob(chunks);
}

/** What the directory declares is enough to refuse by. */
function refuse({ name, encrypted, method, bytes, packedBytes }: ZipEntry): void {
  if (encrypted) {
    throw new FileProblem(fileMessages.zipEncrypted());
  }
  if (method !== STORED && method !== DEFLATED) {
    throw new FileProblem(fileMessages.zipMethod(method));
  }
  if (bytes > LIMITS.zipEntryBytes) {
    throw new FileProblem(fileMessages.zipEntryTooLarge(name, bytes, LIMITS.zipEntryBytes));
  }
  if (bytes > LIMITS.zipRatioFromBytes && bytes > packedBytes * LIMITS.zipRatio) {
    throw new FileProblem(fileMessages.zipRatio(name, Math.round(bytes / Math.max(packedBytes, 1)), LIMITS.zipRatio));
  }
}

async function dataStart(zip: Zip, { offset, packedBytes }: ZipEntry): Promise<number> {
  if (offset + LOCAL_HEADER_BYTES > zip.file.size) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
  const header = viewOf(await readBytes(zip.file, offset, offset + LOCAL_HEADER_BYTES));
  const start = offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (header.getUint32(0, true) !== LOCAL_SIGNATURE || start + packedBytes > zip.file.size) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
  return start;
}

function inflater(): (step: Uint8Array, last: boolean) => Uint8Array {
  let unpacked = new Uint8Array();
  const stream = new Inflate((chunk) => {
    unpacked = chunk as Uint8Array<ArrayBuffer>;
  });
  return (step, last) => {
    try {
      stream.push(step, last);
    } catch {
      throw new FileProblem(fileMessages.zipDamaged());
    }
    return unpacked;
  };
}
