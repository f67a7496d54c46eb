import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { readBytes } from './read-bytes';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_BYTES = 56;

/** Where a zip's central directory lies. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
}

/**
 * Finds the central directory by the record at the end of the file, in its old and its 64 bit form.
 *
 * @throws FileProblem if there is none, as in a file that was cut off, or where it does not lie within the file
 */
export async function findDirectory(file: Blob): Promise<DirectoryPlace> {
  const from = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT - ZIP64_LOCATOR_BYTES);
  const tail = viewOf(await readBytes(file, from, file.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const ends =
      tail.getUint32(at, true) === END_SIGNATURE && at + END_BYTES + tail.getUint16(at + 20, true) <= tail.byteLength;
    if (!ends) {
      continue;
    }
    const place = (await zip64Place(file, tail, at)) ?? oldPlace(tail, at);
    if (place.end > from + at || place.start > place.end) {
      break;
    }
    return place;
  }
  throw new FileProblem(fileMessages.zipIncomplete());
}

function oldPlace(tail: DataView, at: number): DirectoryPlace {
  const start = tail.getUint32(at + 16, true);
  return { start, end: start + tail.getUint32(at + 12, true), entries: tail.getUint16(at + 10, true) };
}

async function zip64Place(file: Blob, tail: DataView, end: number): Promise<DirectoryPlace | null> {
  const locator = end - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) {
    return null;
  }
  const at = uint64(tail, locator + 8);
  if (at + ZIP64_END_BYTES > file.size) {
    throw new FileProblem(fileMessages.zipIncomplete());
  }
  const record = viewOf(await readBytes(file, at, at + ZIP64_END_BYTES));
  if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE) {
    throw new FileProblem(fileMessages.zipIncomplete());
  }
  const start = uint64(record, 48);
  return { start, end: start + uint64(record, 40), entries: uint64(record, 32) };
}

/** Eight bytes as a number. Beyond 2^53 it is not exact, but then it lies beyond any file too. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
