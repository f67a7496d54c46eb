import { PaneFailure } from '../../src/taskpane/contract/failure';
import { officeSharing } from '../../src/taskpane/sharing/office/office-sharing';

/* Runs in the add-in's frame: the actions of "Prepare for sharing", and pictures of the whole workbook. */

/** All cells of one sheet: what they hold and how they look. */
export interface SheetPicture {
  readonly used: string;
  readonly formulas: unknown[][];
  readonly values: unknown[][];
  readonly formats: unknown[][];
}

type Picture = Readonly<Record<string, SheetPicture>>;

const sharing = officeSharing();
const quiet = (): void => undefined;

async function settled<T>(work: (cancel: AbortSignal) => Promise<T>): Promise<T | { failure: string }> {
  try {
    return await work(new AbortController().signal);
  } catch (thrown) {
    return { failure: thrown instanceof PaneFailure ? thrown.message : `not foreseen: ${String(thrown)}` };
  }
}

const driver = {
  picture,
  status: () => sharing.status(),
  repair: () => settled((cancel) => sharing.repair(quiet, cancel)),
  copy: (sheet: string | null) => settled((cancel) => sharing.copyWithValues(sheet, quiet, cancel)),
  sources: () => settled((cancel) => sharing.writeSources(quiet, cancel)),
  startup: (on: boolean) => settled(() => sharing.startWithWorkbook(on)),
};

declare global {
  interface Window {
    sharingDriver: typeof driver;
  }
}
window.sharingDriver = driver;

async function picture(): Promise<Picture> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const used = sheets.items.map((sheet) => ({
      name: sheet.name,
      range: sheet.getUsedRange().load('address,formulas,values,numberFormat'),
    }));
    await context.sync();
    return Object.fromEntries(
      used.map(({ name, range }) => [
        name,
        { used: range.address, formulas: range.formulas, values: range.values, formats: range.numberFormat },
      ]),
    );
  });
}
