/** All cells of all sheets, hidden ones too, and where tables stand. */
export interface WorkbookPicture {
  readonly sheets: Readonly<
    Record<
      string,
      {
        readonly visibility: string;
        readonly used: string;
        readonly formulas: unknown[][];
        readonly formats: unknown[][];
      }
    >
  >;
  readonly tables: Readonly<Record<string, string>>;
}

/** Runs in the add-in's frame, by itself: two pictures are equal if nothing has changed. */
export async function takePicture(): Promise<WorkbookPicture> {
  return Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load('items/name,items/visibility');
    tables.load('items/name');
    await context.sync();
    const sheets = worksheets.items.map((sheet) => ({
      sheet,
      used: sheet.getUsedRange().load('address,formulas,numberFormat'),
    }));
    const areas = tables.items.map((table) => ({ table, range: table.getRange().load('address') }));
    await context.sync();
    return {
      sheets: Object.fromEntries(
        sheets.map(({ sheet, used }) => [
          sheet.name,
          { visibility: sheet.visibility, used: used.address, formulas: used.formulas, formats: used.numberFormat },
        ]),
      ),
      tables: Object.fromEntries(areas.map(({ table, range }) => [table.name, range.address])),
    };
  });
}
