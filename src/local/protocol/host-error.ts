/**
 * Errors as the Excel API reports them: a code that programs compare, a message for people, and the member that failed.
 */
import type { BatchError } from './rich-api';

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

/** A failure, and the member that failed. */
export class LocatedError extends Error {
  constructor(
    readonly reason: HostError,
    readonly location: string,
  ) {
    super(reason.message);
  }
}

/** Runs a part of an action; what fails in it is reported as this member's failure. */
export function locate<T>(location: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    if (error instanceof HostError) {
      throw new LocatedError(error, location);
    }
    throw error;
  }
}

/** A failure in the words of an answer. What is none of the model's own is a fault of this page, and told to the console. */
export function describeError(error: unknown, actionIndex: number): BatchError {
  const located = error instanceof LocatedError ? error : null;
  const cause = located?.reason ?? error;
  const host = cause instanceof HostError ? cause : null;
  if (!host) {
    console.error('Local workbook: a batch failed.', error);
  }
  return {
    Code: host?.code ?? 'GeneralException',
    Message: host?.message ?? (error instanceof Error ? error.message : String(error)),
    Location: located?.location ?? '',
    HttpStatusCode: host?.httpStatus ?? 500,
    ActionIndex: actionIndex,
  };
}
