import type { TableName } from '../../domain/ledger/tables';
import { runWhenNotEditing } from '../host/excel-run';
import { hostLacks } from '../host/host-limits';
import type { CellAddress } from './formula-rewrite';

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
  /** Empty if the cell holds none. */
  readonly formula: string;
  /** As the cell shows it. */
  readonly text: string;
  /** The cell whose formula fills this one; then `formula` is the formula of that cell. Null if the cell has its own, or none. */
  readonly anchor: CellAddress | null;
}

/** Reads the active cell; if the result of another fills it, with the formula of that one. */
export async function readActiveCell(): Promise<ActiveCell> {
  const cell = await readCell();
  const filling = cell.text === '' && cell.formula === '' ? null : await fillingCell(cell);
  return filling === null ? cell : { ...cell, formula: filling.formula, anchor: filling };
}

/** The cell that spills into another; null if none does, or the host knows no spills. */
async function fillingCell({ sheet, row, column }: ActiveCell): Promise<(CellAddress & { formula: string }) | null> {
  try {
    return await runWhenNotEditing(async (context) => {
      const cell = context.workbook.worksheets.getItem(sheet).getCell(row, column);
      const anchor = cell.getSpillParentOrNullObject().load('rowIndex,columnIndex,formulas');
      await context.sync();
      if (anchor.isNullObject || (anchor.rowIndex === row && anchor.columnIndex === column)) {
        return null;
      }
      const formula = String((anchor.formulas as unknown[][])[0]?.[0] ?? '');
      return { sheet, row: anchor.rowIndex, column: anchor.columnIndex, formula };
    });
  } catch (failure) {
    if (hostLacks(failure)) {
      return null;
    }
    throw failure;
  }
}

async function readCell(): Promise<ActiveCell> {
  return runWhenNotEditing(async (context) => {
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
      anchor: null,
    };
  });
}

/** The address of the selected cells with their sheet: `'My Sheet'!A1:B3`. */
export async function readSelectedAddress(): Promise<string> {
  return runWhenNotEditing(async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return range.address;
  });
}

/** Shows a table, or one row of it (as the sheet numbers it), to the user. */
export async function goToTable(name: TableName, row: number | null): Promise<void> {
  await runWhenNotEditing(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const range = table.getRange().load('rowIndex');
    await context.sync();
    table.worksheet.activate();
    const target = row === null ? table.getHeaderRowRange() : range.getRow(row - 1 - range.rowIndex);
    target.select();
    await context.sync();
  });
}

/**
 * Tells of the user's moves, and of changes of cells. The host is asked once, and for good: if one listener goes and another
 * comes at the same time, a host that drops its events for the first drops them for both. Without listeners an event of the host
 * does nothing.
 */
export class SelectionEvents {
  private readonly listeners = new Set<() => void>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private registering: Promise<void> | null = null;
  private hearsArrivals = false;

  /**
   * Calls `listener` when the user has gone to another cell or sheet, or the contents of cells have changed, after the
   * moves have settled; also when she comes to the pane, for not all that changes a cell's address is told (the sheet's name). Nothing
   * is read here. Returns how to stop that.
   */
  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    this.hearArrivals();
    this.registering ??= register(this.moved).catch((failure: unknown) => {
      this.registering = null;
      console.error('AI Spend cannot follow the selection.', failure);
    });
    return () => this.listeners.delete(listener);
  }

  private hearArrivals(): void {
    if (!this.hearsArrivals) {
      this.hearsArrivals = true;
      window.addEventListener('focus', () => void this.moved());
      document.documentElement.addEventListener('pointerenter', () => void this.moved());
    }
  }

  private readonly moved = async (): Promise<void> => {
    clearTimeout(this.settling);
    if (this.listeners.size > 0) {
      this.settling = setTimeout(() => this.tell(), SETTLE_MS);
    }
  };

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

async function register(moved: () => Promise<void>): Promise<void> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) {
    return registerWithDocument(moved);
  }
  await runWhenNotEditing(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(moved);
    worksheets.onActivated.add(moved);
    worksheets.onChanged.add(moved);
    await context.sync();
  });
}

/** For hosts from before worksheets told of the selection. */
async function registerWithDocument(moved: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    Office.context.document.addHandlerAsync(
      Office.EventType.DocumentSelectionChanged,
      () => void moved(),
      ({ status, error }) => {
        if (status === Office.AsyncResultStatus.Succeeded) {
          resolve();
        } else {
          reject(error);
        }
      },
    );
  });
}
