/**
 * Every message about a file, in one place. Each says what is wrong, with the value, and what to do next where that is not
 * plain from the first. They are apart from the functions' messages (`domain/messages.ts`) because every workbook waits for
 * the functions' script, and only an import needs these.
 */
export const fileMessages = {
  empty: () => 'The file is empty.',
  tooLarge: (bytes: number, limit: number) => `The file has ${megabytes(bytes)} MB; ${megabytes(limit)} MB can be read. Split it, or export fewer months.`,

  // The import
  noTable: () => 'The file has no such table any more. Open it again.',
  readerEnded: (reason: string) =>
    `The reader ended while it was at this file (${reason === '' ? 'perhaps for want of memory' : reason}). Split the file, or save it as CSV, then try again.`,
  loadedMeanwhile: (source: string) => `Meanwhile rows for the same clients and months were loaded from ${source}.`,
} as const;

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
