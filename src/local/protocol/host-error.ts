/**
 * Errors as the Excel API reports them: a code that programs compare, a message for people, and the member that failed.
 */

/** Codes of `Excel.ErrorCodes` that this page gives. */
export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RequestPayloadSizeLimitExceeded';

const HTTP_STATUS: Readonly<Record<HostErrorCode, number>> = {
  AccessDenied: 401,
  ApiNotFound: 404,
  GeneralException: 500,
  InsertDeleteConflict: 409,
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidOperationInCellEditMode: 400,
  InvalidReference: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  RequestPayloadSizeLimitExceeded: 400,
};

const MESSAGES: Partial<Record<HostErrorCode, string>> = {
  AccessDenied: 'You cannot perform the requested operation: the workbook is read-only.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemNotFound: "The requested resource doesn't exist.",
  RequestPayloadSizeLimitExceeded:
    'The request payload size has exceeded the limit. Please refer to the documentation.',
};

/** Thrown by the model; the interpreter turns it into the `Error` of an answer. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message?: string,
  ) {
    super(message ?? MESSAGES[code] ?? code);
    this.name = 'HostError';
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code];
  }
}

/** The honest gap: a member of the Excel API that this page does not serve. */
export function apiNotFound(member: string): HostError {
  return new HostError('ApiNotFound', `${member} is not available in the local workbook.`);
}
