/** The workbook name that holds the month in which the fiscal year starts. */
const NAME = 'AIFiscalYearStart';

/** Where the name points, to follow changes of that cell; null where it holds a constant or is not there. */
export interface FiscalYearName {
  readonly value: unknown;
  readonly worksheetId: string | null;
}

/** Reads the name: a constant, or the cell that it refers to. Null stands for a name that is not there. */
export async function readFiscalYearName(context: Excel.RequestContext): Promise<FiscalYearName> {
  const name = context.workbook.names.getItemOrNullObject(NAME);
  name.load('type,value');
  await context.sync();
  if (name.isNullObject) {
    return { value: null, worksheetId: null };
  }
  const range = name.getRangeOrNullObject();
  range.load('values');
  range.worksheet.load('id');
  await context.sync();
  if (range.isNullObject) {
    return { value: constantOf(name.value), worksheetId: null };
  }
  return { value: (range.values as unknown[][])[0]?.[0] ?? null, worksheetId: range.worksheet.id };
}

/** The value of a constant name is given as it is, or as the formula `=4`. */
function constantOf(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^=/, '') : value;
}
