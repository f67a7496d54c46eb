/**
 * Every message about a file as a file, in one place. Each says what is wrong, with the value, and what to do next if that is
 * not plain from the first. What is said of a bill stands in `bills/messages.ts`.
 */
export const fileMessages = {
  empty: () => 'The file is empty.',
  tooLarge: (bytes: number, limit: number) =>
    `The file has ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or export fewer months.`,
  /** `where`: "The file", "Sheet "Costs"". */
  tooManyRows: (limit: number, where = 'The file') =>
    `${where} has more than ${limit.toLocaleString('en')} rows. Split it, or export fewer months.`,
  tooManyColumns: (limit: number, where = 'The file') =>
    `${where} has more than ${limit.toLocaleString('en')} columns. Check the delimiter of a text file, or export fewer columns.`,
  /** `where`: "in line 7". */
  cellTooLong: (limit: number, where = 'of the file') =>
    `A cell ${where} has more than ${limit.toLocaleString('en')} characters. Choose other columns, or check for a quote that is not closed.`,
  notATable: (what: string) => `The file is ${what}, not a table. Export the bill as CSV, Excel, JSON or Parquet.`,
  markup: () =>
    'The file is a web page or XML, whatever its name ends in. If Excel shows the table, save it there as .xlsx; else export it again.',
  /** `where`: "The file", "Sheet "Costs"". */
  columnTwice: (column: string, where: string) =>
    `${where} has more than one column "${column}"; only the first of them is read.`,
  noFile: () => 'The zip holds no file that could be read. Unpack it, and choose the one that is to be read.',
  zipInZip: () => 'A zip within a zip is not read. Unpack it first.',
  partsJoined: (files: readonly string[]) =>
    `${files.length} files with the same columns are read as one bill: ${shortList(files)}. Lines count on from each to the next.`,
  partsBeside: (files: readonly string[]) =>
    `By ${files.length === 1 ? 'its name' : 'their names'} ${shortList(files)} ${files.length === 1 ? 'adds' : 'add'} up others with the same columns, or ${files.length === 1 ? 'is' : 'are'} planned: ${files.length === 1 ? 'it is' : 'they are'} not read with them, and can be chosen.`,
  partsApart: (tables: number) =>
    `There are ${tables} tables whose columns differ. Only the one that is chosen is read: choose each in turn.`,
  partsMissing: (manifest: string, files: readonly string[]) =>
    `${manifest} names ${files.length === 1 ? 'a file that is' : `${files.length} files that are`} not here: ${shortList(files)}. The figures may be too low.`,
  partTwice: (name: string, original: string) => `${name} has the same content as ${original}, and is read once.`,
  partPerhapsCut: (name: string) =>
    `${name} ends without a line end, as others of the files do not. It may have been cut off: compare its last line with the export.`,
  partWithoutTable: (name: string) => `${name}: The file holds no bill, and is not read.`,
  ofPart: (name: string, problem: string) => `${name}: ${problem}`,
  packedTwice: () => 'What gzip packed in the file is packed again. Unpack it first, then choose that file.',

  // Text files
  unreadable: () => 'The file cannot be read. It may have been changed or moved since it was chosen; choose it again.',
  notInEncoding: (encoding: string, line: number | null) =>
    `${line === null ? 'The file' : `Line ${line}`} has bytes that are not text in ${encoding}. Choose another encoding.`,
  unknownEncoding: (encoding: string) => `The encoding "${encoding}" is not known. Choose one from the list.`,
  binary: (line: number, encoding: string) =>
    `Line ${line} has a zero byte, so the file is not text in ${encoding}. Choose another encoding, or export the table as CSV.`,
  badDelimiter: (delimiter: string) =>
    `"${delimiter}" cannot divide cells. Choose one character that is not a quote, line end, letter or digit.`,
  openQuote: (line: number) =>
    `The quote that opens in line ${line} is never closed. Close it there, or choose another delimiter if the file is divided otherwise.`,
  lostQuote: () =>
    'A quote in this line has no partner, so its cells cannot be told apart. Close it, or double it if it belongs to the text.',
  strayQuote: () =>
    'Text stands behind a closing quote, so the cell is not clear. Double the quotes that belong to the text.',
  cutRow: (cells: number, columns: number) =>
    `The file ends in the middle of this row: it has ${cells} of ${columns} cells and no line end. Download or export the file again.`,
  rowTooLong: (line: number, limit: number) =>
    `Line ${line} has more than ${megabytes(limit)} MB. Check that the file is a table with line ends.`,
  surplusCells: (cells: number, columns: number, first: string) =>
    `The row has ${cells} cells, the header ${columns}; the first too many is "${first}". A cell that contains the delimiter needs quotes.`,
  cellBeyondHeader: (value: string) =>
    `"${value}" stands beside the table, under no name in the header. Give its column a name, or clear the cell.`,
  /** `where`: "The file", "Sheet "Costs"". */
  namelessColumn: (position: number, example: string, where: string) =>
    `${where} has a column without a name, number ${position}, with cells such as "${example}". Choose it as "(no name)" if it is needed.`,
  namelessTwice: (where: string) =>
    `${where} has more than one column without a name; only the first of them can be chosen.`,
  atLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
  linesBeforeHeader: (line: number) => `The header is in line ${line}; what stands above it was left out.`,
  /** `where`: "1 and 2". */
  headerOfTwoRows: (rows: string) =>
    `The header has two rows, ${rows}. Names of the second stand alone where there is only one of them, else behind the name above.`,
  // JSON
  jsonBroken: (line: number, why: string) =>
    `The file is not valid JSON: line ${line}: ${why}. Export it again, or correct the line.`,
  jsonCutOff: (line: number, firstLine: number) =>
    `The file ends at line ${line}, in the middle of what begins at line ${firstLine}. It was cut off: download or export it again.`,
  jsonOutside: (line: number, text: string) =>
    `The file is not valid JSON: at line ${line} it has '${text}' where an object or array should begin. Export it again, or correct the line.`,
  jsonTooManyValues: (limit: number) =>
    `The file holds more than ${limit} values, more than fit into memory at once. Export it in parts, as CSV or as JSON lines.`,
  jsonTooDeep: (line: number, limit: number) =>
    `The file has more than ${limit} objects and arrays within one another, at line ${line}. That is not a bill.`,
  noRecords: () => 'The file is valid JSON, but has no records: no object with fields, alone or in an array.',
  answersDiffer: (one: string, other: string) =>
    `The file has answers that are grouped by different things (${one}; ${other}): they state the same costs more than once. Keep those of one query in the file.`,
  periodsOverlap: (one: string, other: string) =>
    `The file has answers whose periods overlap (${one} and ${other}): they state the same costs more than once. Keep those by month, or those by day.`,
  morePages: (what: string) =>
    `The export says that it has more pages: ${what}. Import those as well, or the figures will be too low.`,
  // Parquet
  parquetNoEnd: () =>
    'The file does not end as a Parquet file does. It was cut off, or is another kind of file: download or export it again.',
  parquetEncrypted: () => 'The Parquet file is encrypted. Export it without encryption.',
  parquetCodec: (codec: string) =>
    `The Parquet file is compressed by ${codec}, which cannot be read. Export it with Snappy, Zstandard or gzip.`,
  parquetDamaged: (place: string) =>
    `The Parquet file is damaged, or written in a way that cannot be read: ${place}. Download or export it again.`,
  // Zips, and the files that are zips within
  changedWhileRead: () => 'The file could not be read to its end: it was moved or changed meanwhile. Choose it again.',
  zipIncomplete: () =>
    'The file is not complete: its end is missing or damaged, so it cannot be unpacked. Copy or download it again and choose that.',
  zipDamaged: () => 'The file is damaged: what is packed in it is not what it says. Copy or download it again.',
  gzipDamaged: () => 'The file is packed by gzip, and damaged or cut off. Copy or download it again.',
  gzipTooLarge: (limit: number, ratio: number) =>
    `The file unpacks to more than ${megabytes(limit)} MB, or to more than ${ratio} times its size. Unpack it first, and split it.`,
  zipEncrypted: () => 'The file is an encrypted zip, protected by a password. Save it without one.',
  zipMethod: (method: number) =>
    `The file is packed by a method that cannot be read (number ${method}). Pack it again as an ordinary zip.`,
  zipTwoEntries: (name: string) =>
    `The file has two entries named "${name}", so it is not clear which one counts. Save or pack it again.`,
  zipTooManyEntries: (entries: number, limit: number) => `The file has ${entries} entries; ${limit} can be read.`,
  zipEntryTooLarge: (name: string, bytes: number, limit: number) =>
    `"${name}" in the file unpacks to ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or save it as CSV.`,
  zipRatio: (name: string, ratio: number, limit: number) =>
    `"${name}" in the file says that it unpacks to ${ratio} times its size; no more than ${limit} times is read, for files made to do harm do so. Save it as CSV if you trust it.`,
  xml: (fault: keyof typeof XML_FAULTS, part: string) =>
    `The file is damaged: its part ${part === '' ? '' : `${part} `}${XML_FAULTS[fault]}. Open it in Excel, which can repair workbooks, and save it again.`,

  // XLSX workbooks
  oldWorkbook: () =>
    'This is a workbook with a password, or one of Excel before 2007 (.xls). Save it as .xlsx or CSV, without a password.',
  binaryWorkbook: () => 'This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV, without a password.',
  openDocument: () => 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV, without a password.',
  noWorkbook: () =>
    'The file is not an .xlsx workbook, or it is damaged. In Excel, save it as "Excel Workbook (.xlsx)" and open that.',
  partMissing: (part: string) =>
    `The workbook is damaged: its part "${part}" is missing. Open it in Excel and save it again.`,
  sheetsJoined: (sheets: readonly string[]) =>
    `Sheets ${sheets.map((sheet) => `"${sheet}"`).join(', ')} have the same columns and are read as one bill. If one repeats another, choose the sheets one by one.`,
  sheetsBeside: (sheets: readonly string[]) =>
    `By ${sheets.length === 1 ? 'its name the sheet' : 'their names the sheets'} ${sheets.map((sheet) => `"${sheet}"`).join(', ')} ${sheets.length === 1 ? 'adds' : 'add'} up others with the same columns, or ${sheets.length === 1 ? 'is' : 'are'} planned: ${sheets.length === 1 ? 'it is' : 'they are'} not read with them.`,
  hiddenRows: (sheet: string, rows: number) =>
    `Sheet "${sheet}" hides ${rows === 1 ? 'a row, which counts' : `${rows.toLocaleString('en')} rows, which count`} like any other: a filter may be set, or rows may be hidden by hand.`,
  noRows: () => 'No sheet of the workbook has any rows.',
  tooManyStrings: (limit: number) =>
    `The workbook has more than ${limit} different texts. Split it, or save it as CSV.`,
  unknownString: (sheet: string, row: number, index: string) =>
    `The workbook is damaged: row ${row} of sheet "${sheet}" refers to text number ${index}, which is not there. Open it in Excel and save it again.`,
  formulaWithoutResult: (sheet: string) =>
    `Sheet "${sheet}" has formulas without saved results, which read as blank. Open the file in Excel and save it to have them calculated.`,
} as const;

/** What can be wrong with the XML of a part. */
const XML_FAULTS = {
  malformed: 'is not well-formed XML',
  doctype: 'has a DOCTYPE, which no workbook needs and which can do harm',
  depth: 'is nested too deeply',
  encoding: 'is text in neither UTF-8 nor UTF-16',
} as const;

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}

/** So many names are told. */
const MOST_NAMES = 5;

function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
