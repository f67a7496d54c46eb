/**
 * Why a workbook cannot be opened or saved.
 */

/** A file that cannot be read, or content that no .xlsx file can hold. The message is for the user: what is wrong, and what to do. */
export class XlsxProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'XlsxProblem';
  }
}
