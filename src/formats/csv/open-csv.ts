import { fileMessages } from '../file/messages';
import { fileEncoding } from '../encoding/file-encoding';
import { utf8Chunks } from '../encoding/utf8-chunks';
import { FileProblem } from '../file/file-problem';
import { isSparseHeader } from '../file/sparse-header';
import { ROWS_BELOW, twoRowHeader } from '../file/two-row-header';
import { LIMITS } from '../file/limits';
import type { OpenedFile, TextReading } from '../file/text-table';
import { cellReader } from './cell-reader';
import { ENCODINGS } from '../encoding/encodings';
import { csvTable } from './csv-table';
import { decode } from './decode';
import { delimiterLine, findDelimiter } from './find-delimiter';
import { findHeader, type Layout } from './header-row';
import { rowFeed } from './row-feed';
import { type Sample, type SampleRow, sampleRows } from './sample-rows';

/** A header and a few hundred rows of a wide bill. A longer sample is taken if not even one row ends in it. */
const SAMPLE_BYTES = 256 * 1024;

/**
 * Opens a table of text, such as CSV or TSV. Its encoding, its delimiter and the row of its header are found from its beginning.
 *
 * @param override what the user says of it, which counts more than what is found
 * @throws FileProblem if it is empty, no text, damaged at its beginning, or beyond a limit
 */
export async function openCsv(file: Blob, override: Partial<TextReading> = {}): Promise<OpenedFile> {
  checkReading(override);
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  if (file.size > LIMITS.textFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.textFileBytes));
  }
  const encoding = override.encoding ?? (await fileEncoding(file));
  for (let size = SAMPLE_BYTES; ; size *= 8) {
    const sample = await takeSample(file, encoding, size);
    const reading = { encoding, delimiter: override.delimiter ?? findDelimiter(sample) };
    const { rows, problem } = sampleRows(sample, reading);
    if (problem !== null) {
      throw problem;
    }
    const named = delimiterLine(sample) !== null;
    const candidates = rows.filter(({ line }) => line > 1 || !named);
    const layout = findHeader(candidates);
    if (layout !== null) {
      const line = headerLine(sample, reading, candidates, layout);
      const { header, lastLine } = headerAt(sample, reading, rows, line);
      const notices = [
        ...(line === candidates[0]?.line ? [] : [fileMessages.linesBeforeHeader(line)]),
        ...(lastLine === line ? [] : [fileMessages.headerOfTwoRows(`${line} and ${lastLine}`)]),
      ];
      return {
        kind: 'csv',
        reading,
        tables: [
          csvTable(file, reading, header, lastLine, linesAbove(sample, reading, rows, line), await endsInCell(file)),
        ],
        notices,
      };
    }
    if (sample.whole) {
      throw new FileProblem(fileMessages.empty());
    }
  }
}

/** The line of the header: of the row that was found, or of the one right above it that names few of its columns. */
function headerLine(
  sample: Sample,
  reading: TextReading,
  rows: readonly SampleRow[],
  { header: { line }, width }: Layout,
): number {
  const at = rows.findIndex((row) => row.line === line);
  const above = rows[at - 1];
  if (above === undefined || above.cells < width || above.filled < 2 || above.lettered < above.filled) {
    return line;
  }
  const [names = [], full = [], ...below] = rows
    .slice(at - 1, at + 1 + ROWS_BELOW)
    .map((row) => decodeRow(sample, reading, row.line));
  return isSparseHeader(names, full, below) ? above.line : line;
}

/** The names of the columns, from one row or two, and the line of the last of them. */
function headerAt(
  sample: Sample,
  reading: TextReading,
  rows: readonly SampleRow[],
  line: number,
): { header: string[]; lastLine: number } {
  const header = decodeRow(sample, reading, line);
  const at = rows.findIndex((row) => row.line === line);
  const [second, ...below] = rows.slice(at + 1, at + 2 + ROWS_BELOW);
  if (second === undefined || !mayHaveTwoRows(header)) {
    return { header, lastLine: line };
  }
  const names = twoRowHeader(
    header,
    decodeRow(sample, reading, second.line),
    below.map((row) => decodeRow(sample, reading, row.line)),
  );
  return names === null ? { header, lastLine: line } : { header: names, lastLine: second.line };
}

/** Nearly no header has a name twice, or none at all. */
function mayHaveTwoRows(header: readonly string[]): boolean {
  return new Set(header).size < header.length || header.includes('');
}

/** Line ends and the quote: in every encoding that is read, one of the last two bytes if it is the last character. */
const ENDERS: readonly number[] = [0x0a, 0x0d, 0x22];

async function endsInCell(file: Blob): Promise<boolean> {
  const last = new Uint8Array(await file.slice(-2).arrayBuffer());
  return !ENDERS.some((ender) => isLastCharacter(last, ender));
}

/** In UTF-16 a zero byte stands beside it. */
function isLastCharacter(last: Uint8Array, ender: number): boolean {
  return last.at(-1) === ender || (last.at(-1) === 0 && last.at(-2) === ender);
}

/** Lines above the header that are kept. */
const LINES_ABOVE = 20;

async function takeSample(file: Blob, encoding: string, size: number): Promise<Sample> {
  let bytes = new Uint8Array(0);
  for await (const piece of utf8Chunks(file, encoding)) {
    const longer = new Uint8Array(Math.min(size, bytes.length + piece.length));
    longer.set(bytes);
    longer.set(piece.subarray(0, longer.length - bytes.length), bytes.length);
    if (longer.length < bytes.length + piece.length) {
      return { bytes: longer, whole: false };
    }
    bytes = longer;
  }
  return { bytes, whole: true };
}

/** The cells of the lines above the header, as far as they are likely to say something of the table. */
function linesAbove(sample: Sample, reading: TextReading, rows: readonly SampleRow[], headerLine: number): string[][] {
  return rows
    .filter(({ line }) => line < headerLine)
    .slice(0, LINES_ABOVE)
    .map(({ line }) => decodeRow(sample, reading, line));
}

function decodeRow(sample: Sample, reading: TextReading, headerLine: number): string[] {
  const header: string[] = [];
  const read = cellReader(reading.encoding, decode);
  const feed = rowFeed(reading, (bytes, row, line) => {
    if (line !== headerLine || row.lostQuote) {
      return true;
    }
    if (row.cells > LIMITS.columns) {
      throw new FileProblem(fileMessages.tooManyColumns(LIMITS.columns));
    }
    for (let column = 0; column < row.cells; column += 1) {
      header.push(read(bytes, row, column, line).trim());
    }
    return true;
  });
  feed(sample.bytes, sample.whole);
  return header;
}

/** Refuses a choice that nothing can be read with. */
function checkReading({ encoding, delimiter }: Partial<TextReading>): void {
  if (encoding !== undefined && !ENCODINGS.some(({ name }) => name === encoding)) {
    throw new FileProblem(fileMessages.unknownEncoding(encoding));
  }
  if (delimiter !== undefined && !/^[^"\r\n\0\p{L}\p{N}\p{Cs}]$/u.test(delimiter)) {
    throw new FileProblem(fileMessages.badDelimiter(delimiter));
  }
}
