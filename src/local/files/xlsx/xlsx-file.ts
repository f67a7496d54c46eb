/**
 * Workbooks as .xlsx files: the one way in and out, and the code that loads only when it is used.
 */
import type { WorkbookContent } from '../../values/content';
import { FunctionNames } from './formula/function-names';
import { readWorkbook } from './read/read-workbook';
import { writeWorkbook } from './write/write-workbook';

/**
 * The bytes of a file that Excel opens. `functions` are the names of the add-in's functions in cells.
 * Throws a FileProblem if the content has something that no file can hold.
 */
export function toXlsx(content: WorkbookContent, functions: readonly string[]): Uint8Array {
  return writeWorkbook(content, new FunctionNames(functions));
}

/** The content of a file. Throws a FileProblem, with a message for the user, if it cannot be opened. */
export function fromXlsx(bytes: Uint8Array, functions: readonly string[]): Promise<WorkbookContent> {
  return readWorkbook(new Blob([bytes as Uint8Array<ArrayBuffer>]), new FunctionNames(functions));
}
