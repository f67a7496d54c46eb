/** The names of the sheets on which nothing can be written: protected ones are listed, never forced. */
export async function protectedSheets(context: Excel.RequestContext): Promise<Set<string>> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const asked = sheets.items.map((sheet) => ({ name: sheet.name, protection: sheet.protection.load('protected') }));
  await context.sync();
  return new Set(asked.filter(({ protection }) => protection.protected).map(({ name }) => name));
}
