import { Problem } from '../../domain/messages/problem';
import { FileProblem } from '../../formats/file/file-problem';
import { OccupiedCell } from '../../workbook/cells/formula-insert';
import { ChangedCell } from '../../workbook/cells/formula-rewrite';
import { Refused } from '../../workbook/host/refused';
import { LoadRefused } from '../../workbook/plans/load-refused';
import { PaneFailure } from '../contract/failure';

/** Why the host refused, in a user's words, and what to do. The codes are those of Office.js. */
const REASONS: Readonly<Record<string, { why: string; next: string }>> = {
  AccessDenied: {
    why: 'The workbook or a sheet is protected or read-only.',
    next: 'Unprotect it, or save a copy that you may change, then try again.',
  },
  InvalidOperationInCellEditMode: {
    why: 'A cell is being edited.',
    next: 'Finish editing the cell (Enter or Esc), then try again.',
  },
  RequestPayloadSizeLimitExceeded: {
    why: 'The request was larger than Excel on the web takes.',
    next: 'Try again in Excel for Windows or Mac, and report it, please: this should not happen.',
  },
  ItemAlreadyExists: {
    why: 'The workbook has another table or name of this name.',
    next: 'Rename it in Formulas > Name Manager, then try again.',
  },
  InvalidOrTimedOutSession: {
    why: 'The session with the workbook has ended.',
    next: 'Reload the workbook, then try again.',
  },
  InvalidSelection: {
    why: 'The selection is not a single range of cells.',
    next: 'Select one cell or one range, then try again.',
  },
  ActivityLimitReached: { why: 'Excel is busy.', next: 'Wait a moment, then try again.' },
};

/** Any failure of an action as one that the pane can show. `what`: "The reference data was not loaded." */
function paneFailure(what: string, failure: unknown): PaneFailure {
  if (failure instanceof PaneFailure) {
    return failure;
  }
  if (failure instanceof LoadRefused && failure.mayHaveWritten) {
    return new PaneFailure('The load did not come to its end.', failure.message, '', 'written');
  }
  if (failure instanceof Problem || failure instanceof LoadRefused || failure instanceof FileProblem) {
    return new PaneFailure(what, failure.message, '');
  }
  if (failure instanceof OccupiedCell) {
    return new PaneFailure(
      what,
      `${failure.address} is not empty, and nothing is overwritten.`,
      'Select an empty cell, then try again.',
    );
  }
  if (failure instanceof ChangedCell) {
    return new PaneFailure(what, `${failure.address} holds another formula by now.`, 'Look at it, then try again.');
  }
  if (failure instanceof Refused) {
    return new PaneFailure(what, failure.why, failure.next);
  }
  if (failure instanceof DOMException && failure.name === 'AbortError') {
    return new PaneFailure(what, 'It was cancelled.', '');
  }
  const code = failure instanceof OfficeExtension.Error ? failure.code : '';
  const known = REASONS[code];
  if (known) {
    return new PaneFailure(
      what,
      known.why,
      known.next,
      code === 'InvalidOperationInCellEditMode' ? 'editing' : 'failed',
    );
  }
  console.error(failure);
  const said = failure instanceof Error ? failure.message : String(failure);
  return new PaneFailure(what, `Excel says: ${said}`, 'Try again; if it happens again, report it with this message.');
}

/**
 * Does something; whatever goes wrong becomes a failure that the pane can show.
 *
 * @param what "The reference data was not loaded."
 * @param cancel if it has been given, a cancelled action is no failure: the signal's reason goes on as it is
 */
export async function orFailure<T>(what: string, action: () => Promise<T>, cancel?: AbortSignal): Promise<T> {
  try {
    return await action();
  } catch (failure) {
    if (!(failure instanceof LoadRefused && failure.mayHaveWritten)) {
      cancel?.throwIfAborted();
    }
    throw paneFailure(what, failure);
  }
}

/** Whether the document can be read only. */
export function isReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

/** @throws PaneFailure if nothing can be written; `what`: "The formula was not inserted." */
export function refuseReadOnly(what: string): void {
  if (isReadOnly()) {
    throw new PaneFailure(
      what,
      'The workbook is open for reading only.',
      'Save a copy that you may change, then try again.',
    );
  }
}
