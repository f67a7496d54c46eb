const MB = 1024 * 1024;

/** All limits of the readers, in one place. A bill of a million rows passes; a file made to exhaust the machine does not. */
export const LIMITS = {
  /** A text file (CSV, TSV, JSON lines) is read as a stream, so its size costs time, not memory. */
  textFileBytes: 2000 * MB,
  /** A JSON document is held in memory as a whole. */
  jsonFileBytes: 100 * MB,
  /** A file of exchange rates; the European Central Bank's has 1 MB for 27 years. */
  ratesFileBytes: 50 * MB,
  /** XLSX, ZIP and Parquet files as they lie on the disk. */
  packedFileBytes: 200 * MB,
  /** One entry of a zip, unpacked. */
  zipEntryBytes: 600 * MB,
  /** Entries in a zip. */
  zipEntries: 10_000,
  /** Files in a zip that are read as parts of one bill. */
  zipParts: 1_000,
  /** How many times larger than packed an entry may become, once it is larger than `zipRatioFromBytes`. */
  zipRatio: 200,
  zipRatioFromBytes: 10 * MB,
  /** One cell, one name of a column. */
  cellCharacters: 1_000_000,
  columns: 2_000,
  /** One row of a text file, which is held in memory while its end is looked for. */
  rowBytes: 32 * MB,
  rows: 20_000_000,
  jsonDepth: 64,
  /** Values of a JSON document, each of which takes a hundred bytes in memory and more, however short it is in the file. */
  jsonValues: 10_000_000,
  /** What a Parquet file says of itself, at its end. */
  parquetFooterBytes: 32 * MB,
  /** One page of one column, unpacked, and its values; one page of each column is in memory at a time. */
  parquetPageBytes: 128 * MB,
  parquetPageValues: 2_097_152,
  xmlDepth: 64,
  /** The parts of a workbook that are held in memory: the texts its cells share, its styles. */
  heldPartBytes: 200 * MB,
  /** Different texts in a workbook. */
  sharedStrings: 5_000_000,
  /** Different clients, vendors, services, months and currencies in one bill: more rows than a sheet has are no use. */
  groups: 500_000,
  /** Rows, the first of a bill, that are held against each other, and whose quantities are looked at though none are kept. */
  rowsLookedInto: 100_000,
  /** Problems listed one by one; the rest is counted. */
  problemsListed: 1_000,
} as const;
