/** Why a load cannot be done as the workbook is: what is wrong, with the value, and what to do next. Nothing was written unless it says so. */
export class LoadRefused extends Error {
  /** @param mayHaveWritten whether the workbook may be another than before */
  constructor(
    message: string,
    readonly mayHaveWritten = false,
  ) {
    super(message);
    this.name = 'LoadRefused';
  }
}

/** All that a load refuses, but for columns that keep a table from being read, of which the domain tells. */
export const refusals = {
  textTooLong: (table: string, column: string, text: string, most: number) =>
    new LoadRefused(
      `A text for ${table}, column "${column}", has ${text.length} characters ("${text.slice(0, 30)}…"); a cell holds ${most} at most. Shorten it, then load again.`,
    ),
  tooScattered: (table: string, places: number) =>
    new LoadRefused(
      `The rows of ${table} that are to change stand in ${places} separate places, too many to be changed at once. Sort ${table} by Source, then load again.`,
    ),
  notTakenBack: (tables: string, reason: string) =>
    new LoadRefused(
      `Excel stopped half-way (${reason}), and what it had done could not all be taken back. Look at ${tables}, then undo or load again.`,
      true,
    ),
  notChecked: (tables: string, reason: string) =>
    new LoadRefused(
      `${tables} was written, but could not be looked at afterwards (${reason}). Look at it, then load again.`,
      true,
    ),
  /** @param what "the reference data" or "a bill" */
  columnNeeded: (table: string, column: string, what: string) =>
    new LoadRefused(`${table} has no column "${column}", which ${what} needs. Add the column, then load again.`),
  loadedMeanwhile: (source: string) =>
    new LoadRefused(
      `Meanwhile rows for the same clients, vendors and months were loaded from ${source}. Look at the preview again, then load.`,
    ),
  budgetThereAlready: (row: number, client: string, from: string, to: string) =>
    new LoadRefused(
      `AIBudgets row ${row} is a budget of ${client} for ${from === to ? from : `${from} to ${to}`} already. Change that row, or name other months.`,
    ),
  keptChanging: (tables: string) =>
    new LoadRefused(
      `${tables} was changed by someone else each time it was loaded, and may lack rows of either. Look at it, then load again.`,
      true,
    ),
};
