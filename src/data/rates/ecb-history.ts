import { FileProblem } from '../files/file-problem';
import { LIMITS } from '../files/limits';
import { openZip } from '../files/zip/open-zip';
import { readBytes } from '../files/zip/read-bytes';
import { unpackAsBlob } from '../files/zip/unpack';
import { fileMessages } from '../messages';
import { parseDailyRates, type DailyRates } from './daily-rates';

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads the European Central Bank's daily rates from eurofxref-hist.csv, or from the zip that it comes in.
 *
 * @throws FileProblem where the file is something else, damaged or beyond a limit
 */
export async function readEcbHistory(file: Blob): Promise<DailyRates> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  const start = await readBytes(file, 0, Math.min(file.size, ZIP_SIGNATURE.length));
  const csv = ZIP_SIGNATURE.every((byte, at) => start[at] === byte) ? await unpackHistory(file) : file;
  if (csv.size > LIMITS.ratesFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(csv.size, LIMITS.ratesFileBytes));
  }
  const daily = parseDailyRates(new TextDecoder().decode(await readBytes(csv, 0, csv.size)));
  if (daily.size === 0) {
    throw new FileProblem(fileMessages.noEcbRates());
  }
  return daily;
}

async function unpackHistory(file: Blob): Promise<Blob> {
  const zip = await openZip(file);
  const entries = [...zip.entries.values()].filter(({ name }) => /\.csv$/i.test(name));
  const [entry, other] = entries;
  if (entry === undefined || other !== undefined) {
    throw new FileProblem(fileMessages.zipWithoutRates());
  }
  if (entry.bytes > LIMITS.ratesFileBytes) {
    throw new FileProblem(fileMessages.zipEntryTooLarge(entry.name, entry.bytes, LIMITS.ratesFileBytes));
  }
  return unpackAsBlob(zip, entry);
}
