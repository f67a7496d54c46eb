/**
 * What scripts and tests use, as `window.localWorkbook`. It reads, says when all is done and where a cell lies; it writes only
 * by entering texts as a user does, and by opening whole files.
 */
import { isCellError, WAITING, type CellValue } from '../values/cell-value';
import { areaOfChart } from '../values/chart';
import { parseAddress, formatArea, type Area } from '../../formats/xlsx/address';
import type { Grid } from '../grid/grid';
import type { PageRect } from '../grid/selection';
import type { SharedWorkbookState } from '../peers/shared-workbook';

/** An error in a cell, with its function's message. */
export interface ReadError {
  readonly code: string;
  readonly message: string;
}

/** A plain value, or an error inside a spilled area. */
export type ReadValue = number | string | boolean | null | ReadError;

/** What a cell holds and shows. */
export interface ReadCell {
  readonly formula: string;
  readonly value: number | string | boolean | null;
  readonly text: string;
  readonly error: ReadError | null;
  /** A call of the cell, or of one that it depends on, is on its way: the value is not final. */
  readonly busy: boolean;
  /** The spilled values if the formula covers more than its own cell. */
  readonly spill: readonly (readonly ReadValue[])[] | null;
}

/** A chart as it is drawn: with what its cells hold. */
export interface ReadChart {
  readonly name: string;
  readonly title: string | null;
  /** The cells that it lies on, such as `E2:K15`. */
  readonly cells: string;
  readonly series: readonly {
    readonly name: string;
    readonly type: string;
    readonly categories: readonly string[];
    readonly values: readonly (number | null)[];
  }[];
}

/** `window.localWorkbook` */
export interface LocalWorkbook {
  /** The grid is drawn; the add-in's runtime is connected if it was started. */
  readonly ready: Promise<void>;
  /**
   * No calculation is running, no call is on its way, nothing is queued, and all is saved. In a shared workbook also: all that
   * this window wrote has its place in the common order, and all that others wrote before now is here. Rejects after a minute,
   * saying what is still under way.
   */
  settled(): Promise<void>;
  /** Reads one cell; on a sheet that does not exist (yet) it is blank. */
  read(sheet: string, address: string): ReadCell;
  /** The charts of a sheet, from the hindmost to the foremost; none if the sheet does not exist (yet). */
  charts(sheet: string): ReadChart[];
  /** Where a cell lies on the page, in CSS pixels; shows its sheet and scrolls to it if it is out of sight. */
  cellRect(sheet: string, address: string): PageRect;
  /** The active cell. */
  activeCell(): { readonly sheet: string; readonly address: string };
  /** Whether a cell is being edited. */
  isEditing(): boolean;
  /** What the formula bar shows: the active cell as one would type it, or what is being typed. */
  formulaBar(): string;
  /** The names of the visible sheets, in the order of the tabs. */
  sheetNames(): string[];
  /** Types a text into a cell and presses Enter, without the keyboard; in a shared workbook when this window's turn comes. */
  enter(sheet: string, address: string, text: string): void;
  /** How sharing goes; null if the workbook is not shared. */
  sharing(): SharedWorkbookState | null;
  /** Removes the add-in's frame, as Office does with an add-in that it starts anew; it starts when it is next needed. */
  killRuntime(): void;
  /** Throws the workbook away and reloads the page with a new one. */
  newWorkbook(): Promise<void>;
  /** The bytes of the workbook as an .xlsx file; rejects if Excel could not take it. */
  saveXlsx(): Promise<Uint8Array>;
  /** Has the next printout of the page, on paper or as PDF, be this sheet by its page layout. */
  print(sheet: string): Promise<void>;
  /** Opens an .xlsx file in place of the workbook and reloads the page; rejects, and changes nothing, if it cannot be read. */
  openXlsx(bytes: Uint8Array): Promise<void>;
}

declare global {
  interface Window {
    localWorkbook: LocalWorkbook;
  }
}

/** What the interface is built on. */
export interface AutomationParts {
  readonly grid: Grid;
  readonly ready: Promise<void>;
  /** What has not ended yet, in words; empty when all is at rest. */
  underWay(): string[];
  /** Resolves when all that other windows did before now is here. */
  heardAll(): Promise<void>;
  /** Saves what has changed. */
  saveNow(): Promise<void>;
  /** Makes a change when this window may. */
  write(change: () => void): void;
  sharing(): SharedWorkbookState | null;
  killRuntime(): void;
  newWorkbook(): Promise<void>;
  saveXlsx(): Promise<Uint8Array>;
  openXlsx(bytes: Uint8Array): Promise<void>;
  /** Has the next printout be the sheet of this id. */
  print(sheetId: string): Promise<void>;
}

const POLL_MS = 20;
/** What has not ended by then hangs. */
const LONGEST_WAIT_MS = 60_000;

function cellOf(grid: Grid, sheet: string, address: string): { sheetId: string; area: Area } {
  const sheetId = grid.sheets.find(sheet);
  const parsed = parseAddress(address);
  if (sheetId === null) {
    throw new Error(`There is no sheet "${sheet}".`);
  }
  if (!parsed) {
    throw new Error(`"${address}" is not an address.`);
  }
  return { sheetId, area: parsed.area };
}

function readError(grid: Grid, sheetId: string, row: number, column: number, value: CellValue): ReadError | null {
  return isCellError(value)
    ? { code: value.error, message: grid.details.message({ sheetId, row, column }) ?? '' }
    : null;
}

const NOTHING: ReadCell = { formula: '', value: null, text: '', error: null, busy: false, spill: null };

function readCell(grid: Grid, sheet: string, address: string): ReadCell {
  // A script may wait for a sheet that the add-in is about to make.
  if (grid.sheets.find(sheet) === null) {
    return NOTHING;
  }
  const { sheetId, area } = cellOf(grid, sheet, address);
  const { row, column } = area;
  const value = grid.cells.value(sheetId, row, column);
  const isBlocked = isCellError(value) && value.error === '#SPILL!';
  const spillArea = isBlocked ? null : grid.cells.spillArea(sheetId, row, column);
  const spilled = spillArea && grid.cells.values(sheetId, spillArea);
  return {
    formula: grid.cells.formula(sheetId, row, column),
    value: isCellError(value) ? null : value,
    text: grid.cells.texts(sheetId, { row, column, rowCount: 1, columnCount: 1 })[0]?.[0] ?? '',
    error: readError(grid, sheetId, row, column, value),
    busy: isCellError(value) && value.error === WAITING,
    // A spill holds empty texts, never blanks, which the grid does not tell apart.
    spill:
      spilled?.map((cells, rowOffset) =>
        cells.map((cell, columnOffset) =>
          isCellError(cell) ? readError(grid, sheetId, row + rowOffset, column + columnOffset, cell) : (cell ?? ''),
        ),
      ) ?? null,
  };
}

function readCharts(grid: Grid, sheet: string): ReadChart[] {
  const sheetId = grid.sheets.find(sheet);
  return (sheetId === null ? [] : grid.charts.list(sheetId)).map(({ content }) => {
    const { title, series } = grid.chartData.read(content);
    return {
      name: content.name,
      title,
      cells: formatArea(areaOfChart(content)),
      series: series.map(({ name, content: { type }, categories, values }) => ({ name, type, categories, values })),
    };
  });
}

/** Builds the interface. */
export function automation(parts: AutomationParts): LocalWorkbook {
  const { grid, ready, underWay, sharing, killRuntime, newWorkbook, saveXlsx, openXlsx } = parts;
  const quiet = async (): Promise<void> => {
    const start = performance.now();
    for (let what = underWay(); what.length > 0; what = underWay()) {
      if (performance.now() - start > LONGEST_WAIT_MS) {
        throw new Error(
          `The local workbook is not at rest after ${LONGEST_WAIT_MS / 1000} seconds; still under way: ${what.join('; ')}.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  return {
    ready,
    settled: async () => {
      await ready;
      await quiet();
      await parts.heardAll();
      await quiet();
      await parts.saveNow();
    },
    read: (sheet, address) => readCell(grid, sheet, address),
    print: async (sheet) => parts.print(cellOf(grid, sheet, 'A1').sheetId),
    charts: (sheet) => readCharts(grid, sheet),
    cellRect: (sheet, address) => {
      const { sheetId, area } = cellOf(grid, sheet, address);
      grid.sheets.activate(sheetId);
      return grid.selection.cellRect(sheetId, area.row, area.column);
    },
    activeCell: () => {
      const { row, column } = grid.selection.activeCell();
      return {
        sheet: grid.sheets.name(grid.sheets.activeId()),
        address: formatArea({ row, column, rowCount: 1, columnCount: 1 }),
      };
    },
    isEditing: () => grid.selection.isEditing(),
    formulaBar: () => grid.formulaBar(),
    sheetNames: () =>
      grid.sheets
        .ids()
        .filter((id) => grid.sheets.visibility(id) === 'Visible')
        .map((id) => grid.sheets.name(id)),
    enter: (sheet, address, text) => {
      const { sheetId, area } = cellOf(grid, sheet, address);
      parts.write(() => grid.enter(sheetId, area.row, area.column, text));
    },
    sharing,
    killRuntime,
    newWorkbook,
    saveXlsx,
    openXlsx,
  };
}
