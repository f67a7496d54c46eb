/**
 * The requirement sets that this page declares.
 *
 * `ExcelApi` is declared up to the version whose members for workbooks, worksheets, ranges, tables, names, settings and their
 * events are served here. Members of those sets that draw (charts, shapes, pivot tables, conditional formats) are not: they
 * answer `ApiNotFound` by name.
 */
export const REQUIREMENT_SETS = {
  ExcelApi: '1.9',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.4',
  /** Lets a batch wait until the user has left the cell (`delayForCellEdit`). */
  DelayForCellEdit: '1.1',
  /** Not a public set: it chooses how the custom-functions runtime encodes results. */
  CustomFunctions: '1.9',
} as const;
