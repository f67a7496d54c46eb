import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener } from '../file/text-table';
import { encodingOf } from '../encoding/byte-order-mark';
import { unpack } from '../zip/unpack';
import type { Zip, ZipEntry } from '../zip/zip';
import { XmlProblem } from './xml-problem';
import { xmlScanner, type XmlListener } from './xml-scanner';

/**
 * Scans an XML document in a zip while it is unpacked, so that it is never there as a whole.
 *
 * @param enough asked after each chunk: true ends the scan early
 * @throws FileProblem if the entry or the document is damaged or beyond a limit
 */
export async function scanEntry(
  zip: Zip,
  entry: ZipEntry,
  listener: XmlListener,
  enough: () => boolean = () => false,
  progress?: BytesListener,
): Promise<void> {
  const scanner = xmlScanner(listener);
  let decoder: TextDecoder | null = null;
  const decode = (chunk?: Uint8Array): string => {
    decoder ??= new TextDecoder(encodingOf(chunk ?? new Uint8Array()), { fatal: true });
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new XmlProblem('encoding');
    }
  };
  let ended = false;
  const each = (chunk: Uint8Array): boolean => {
    scanner.push(decode(chunk));
    ended = enough();
    return !ended;
  };
  try {
    await unpack(zip, entry, each, progress);
    if (!ended) {
      scanner.push(decode());
      scanner.end();
    }
  } catch (error) {
    throw error instanceof XmlProblem ? error.in(entry.name) : error;
  }
}

/**
 * Scans a part of which something is kept for each element, so that it may not be as large as a sheet.
 *
 * @throws FileProblem as `scanEntry`
 */
export async function scanHeldEntry(zip: Zip, entry: ZipEntry, listener: XmlListener): Promise<void> {
  const { name, bytes } = entry;
  if (bytes > LIMITS.heldPartBytes) {
    throw new FileProblem(fileMessages.zipEntryTooLarge(name, bytes, LIMITS.heldPartBytes));
  }
  await scanEntry(zip, entry, listener);
}
