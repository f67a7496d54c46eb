/**
 * Every message about a file, in one place. Each says what is wrong, with the value, and what to do next where that is not
 * plain from the first. They are apart from the functions' messages (`domain/messages.ts`) because every workbook waits for
 * the functions' script, and only an import needs these.
 */
export const fileMessages = {
  empty: () => 'The file is empty.',
  tooLarge: (bytes: number, limit: number) => `The file has ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or export fewer months.`,

  // Zips, and the files that are zips within
  changedWhileRead: () => 'The file could not be read to its end: it was moved or changed meanwhile. Choose it again.',
  zipIncomplete: () => 'The file is not complete: its end is missing. Copy or download it again.',
  zipDamaged: () => 'The file is damaged: what is packed in it is not what it says. Copy or download it again.',
  zipEncrypted: () => 'The file is protected by a password. Save it without one.',
  zipMethod: (method: number) => `The file is packed by a method that cannot be read (number ${method}). Pack it again as an ordinary zip.`,
  zipTwoEntries: (name: string) => `The file has two entries named "${name}", so it is not clear which one counts. Save or pack it again.`,
  zipTooManyEntries: (entries: number, limit: number) => `The file has ${entries} entries; ${limit} can be read.`,
  zipEntryTooLarge: (name: string, bytes: number, limit: number) =>
    `"${name}" in the file unpacks to ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or save it as CSV.`,
  zipRatio: (name: string, ratio: number, limit: number) =>
    `"${name}" in the file says that it unpacks to ${ratio} times its size; no more than ${limit} times is read, for files made to do harm do so. Save it as CSV if you trust it.`,
  xmlDamaged: () => 'The file is damaged: its XML is not well formed. Open it in Excel and save it again.',
  xmlDoctype: () => 'The file has a document type declaration, which no workbook needs and which can do harm. Open it in Excel and save it again.',
  xmlEncoding: () => 'The file is damaged: its text is neither UTF-8 nor UTF-16. Open it in Excel and save it again.',
  xmlTooLong: (limit: number) => `A cell of the file has more than ${limit} characters.`,

  // XLSX workbooks
  oldWorkbook: () => 'This is an older Excel workbook (.xls), or one with a password. Save it as .xlsx or CSV, without a password.',
  binaryWorkbook: () => 'This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV, without a password.',
  openDocument: () => 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV, without a password.',
  noWorkbook: () => 'The file is a zip, but no Excel workbook. Choose an .xlsx or CSV file.',
  partMissing: (part: string) => `The workbook is damaged: its part "${part}" is missing. Open it in Excel and save it again.`,
  noRows: () => 'No sheet of the workbook has any rows.',
  tooManyColumns: (sheet: string, limit: number) => `Sheet "${sheet}" has more than ${limit} columns. Delete the columns that are not needed.`,
  tooManyRows: (sheet: string, limit: number) => `Sheet "${sheet}" has more than ${limit} rows. Split it.`,
  tooManyStrings: (limit: number) => `The workbook has more than ${limit} different texts. Split it, or save it as CSV.`,
  unknownString: (sheet: string, row: number, index: string) =>
    `The workbook is damaged: row ${row} of sheet "${sheet}" refers to text number ${index}, which is not there. Open it in Excel and save it again.`,
  formulaWithoutResult: (sheet: string) =>
    `Sheet "${sheet}" has formulas without saved results, which read as blank. Open the file in Excel and save it to have them calculated.`,

  // Exchange rates
  noEcbHeader: (found: string) => `Line 1 starts with "${found}", not with Date. Use the bank's file eurofxref-hist.csv.`,
  notEcbDate: (line: number, value: string) => `Line ${line}: "${value}" is not a date such as 2024-11-18.`,
  ecbDateTwice: (line: number, date: string) => `Line ${line}: ${date} is there twice.`,
  notEcbRate: (line: number, currency: string, value: string) => `Line ${line}: ${currency} is "${value}", not a rate.`,
  ecbCurrencyTwice: (currency: string) => `Line 1: ${currency} is there twice.`,
  noEcbRates: () => 'The file has no rates. Use the bank\'s file eurofxref-hist.csv.',
  zipWithoutRates: () => 'The zip holds no file eurofxref-hist.csv. Use the zip as the European Central Bank offers it.',
} as const;

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
