import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { findDirectory, uint64, viewOf } from './end-record';
import { readBytes } from './read-bytes';
import type { Zip, ZipEntry } from './zip';

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** So many headers are asked for at once. */
const HEADERS_AT_ONCE = 64;
const ZIP64_FIELD = 1;
const IN_ZIP64_FIELD = 0xffffffff;
/** Bit 0: encrypted; 6: strongly; 13: the directory's own values are masked. */
const ENCRYPTED_FLAGS = 0x2041;
/** A directory's entry is seldom longer than 200 bytes. A directory beyond this is no document's. */
const DIRECTORY_BYTES = LIMITS.zipEntries * 1024;

/**
 * Reads the directory of a zip; nothing is unpacked yet.
 *
 * @throws FileProblem if it is cut off, damaged or beyond a limit, or where entries overlap, share a name or are named
 *   otherwise in the directory than before their bytes, so that two programs could read different things from it
 */
export async function openZip(file: Blob): Promise<Zip> {
  if (file.size > LIMITS.packedFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.packedFileBytes));
  }
  const place = await findDirectory(file);
  if (place.entries > LIMITS.zipEntries) {
    throw new FileProblem(fileMessages.zipTooManyEntries(place.entries, LIMITS.zipEntries));
  }
  if (place.end - place.start > DIRECTORY_BYTES) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
  const directory = viewOf(await readBytes(file, place.start, place.end));
  const entries = new Map<string, ZipEntry>();
  const names = new Map<ZipEntry, Uint8Array>();
  let at = 0;
  for (let index = 0; index < place.entries; index += 1) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw new FileProblem(fileMessages.zipDamaged());
    }
    const next =
      at +
      ENTRY_BYTES +
      directory.getUint16(at + 28, true) +
      directory.getUint16(at + 30, true) +
      directory.getUint16(at + 32, true);
    if (next > directory.byteLength) {
      throw new FileProblem(fileMessages.zipDamaged());
    }
    const entry = readEntry(directory, at);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) {
      throw new FileProblem(fileMessages.zipTwoEntries(entry.name));
    }
    entries.set(key, entry);
    names.set(entry, nameBytes(directory, at));
    at = next;
  }
  if (at !== directory.byteLength) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
  refuseOverlaps([...entries.values()], place.start);
  await refuseOtherNames(file, [...names]);
  return { file, entries };
}

function readEntry(directory: DataView, at: number): ZipEntry {
  const name = nameBytes(directory, at);
  const extra = zip64Values(directory, at + ENTRY_BYTES + name.length, directory.getUint16(at + 30, true));
  const value = (position: number): number => {
    const short = directory.getUint32(at + position, true);
    return short === IN_ZIP64_FIELD ? (extra.shift() ?? short) : short;
  };
  const bytes = value(24);
  const packedBytes = value(20);
  const offset = value(42);
  return {
    name: new TextDecoder().decode(name).replace(/\\/g, '/').replace(/^\/+/, ''),
    packedBytes,
    bytes,
    crc: directory.getUint32(at + 16, true),
    method: directory.getUint16(at + 10, true),
    encrypted: (directory.getUint16(at + 8, true) & ENCRYPTED_FLAGS) !== 0,
    offset,
  };
}

function nameBytes(directory: DataView, at: number): Uint8Array {
  return new Uint8Array(directory.buffer, directory.byteOffset + at + ENTRY_BYTES, directory.getUint16(at + 28, true));
}

/** The 64 bit values of an entry, in the order size, packed size, offset; only those that do not fit the short fields are there. */
function zip64Values(directory: DataView, start: number, length: number): number[] {
  const values: number[] = [];
  for (let at = start; at + 4 <= start + length;) {
    const end = Math.min(at + 4 + directory.getUint16(at + 2, true), start + length);
    if (directory.getUint16(at, true) === ZIP64_FIELD) {
      for (let value = at + 4; value + 8 <= end && values.length < 3; value += 8) {
        values.push(uint64(directory, value));
      }
    }
    at = end;
  }
  return values;
}

/** Entries that share bytes are how a small zip unpacks to petabytes. */
function refuseOverlaps(entries: ZipEntry[], directoryStart: number): void {
  let free = 0;
  for (const { offset, packedBytes } of entries.sort((a, b) => a.offset - b.offset)) {
    if (offset < free) {
      throw new FileProblem(fileMessages.zipDamaged());
    }
    free = offset + LOCAL_HEADER_BYTES + packedBytes;
  }
  if (free > directoryStart) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
}

/**
 * No check sum covers the directory. An entry whose name was damaged there would be missed as if it had never been, and a
 * workbook would open without one of its parts; so each has to have the same name before its bytes.
 */
async function refuseOtherNames(file: Blob, names: readonly (readonly [ZipEntry, Uint8Array])[]): Promise<void> {
  for (let first = 0; first < names.length; first += HEADERS_AT_ONCE) {
    await Promise.all(
      names.slice(first, first + HEADERS_AT_ONCE).map(([entry, name]) => refuseOtherName(file, entry, name)),
    );
  }
}

async function refuseOtherName(file: Blob, { offset, encrypted }: ZipEntry, name: Uint8Array): Promise<void> {
  if (encrypted) {
    // Its name may be masked; it is refused as what it is once it is to be read.
    return;
  }
  const bytes = await readBytes(file, offset, offset + LOCAL_HEADER_BYTES + name.length);
  const header = viewOf(bytes);
  const isSame =
    header.getUint32(0, true) === LOCAL_SIGNATURE &&
    header.getUint16(26, true) === name.length &&
    name.every((byte, at) => bytes[LOCAL_HEADER_BYTES + at] === byte);
  if (!isSame) {
    throw new FileProblem(fileMessages.zipDamaged());
  }
}
