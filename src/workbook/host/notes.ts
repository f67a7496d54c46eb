/** Whether cells can be given notes: the host says so, and the library that speaks to it, which may be older, knows them. */
export function hasNotes(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in Excel.Worksheet.prototype;
}
