import { FileProblem } from '../../formats/file/file-problem';
import { LIMITS } from '../../formats/file/limits';
import { openZip } from '../../formats/zip/open-zip';
import { readBytes } from '../../formats/zip/read-bytes';
import { unpackAsBlob } from '../../formats/zip/unpack';
import { billMessages } from '../messages';
import { fileMessages } from '../../formats/file/messages';
import { parseDailyRates, type DailyRates } from './daily-rates';

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads the European Central Bank's daily rates from eurofxref-hist.csv, or from the zip that it comes in.
 *
 * @throws FileProblem if the file is something else, damaged or beyond a limit
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
    throw new FileProblem(billMessages.noEcbRates());
  }
  return daily;
}

async function unpackHistory(file: Blob): Promise<Blob> {
  const zip = await openZip(file);
  const entries = [...zip.entries.values()].filter(({ name }) => /\.csv$/i.test(name));
  const [entry, other] = entries;
  if (entry === undefined || other !== undefined) {
    throw new FileProblem(billMessages.zipWithoutRates());
  }
  if (entry.bytes > LIMITS.ratesFileBytes) {
    throw new FileProblem(fileMessages.zipEntryTooLarge(entry.name, entry.bytes, LIMITS.ratesFileBytes));
  }
  return unpackAsBlob(zip, entry);
}
