/** Moves that come within this time of one another, as while a key is held down, are told of together. */
const SETTLE_MS = 150;

/** The cell that the user is at. */
export interface ActiveCell {
  /** With its sheet: `Sheet1!B2`. */
  readonly address: string;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** Empty where the cell holds none. */
  readonly formula: string;
  /** As the cell shows it. */
  readonly text: string;
}

/** What Excel shows while a cell waits for its figure. */
const BUSY = /^#(?:BUSY!|GETTING_DATA)/;

export function isBusy(text: string): boolean {
  return BUSY.test(text);
}

/** Reads the active cell, in one request. */
export async function readActiveCell(): Promise<ActiveCell> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell().load('address,rowIndex,columnIndex,formulas,text');
    cell.worksheet.load('name');
    await context.sync();
    const content = String((cell.formulas as unknown[][])[0]?.[0] ?? '');
    return {
      address: cell.address,
      sheet: cell.worksheet.name,
      row: cell.rowIndex,
      column: cell.columnIndex,
      formula: content.startsWith('=') ? content : '',
      text: cell.text[0]?.[0] ?? '',
    };
  });
}

/** The address of the selected cells with their sheet: `'My Sheet'!A1:B3`. */
export async function readSelectedAddress(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return range.address;
  });
}

/**
 * Calls `listener` when the user has gone to another cell or sheet, or the contents of cells have changed, after the
 * moves have settled. Nothing is read here. Returns how to stop that.
 */
export function followSelection(listener: () => void): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const moved = async (): Promise<void> => {
    clearTimeout(settling);
    if (!stopped) settling = setTimeout(listener, SETTLE_MS);
  };
  const removing = Office.context.requirements.isSetSupported('ExcelApi', '1.9') ? listenToSheets(moved) : listenToDocument(moved);
  removing.catch((failure: unknown) => {
    console.error('AI Spend cannot follow the selection.', failure);
  });
  return () => {
    stopped = true;
    clearTimeout(settling);
    void removing.then((remove) => remove()).catch((failure: unknown) => {
      console.error('AI Spend could not stop following the selection.', failure);
    });
  };
}

type Remove = () => Promise<void>;

async function listenToSheets(moved: () => Promise<void>): Promise<Remove> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const registered = [worksheets.onSelectionChanged.add(moved), worksheets.onActivated.add(moved), worksheets.onChanged.add(moved)];
    await context.sync();
    return async () => {
      await Excel.run(registered[0]?.context ?? context, async (sameContext) => {
        for (const registration of registered) registration.remove();
        await sameContext.sync();
      });
    };
  });
}

/** For hosts from before worksheets told of the selection. */
async function listenToDocument(moved: () => Promise<void>): Promise<Remove> {
  const type = Office.EventType.DocumentSelectionChanged;
  const handler = (): void => void moved();
  const outcome = (resolve: () => void, reject: (why: unknown) => void) => (result: Office.AsyncResult<void>) => {
    if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
    else reject(result.error);
  };
  await new Promise<void>((resolve, reject) => Office.context.document.addHandlerAsync(type, handler, outcome(resolve, reject)));
  return () => new Promise<void>((resolve, reject) => Office.context.document.removeHandlerAsync(type, { handler }, outcome(resolve, reject)));
}
