/** Whether a request was refused because the user is editing a cell. */
export function isCellEditFailure(failure: unknown): boolean {
  return (
    failure instanceof OfficeExtension.Error && failure.code === String(Excel.ErrorCodes.invalidOperationInCellEditMode)
  );
}
