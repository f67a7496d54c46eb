/** Whether the workbook asks whoever opens it to start the add-in. It is kept in the document, and off unless it was turned on. */
export async function startsWithWorkbook(): Promise<boolean> {
  return (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;
}

/** From the next opening of the workbook. */
export async function startWithWorkbook(on: boolean): Promise<void> {
  await Office.addin.setStartupBehavior(on ? Office.StartupBehavior.load : Office.StartupBehavior.none);
}
