/*
 * What an error of Office.js says of the host that refused a request.
 */

/**
 * Whether a request failed because the host does not have what it asked for. To ask is the only sure test: the version
 * that a host declares says less than it can do, or more.
 */
export function hostLacks(failure: unknown): boolean {
  return (
    failure instanceof OfficeExtension.Error && (failure.code === 'ApiNotFound' || failure.code === 'ApiNotAvailable')
  );
}

/** Whether a request failed at a call of this member, such as `Range.delete`. */
export function failedAt(failure: unknown, member: string): boolean {
  return failure instanceof OfficeExtension.Error && failure.debugInfo.errorLocation === member;
}
