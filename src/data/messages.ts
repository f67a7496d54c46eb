/**
 * Every message about a file, in one place. Each says what is wrong, with the value, and what to do next where that is not
 * plain from the first. They are apart from the functions' messages (`domain/messages.ts`) because every workbook waits for
 * the functions' script, and only an import needs these.
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
  notATable: (what: string) => `The file is ${what}, no table. Export the bill as CSV, Excel, JSON or Parquet.`,
  markup: () =>
    'The file is a web page or XML, whatever its name ends in. If Excel shows the table, save it there as .xlsx; else export it again.',
  /** `where`: "The file", "Sheet "Costs"". */
  columnTwice: (column: string, where: string) =>
    `${where} has more than one column "${column}"; only the first of them is read.`,
  zipOfSeveral: (files: number) =>
    `The zip holds ${files === 0 ? 'no file' : `${files} files`}. Unpack it, and choose the one that is to be read.`,
  zipOfNoText: (name: string) => `The zip holds "${name}", which is no text. Unpack it first, then choose that file.`,

  // Text files
  unreadable: () => 'The file cannot be read. It may have been changed or moved since it was chosen; choose it again.',
  notInEncoding: (encoding: string, line: number | null) =>
    `${line === null ? 'The file' : `Line ${line}`} has bytes that are no text in ${encoding}. Choose another encoding.`,
  unknownEncoding: (encoding: string) => `The encoding "${encoding}" is not known. Choose one from the list.`,
  binary: (line: number, encoding: string) =>
    `Line ${line} has a zero byte, so the file is no text in ${encoding}. Choose another encoding, or export the table as CSV.`,
  badDelimiter: (delimiter: string) =>
    `"${delimiter}" cannot divide cells. Choose one character that is no quote, line end, letter or digit.`,
  openQuote: (line: number) =>
    `The quote that opens in line ${line} is never closed. Close it there, or choose another delimiter if the file is divided otherwise.`,
  rowTooLong: (line: number, limit: number) =>
    `Line ${line} has more than ${megabytes(limit)} MB. Check that the file is a table with line ends.`,
  surplusCells: (cells: number, columns: number, first: string) =>
    `The row has ${cells} cells, the header ${columns}; the first too many is "${first}". A cell that contains the delimiter needs quotes.`,
  atLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
  linesBeforeHeader: (line: number) => `The header is in line ${line}; what stands above it was left out.`,
  // JSON
  jsonBroken: (line: number, why: string) =>
    `The file is no sound JSON: line ${line}: ${why}. Export it again, or correct the line.`,
  jsonCutOff: (line: number, firstLine: number) =>
    `The file ends at line ${line}, in the middle of what begins at line ${firstLine}. It was cut off: download or export it again.`,
  jsonOutside: (line: number, text: string) =>
    `The file is no sound JSON: at line ${line} it has '${text}' where an object or array should begin. Export it again, or correct the line.`,
  jsonTooDeep: (line: number, limit: number) =>
    `The file has more than ${limit} objects and arrays within one another, at line ${line}. That is no bill.`,
  noRecords: () => 'The file is sound JSON, but has no records: no object with fields, alone or in an array.',
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
  zipIncomplete: () => 'The file is not complete: its end is missing. Copy or download it again.',
  zipDamaged: () => 'The file is damaged: what is packed in it is not what it says. Copy or download it again.',
  zipEncrypted: () => 'The file is protected by a password. Save it without one.',
  zipMethod: (method: number) =>
    `The file is packed by a method that cannot be read (number ${method}). Pack it again as an ordinary zip.`,
  zipTwoEntries: (name: string) =>
    `The file has two entries named "${name}", so it is not clear which one counts. Save or pack it again.`,
  zipTooManyEntries: (entries: number, limit: number) => `The file has ${entries} entries; ${limit} can be read.`,
  zipEntryTooLarge: (name: string, bytes: number, limit: number) =>
    `"${name}" in the file unpacks to ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or save it as CSV.`,
  zipRatio: (name: string, ratio: number, limit: number) =>
    `"${name}" in the file says that it unpacks to ${ratio} times its size; no more than ${limit} times is read, for files made to do harm do so. Save it as CSV if you trust it.`,
  xmlDamaged: () => 'The file is damaged: its XML is not well formed. Open it in Excel and save it again.',
  xmlDoctype: () =>
    'The file has a document type declaration, which no workbook needs and which can do harm. Open it in Excel and save it again.',
  xmlEncoding: () => 'The file is damaged: its text is neither UTF-8 nor UTF-16. Open it in Excel and save it again.',

  // XLSX workbooks
  oldWorkbook: () =>
    'This is an older Excel workbook (.xls), or one with a password. Save it as .xlsx or CSV, without a password.',
  binaryWorkbook: () => 'This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV, without a password.',
  openDocument: () => 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV, without a password.',
  noWorkbook: () => 'The file is a zip, but no Excel workbook. Choose an .xlsx or CSV file.',
  partMissing: (part: string) =>
    `The workbook is damaged: its part "${part}" is missing. Open it in Excel and save it again.`,
  noRows: () => 'No sheet of the workbook has any rows.',
  tooManyStrings: (limit: number) =>
    `The workbook has more than ${limit} different texts. Split it, or save it as CSV.`,
  unknownString: (sheet: string, row: number, index: string) =>
    `The workbook is damaged: row ${row} of sheet "${sheet}" refers to text number ${index}, which is not there. Open it in Excel and save it again.`,
  formulaWithoutResult: (sheet: string) =>
    `Sheet "${sheet}" has formulas without saved results, which read as blank. Open the file in Excel and save it to have them calculated.`,

  // Exchange rates
  noEcbHeader: (found: string) =>
    `Line 1 starts with "${found}", not with Date. Use the bank's file eurofxref-hist.csv.`,
  notEcbDate: (line: number, value: string) => `Line ${line}: "${value}" is not a date such as 2024-11-18.`,
  ecbDateTwice: (line: number, date: string) => `Line ${line}: ${date} is there twice.`,
  notEcbRate: (line: number, currency: string, value: string) => `Line ${line}: ${currency} is "${value}", not a rate.`,
  ecbCurrencyTwice: (currency: string) => `Line 1: ${currency} is there twice.`,
  noEcbRates: () => "The file has no rates. Use the bank's file eurofxref-hist.csv.",
  zipWithoutRates: () =>
    'The zip holds no file eurofxref-hist.csv. Use the zip as the European Central Bank offers it.',
  // Bills
  openRole: (role: string) =>
    `No column stands for the ${role} yet. Choose one, or type a text that holds for every row.`,
  noColumn: (column: string) => `The table has no column "${column}". Choose another one.`,
  nothingTellsAi: () =>
    'Nothing in this table tells AI services from others. Choose a column for the service, or keep all rows.',
  tooManyGroups: (limit: number) =>
    `The bill has more than ${limit.toLocaleString('en')} different clients, vendors, services and months together. ` +
    'Choose columns with fewer different texts, or load fewer months.',
  noAmount: (value: string) => `"${value}" is no amount.`,
  blankAmount: () => 'The amount is blank.',
  notWithPoint: (value: string) =>
    `"${value}" is no amount with a decimal point, which the other amounts have. Choose decimal comma if it is the others that are read wrongly.`,
  notWithComma: (value: string) =>
    `"${value}" is no amount with a decimal comma, which the other amounts have. Choose decimal point if it is the others that are read wrongly.`,
  otherCurrency: (value: string, currency: string) =>
    `"${value}" names another currency than ${currency}, the one of its row.`,
  blankCurrency: () => 'The currency is blank. If it is the same for all rows, type it.',
  unclearCurrency: (value: string) =>
    `"${value}" is the sign of several currencies. Type the one that is meant, such as USD.`,
  blankClient: () => 'The client is blank. Add a column that names it where this one does not.',
  blankVendor: () => 'The vendor is blank. Add a column that names it where this one does not.',
  blankMonth: () => 'The date is blank.',
  noMonth: (value: string) => `"${value}" is no date.`,
  notMonthFirst: (value: string) =>
    `"${value}" is no date with the month first, as the other dates are read. Choose day first if it is they that are read wrongly.`,
  notDayFirst: (value: string) =>
    `"${value}" is no date with the day first, as the other dates are read. Choose month first if it is they that are read wrongly.`,
  mappingPiece: (piece: string) =>
    `"${piece}" is no part of a mapping. Write Column=client, Tags[team]=client, "a text"=client, Column~"text", or an option such as numbers:comma.`,
  mappingRole: (piece: string, role: string, roles: readonly string[]) =>
    `"${piece}" names no role: "${role}" is none of ${roles.join(', ')}.`,
  mappingTwice: (piece: string, role: string) =>
    `"${piece}" gives the ${role} a second source. Several columns can stand for one role; a text or a tag stands alone.`,
  mappingColumn: (column: string, near: string | null) =>
    `The table has no column "${column}"${near === null ? '' : `; perhaps "${near}" is meant`}. A text that holds for every row stands in double quotes.`,
  mappingOption: (piece: string, values: readonly string[]) =>
    `"${piece}" has none of the values ${values.join(', ')}.`,
  mappingQuote: (piece: string, quote: string) =>
    `"${piece}" has a ${quote === "'" ? 'single' : 'double'} quote that is never closed.`,

  // The import
  noTable: () => 'The file has no such table any more. Open it again.',
  readerEnded: (reason: string) =>
    `The reader ended while it was at this file (${reason === '' ? 'perhaps for want of memory' : reason}). Split the file, or save it as CSV, then try again.`,
} as const;

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
