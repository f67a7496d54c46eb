import { PaneFailure } from './services';

/** Whether the document can be read only. */
export function isReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

/** @throws PaneFailure where nothing can be written; `what`: "The formula was not inserted." */
export function refuseReadOnly(what: string): void {
  if (isReadOnly()) {
    throw new PaneFailure(
      what,
      'The workbook is open for reading only.',
      'Save a copy that you may change, then try again.',
    );
  }
}
