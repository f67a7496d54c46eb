/**
 * The parts of a file that a workbook may need, unpacked within bounds.
 */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { XlsxProblem } from '../xlsx-problem';

const MB = 1024 * 1024;
/** What a workbook of this page may have; one made to exhaust the machine has more. */
export const LIMITS = {
  packedBytes: 50 * MB,
  unpackedBytes: 300 * MB,
  entries: 10_000,
  ratio: 300,
  ratioFromBytes: 10 * MB,
} as const;

const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04];
/** A compound file: an encrypted workbook, or one of Excel before 2007. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const PART = /^(?:\[content_types\]\.xml|.+\.(?:xml|rels))$/i;
/** Bit 0 of a local header's flags. */
const FLAGS_AT = 6;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function tooLarge(what: string): XlsxProblem {
  return new XlsxProblem(
    `This file is too large: ${what}. Save the sheets you need as a workbook of their own and open that.`,
  );
}

function checkStart(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new XlsxProblem('This file is empty. Choose the workbook again.');
  }
  if (bytes.length > LIMITS.packedBytes) {
    throw tooLarge(`${Math.ceil(bytes.length / MB)} MB where at most ${LIMITS.packedBytes / MB} MB are opened`);
  }
  if (startsWith(bytes, COMPOUND_FILE)) {
    throw new XlsxProblem(
      'This file is protected with a password, or it is of Excel before 2007. In Excel, remove the password (File > Info > Protect Workbook) or save it as "Excel Workbook (.xlsx)", and open that.',
    );
  }
  if (!startsWith(bytes, LOCAL_HEADER)) {
    throw new XlsxProblem(
      'This file is not an .xlsx workbook. In Excel, save it as "Excel Workbook (.xlsx)" and open that.',
    );
  }
  if (((bytes[FLAGS_AT] ?? 0) & 1) !== 0) {
    throw new XlsxProblem('This file is an encrypted zip. Unpack it with its password and open the workbook in it.');
  }
}

/** Adds up what the entries say of themselves, before any is unpacked; fflate never unpacks more than an entry says. */
function entryFilter(): (entry: UnzipFileInfo) => boolean {
  let entries = 0;
  let bytes = 0;
  return ({ name, size, originalSize }) => {
    entries += 1;
    if (entries > LIMITS.entries) {
      throw tooLarge(`it holds more than ${LIMITS.entries.toLocaleString('en')} parts`);
    }
    if (!PART.test(name)) {
      return false;
    }
    bytes += originalSize;
    const isBomb = originalSize > LIMITS.ratioFromBytes && originalSize > size * LIMITS.ratio;
    if (bytes > LIMITS.unpackedBytes || isBomb) {
      throw tooLarge(`unpacked it would take ${Math.ceil(bytes / MB).toLocaleString('en')} MB`);
    }
    return true;
  };
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** The parts by their paths in small letters: programs differ in how they spell them. */
export class Parts {
  private constructor(private readonly bytes: ReadonlyMap<string, Uint8Array>) {}

  static of(file: Uint8Array): Parts {
    checkStart(file);
    try {
      const entries = Object.entries(unzipSync(file, { filter: entryFilter() }));
      return new Parts(new Map(entries.map(([path, bytes]) => [path.replace(/^\//, '').toLowerCase(), bytes])));
    } catch (error) {
      if (error instanceof XlsxProblem) {
        throw error;
      }
      throw new XlsxProblem('This file is damaged: it cannot be unpacked. Get it anew from where it came from.');
    }
  }

  /** A part's text; null where the file has no such part. */
  text(path: string): string | null {
    const bytes = this.bytes.get(path.toLowerCase());
    return bytes ? decode(bytes) : null;
  }
}
