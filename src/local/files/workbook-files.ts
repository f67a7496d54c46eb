/**
 * The open workbook as an .xlsx file, and a file as the open workbook. What reads and writes files loads when it is first used.
 */
import type { FunctionDefinition } from '../functions/definitions';
import type { Grid, SavedGrid } from '../grid/grid';
import { openedWorkbook } from '../grid/opened-workbook';
import { workbookContent } from '../grid/workbook-content';
import type * as XlsxFile from './xlsx/xlsx-file';

/** The chunk that knows the file format. */
type XlsxFormat = typeof XlsxFile;

/** What saving and opening need from the rest of the page. */
export interface FileParts {
  readonly grid: Grid;
  readonly functions: readonly FunctionDefinition[];
  /** Nothing is being calculated and no call is on its way. */
  isQuiet(): boolean;
  /** Puts another workbook in the place of the open one, and loads the page again. */
  replace(saved: SavedGrid): Promise<void>;
}

/** Calls that take longer are saved as waiting; they are made again if the file is opened. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;

/** Saves and opens. */
export class WorkbookFiles {
  constructor(private readonly parts: FileParts) {}

  /** The bytes of the open workbook; a FileProblem if Excel could not take it. */
  async save(): Promise<Uint8Array> {
    await this.quiet();
    const { grid } = this.parts;
    const content = workbookContent({
      saved: grid.save(),
      tables: grid.tables.list(),
      names: grid.names.listAll(),
      formula: (sheetId, row, column) => grid.cells.formula(sheetId, row, column),
    });
    return (await this.format()).toXlsx(content, this.functionNames());
  }

  /**
   * Opens a file in place of the open workbook, which stays as it is where the file cannot be read: a FileProblem says why.
   *
   * @param mayReplace is asked once the file has been read
   */
  async open(bytes: Uint8Array, mayReplace: () => Promise<boolean> = async () => true): Promise<void> {
    const format = await this.format();
    const content = await format.fromXlsx(bytes, this.functionNames());
    if (await mayReplace()) {
      await this.parts.replace(openedWorkbook(content));
    }
  }

  private functionNames(): string[] {
    return this.parts.functions.map(({ name }) => name);
  }

  private format(): Promise<XlsxFormat> {
    return import(/* webpackChunkName: "xlsx" */ './xlsx/xlsx-file');
  }

  private async quiet(): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (!this.parts.isQuiet() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
