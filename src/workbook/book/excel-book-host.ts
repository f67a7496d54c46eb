import { isBeingEdited, runWhenNotEditing } from '../host/excel-run';
import type { BookHost, WorkbookListener } from './current-book';
import { readFiscalYearName, readTable } from './read-parts';

/** The workbook that is open in Excel. */
export const excelBookHost: BookHost = {
  watch,
  isBeingEdited,
  read: (batch) =>
    runWhenNotEditing((context) =>
      batch({ table: (name) => readTable(context, name), fiscalYear: () => readFiscalYearName(context) }),
    ),
};

async function watch(listener: WorkbookListener): Promise<void> {
  await runWhenNotEditing(async (context) => {
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
      const isOneCell = event.changeType === Excel.DataChangeType.rangeEdited && !event.address.includes(':');
      listener.sheetChanged(event.worksheetId, isOneCell ? event.address : null);
    });
    if (Office.context.requirements.isSetSupported('ExcelApi', '1.8')) {
      worksheets.onCalculated.add(async (event) => {
        listener.sheetCalculated(event.worksheetId);
      });
    }
    await context.sync();
  });
}
