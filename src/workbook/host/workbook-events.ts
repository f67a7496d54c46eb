/** What the workbook tells us of. None of these may write in answer: a co-author's change reaches every co-author. */
export interface WorkbookListener {
  /** Cells of a table changed, by hand or by a co-author. */
  tableChanged(tableId: string): void;
  /** Cells of a sheet changed. */
  sheetChanged(worksheetId: string): void;
  /** A table or a sheet was added or deleted. */
  tablesComeOrGo(): void;
}

/** Listens to the workbook for as long as the runtime lives. */
export async function watchWorkbook(listener: WorkbookListener): Promise<void> {
  await Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    tables.onChanged.add(async (event) => {
      listener.tableChanged(event.tableId);
    });
    const comeOrGo = async (): Promise<void> => {
      listener.tablesComeOrGo();
    };
    tables.onAdded.add(comeOrGo);
    tables.onDeleted.add(comeOrGo);
    worksheets.onDeleted.add(comeOrGo);
    worksheets.onChanged.add(async (event) => {
      listener.sheetChanged(event.worksheetId);
    });
    await context.sync();
  });
}
