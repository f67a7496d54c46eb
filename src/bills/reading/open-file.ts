import { fileMessages } from '../../formats/file/messages';
import { looksLikeEcbHistory, type DailyRates } from '../rates/daily-rates';
import { readEcbHistory } from '../rates/ecb-history';
import { openCsv } from '../../formats/csv/open-csv';
import { FileProblem } from '../../formats/file/file-problem';
import { openJsonLines } from '../../formats/json/open-json-lines';
import { openJson } from '../../formats/json/open-json';
import { LIMITS } from '../../formats/file/limits';
import type { OpenedFile, TextReading } from '../../formats/file/text-table';
import { openXlsx } from '../../formats/xlsx/open-xlsx';
import { gunzip } from '../../formats/zip/gunzip';
import { openZip } from '../../formats/zip/open-zip';
import { readBytes } from '../../formats/zip/read-bytes';
import { unpackAsBlob } from '../../formats/zip/unpack';
import { findEntry, type Zip } from '../../formats/zip/zip';
import { isBesideOthers } from '../values/sheet-name';
import { openParts, type PartFile } from './parts';

/** The European Central Bank's history of rates. */
export interface OpenedRates {
  readonly kind: 'rates';
  readonly daily: DailyRates;
}

const START_BYTES = 4096;

/** What a file begins with, for kinds that can be told by it. */
const SIGNATURES: readonly {
  readonly kind: 'zip' | 'gzip' | 'parquet' | 'ole' | 'none';
  readonly bytes: readonly number[];
  readonly what?: string;
}[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { kind: 'parquet', bytes: [0x50, 0x41, 0x52, 0x45] },
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'none', bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'none', bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { kind: 'none', bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
];

/** How a web page or XML begins. Some programs write one where they say that they export to Excel, and call it .xls. */
const MARKUP = /^\s*<(?:!doctype|html|table|\?xml)\b/i;

/**
 * Finds out what a file is, by its content and not by its name, and opens it.
 *
 * @param reading how a text file is to be read, if the user has said so
 * @throws FileProblem if it is nothing that can be read, damaged or beyond a limit
 */
export async function openFile(
  file: Blob,
  reading: Partial<TextReading> | null = null,
): Promise<OpenedFile | OpenedRates> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  const start = await readBytes(file, 0, Math.min(file.size, START_BYTES));
  const signature = signatureOf(start);
  switch (signature?.kind) {
    case 'zip':
      return openPacked(file, reading);
    case 'gzip':
      return openInside(await gunzip(file), reading);
    case 'parquet': {
      const { openParquet } = await import(/* webpackChunkName: "parquet" */ '../../formats/parquet/open-parquet');
      return openParquet(file);
    }
    case 'ole':
      throw new FileProblem(fileMessages.oldWorkbook());
    case 'none':
      throw new FileProblem(fileMessages.notATable(signature.what ?? ''));
    default:
      return openText(file, start, reading);
  }
}

function signatureOf(start: Uint8Array): (typeof SIGNATURES)[number] | undefined {
  return SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
}

async function openText(
  file: Blob,
  start: Uint8Array,
  reading: Partial<TextReading> | null,
): Promise<OpenedFile | OpenedRates> {
  if (MARKUP.test(new TextDecoder().decode(start))) {
    throw new FileProblem(fileMessages.markup());
  }
  if (reading === null && startsAsJson(start)) {
    return file.size > LIMITS.jsonFileBytes || isLines(start) ? openJsonLines(file) : openJson(file);
  }
  const opened = await openCsv(file, reading ?? {});
  const [table] = opened.tables;
  if (table !== undefined && looksLikeEcbHistory(table.header)) {
    return { kind: 'rates', daily: await readEcbHistory(file) };
  }
  return opened;
}

/** A workbook, the bank's rates, or one or several files in a zip. */
async function openPacked(file: Blob, reading: Partial<TextReading> | null): Promise<OpenedFile | OpenedRates> {
  const zip = await openZip(file);
  if (isOffice(zip)) {
    return openXlsx(file, isBesideOthers);
  }
  const files = filesIn(zip);
  const [first, another] = files;
  if (first === undefined) {
    throw new FileProblem(fileMessages.noFile());
  }
  return another === undefined
    ? openAlone(await first.content(), reading)
    : openParts(files, (part) => openPart(part, reading));
}

/** The files of a zip, without folders and what a system writes for itself. */
function filesIn(zip: Zip): PartFile[] {
  return [...zip.entries.values()]
    .filter(({ name }) => !name.endsWith('/') && !/(^|\/)(\.|__MACOSX\/)/.test(name))
    .map((entry) => ({ name: entry.name, bytes: entry.bytes, content: () => unpackAsBlob(zip, entry) }));
}

/**
 * Opens files that were chosen together, as one bill where they belong together; the files of a zip among them as if it were unpacked.
 *
 * @param reading how text files are to be read, if the user has said so
 * @throws FileProblem as `openFile` for any of them
 */
export async function openFiles(
  files: readonly File[],
  reading: Partial<TextReading> | null = null,
): Promise<OpenedFile> {
  const parts = await Promise.all(files.map(partsOf));
  return openParts(parts.flat(), (part) => openPart(part, reading));
}

async function partsOf(file: File): Promise<PartFile[]> {
  const alone: PartFile = { name: file.name, bytes: file.size, content: () => Promise.resolve(file) };
  if (signatureOf(await readBytes(file, 0, Math.min(file.size, START_BYTES)))?.kind !== 'zip') {
    return [alone];
  }
  try {
    const zip = await openZip(file);
    return isOffice(zip) ? [alone] : filesIn(zip).map((part) => ({ ...part, name: `${file.name}/${part.name}` }));
  } catch (thrown) {
    throw thrown instanceof FileProblem ? new FileProblem(fileMessages.ofPart(file.name, thrown.message)) : thrown;
  }
}

/** One of several files in a zip; null for rates, which are no part of a bill. */
async function openPart(file: Blob, reading: Partial<TextReading> | null): Promise<OpenedFile | null> {
  const opened = await openAlone(file, reading);
  return opened.kind === 'rates' ? null : opened;
}

/** A file that was in a zip: any but another zip of files. */
async function openAlone(file: Blob, reading: Partial<TextReading> | null): Promise<OpenedFile | OpenedRates> {
  const start = await readBytes(file, 0, Math.min(file.size, START_BYTES));
  if (signatureOf(start)?.kind === 'zip' && !isOffice(await openZip(file))) {
    throw new FileProblem(fileMessages.zipInZip());
  }
  return openFile(file, reading);
}

/** What gzip packed: any file that is not packed itself, for nothing says how often it would be. */
async function openInside(inside: Blob, reading: Partial<TextReading> | null): Promise<OpenedFile | OpenedRates> {
  const start = await readBytes(inside, 0, Math.min(inside.size, START_BYTES));
  const kind = signatureOf(start)?.kind;
  if (kind === 'gzip' || (kind === 'zip' && !isOffice(await openZip(inside)))) {
    throw new FileProblem(fileMessages.packedTwice());
  }
  return openFile(inside, reading);
}

function isOffice(zip: Zip): boolean {
  return ['[Content_Types].xml', 'xl/workbook.xml', 'xl/workbook.bin', 'mimetype'].some(
    (name) => findEntry(zip, name) !== undefined,
  );
}

/** Whether the first character that is no space, in UTF-8 or UTF-16, opens an object or an array. */
function startsAsJson(start: Uint8Array): boolean {
  for (const byte of start) {
    if (byte === 0x7b || byte === 0x5b) {
      return true;
    }
    const isSpaceOrMark =
      byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff;
    if (!isSpaceOrMark) {
      return false;
    }
  }
  return false;
}

/** Whether a document ends with the first line and another begins after it. */
function isLines(start: Uint8Array): boolean {
  const [first = '', ...others] = new TextDecoder().decode(start).trimStart().split('\n');
  if (!/^\s*[[{]/.test(others.join('\n'))) {
    return false;
  }
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}
