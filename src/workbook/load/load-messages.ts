/** What a load says where it cannot be done. Each says what is wrong, with the value, and what to do next. */
export const loadMessages = {
  textTooLong: (table: string, column: string, text: string, most: number) =>
    `A text for ${table}, column "${column}", has ${text.length} characters ("${text.slice(0, 30)}…"); a cell holds ${most} at most. Shorten it, then load again.`,
  tooScattered: (table: string, places: number) =>
    `The rows of ${table} that are to change stand in ${places} separate places, too many to be changed at once. Sort ${table} by Source, then load again.`,
  notTakenBack: (tables: string, reason: string) =>
    `Excel stopped half-way (${reason}), and what it had done could not all be taken back. Look at ${tables}, then undo or load again.`,
  billNeedsColumn: (column: string) =>
    `AIClients has no column "${column}", which a bill needs. Add the column, then load again.`,
  loadedMeanwhile: (source: string) =>
    `Meanwhile rows for the same clients, vendors and months were loaded from ${source}. Look at the preview again, then load.`,
  keptChanging: (table: string) =>
    `${table} was changed by someone else each time it was loaded, and may lack rows of either. Look at it, then load again.`,
};
