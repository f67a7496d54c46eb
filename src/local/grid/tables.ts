/**
 * The tables of the workbook.
 */
import { TableColumnFilterTypeEnum, TableManager } from '@univerjs/preset-sheets-table';
import { cellArea, intersect, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { TableExtras } from '../values/content';
import type { Cells } from './cells';
import type { Sheets } from './sheets';
import { execute, newId, toArea, toUniverRange, type GridSession } from './session';
import { TABLE_THEME } from './univer-codes';

/** A table as the grid knows it. */
export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
  readonly style: string;
  readonly extras?: TableExtras;
}

const TABLE_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LOOKS_LIKE_CELL = /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i;
const LONGEST_NAME = 255;
/** What Excel gives a table that is added without a style. */
const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';

/** The texts that a filter leaves in sight. */
export type ShownTexts = readonly string[];

/** Style names by table id, as they are saved. */
export type SavedStyles = Readonly<Record<string, string>>;
/** What tables of files have beyond what the grid knows, by table id. */
export type SavedExtras = Readonly<Record<string, TableExtras>>;

/** Adds, finds, changes and deletes tables. */
export class Tables {
  private styles: Map<string, string>;
  private readonly extras: Map<string, TableExtras>;

  constructor(
    private readonly session: GridSession,
    private readonly cells: Cells,
    private readonly sheets: Sheets,
    private readonly isNameTaken: (name: string) => boolean,
    savedStyles: SavedStyles,
    savedExtras: SavedExtras = {},
  ) {
    this.styles = new Map(Object.entries(savedStyles));
    this.extras = new Map(Object.entries(savedExtras));
  }

  /** What tables of files have beyond what the grid knows. */
  saveExtras(): SavedExtras {
    return Object.fromEntries(this.extras);
  }

  /** What belongs to the workbook beyond what the grid saves. */
  saveStyles(): SavedStyles {
    return Object.fromEntries(this.styles);
  }

  /** Takes over the styles that another window knows. */
  takeStyles(styles: SavedStyles): void {
    this.styles = new Map(Object.entries(styles));
  }

  /** All tables, in the order in which they were made. */
  list(): GridTable[] {
    return this.session.workbook.getTableList().map((info) => {
      const extras = this.extras.get(info.id);
      return {
        id: info.id,
        name: info.name,
        sheetId: info.subUnitId,
        area: toArea(info.range),
        style: this.styles.get(info.id) ?? DEFAULT_TABLE_STYLE,
        ...(extras ? { extras } : {}),
      };
    });
  }

  /** The table with this name (case ignored) or id. */
  find(nameOrId: string): GridTable | null {
    const wanted = nameOrId.toLowerCase();
    return this.list().find((table) => table.id === nameOrId || table.name.toLowerCase() === wanted) ?? null;
  }

  /** The table with this id; ItemNotFound if it has gone. */
  get(id: string): GridTable {
    const table = this.list().find((candidate) => candidate.id === id);
    if (!table) {
      throw new HostError('ItemNotFound', 'The table does not exist any more.');
    }
    return table;
  }

  /** Makes a table. Without headers of its own it gets a row "Column1", ... above its rows, as in Excel. */
  add(sheetId: string, area: Area, hasHeaders: boolean): string {
    const overlapping = this.list().find((table) => table.sheetId === sheetId && intersect(table.area, area));
    if (overlapping) {
      throw new HostError('InvalidArgument', `A table can't overlap another table: "${overlapping.name}" is there.`);
    }
    const whole = hasHeaders ? { ...area, rowCount: Math.max(2, area.rowCount) } : this.withHeaderRow(sheetId, area);
    this.fillHeaders(sheetId, whole);
    const id = newId();
    execute(this.session, 'sheet.command.add-table', {
      unitId: this.session.unitId,
      subUnitId: sheetId,
      range: toUniverRange(whole),
      id,
      name: this.nextName(),
      options: { tableStyleId: TABLE_THEME, showHeader: true },
    });
    return id;
  }

  /** Gives a table another name; Excel refuses one that is taken or no name at all. */
  rename(id: string, name: string): void {
    const table = this.get(id);
    if (!TABLE_NAME.test(name) || LOOKS_LIKE_CELL.test(name) || name.length > LONGEST_NAME) {
      throw new HostError('InvalidArgument', `"${name}" is not a name for a table.`);
    }
    const holder = this.find(name);
    if ((holder && holder.id !== id) || this.isNameTaken(name)) {
      throw new HostError('InvalidArgument', `The name "${name}" is already in use.`);
    }
    if (table.name !== name) {
      this.configure(id, { name });
    }
  }

  /** Changes the area; the header row has to stay where it is. */
  resize(id: string, area: Area): void {
    const table = this.get(id);
    const movesHeader = area.row !== table.area.row || area.rowCount < 2;
    if (movesHeader || !intersect(table.area, area)) {
      throw new HostError(
        'InvalidArgument',
        'The headers must remain in the same row, and the resulting table must overlap the original table.',
      );
    }
    const other = this.list().find(
      (candidate) => candidate.id !== id && candidate.sheetId === table.sheetId && intersect(candidate.area, area),
    );
    if (other) {
      throw new HostError('InvalidArgument', `A table can't overlap another table: "${other.name}" is there.`);
    }
    this.fillHeaders(table.sheetId, area);
    this.place(id, area);
  }

  /** Takes note that a table's cells have moved, or that cells between its rows came or went. */
  place(id: string, area: Area): void {
    this.configure(id, { updateRange: { newRange: toUniverRange(area) } });
  }

  /** As `place`, but no step to undo: after an undo, which is to stay the last that was done. */
  putBack(id: string, area: Area): void {
    execute(this.session, 'sheet.mutation.set-sheet-table', {
      unitId: this.session.unitId,
      subUnitId: this.get(id).sheetId,
      tableId: id,
      config: { updateRange: { newRange: toUniverRange(area) } },
    });
  }

  /** Deletes a table with its cells. */
  remove(id: string): void {
    const { sheetId, area } = this.get(id);
    this.convertToRange(id);
    this.cells.clearContents(sheetId, area);
  }

  /** Deletes a table; its cells stay. */
  convertToRange(id: string): void {
    const { sheetId } = this.get(id);
    execute(this.session, 'sheet.command.delete-table', {
      unitId: this.session.unitId,
      subUnitId: sheetId,
      tableId: id,
    });
    this.styles.delete(id);
    this.extras.delete(id);
  }

  /** Remembers the style by Excel's name; the grid draws all tables alike. */
  setStyle(id: string, style: string): void {
    this.get(id);
    this.styles.set(id, style);
  }

  /** The names of a table's columns: the texts in its header row. */
  columnNames(id: string): string[] {
    const { sheetId, area } = this.get(id);
    return this.cells.texts(sheetId, { ...area, rowCount: 1 })[0] ?? [];
  }

  /** The texts that the filter of a column, counted from 0, leaves in sight; null if it has none. */
  filter(id: string, column: number): ShownTexts | null {
    const filter = this.filters(id)?.getColumnFilter(column);
    if (filter === undefined) {
      return null;
    }
    if (filter.filterType !== TableColumnFilterTypeEnum.manual) {
      throw new HostError('ApiNotFound', 'A filter by a condition cannot be read in the local workbook: clear it.');
    }
    return filter.values;
  }

  /** Filters a column by the texts that stay in sight, or no more (null). */
  setFilter(id: string, column: number, shown: ShownTexts | null): void {
    execute(this.session, 'sheet.command.set-table-filter', {
      unitId: this.session.unitId,
      tableId: id,
      column,
      tableFilter: shown === null ? undefined : { filterType: TableColumnFilterTypeEnum.manual, values: [...shown] },
    });
  }

  /** Whether a column of the table is filtered. */
  isFiltered(id: string): boolean {
    const filters = this.filters(id);
    return this.columnNames(id).some((_, column) => filters?.getColumnFilter(column) !== undefined);
  }

  /** Shows all rows. */
  clearFilters(id: string): void {
    const filters = this.filters(id);
    this.columnNames(id).forEach((_, column) => {
      if (filters?.getColumnFilter(column) !== undefined) {
        this.setFilter(id, column, null);
      }
    });
  }

  private filters(
    id: string,
  ): ReturnType<NonNullable<ReturnType<TableManager['getTable']>>['getTableFilters']> | undefined {
    return this.session.injector.get(TableManager).getTable(this.session.unitId, id)?.getTableFilters();
  }

  private configure(id: string, change: object): void {
    execute(this.session, 'sheet.command.set-table-config', { unitId: this.session.unitId, tableId: id, ...change });
  }

  private withHeaderRow(sheetId: string, area: Area): Area {
    this.sheets.insertCells(sheetId, { ...area, rowCount: 1 }, 'Down');
    return { ...area, rowCount: area.rowCount + 1 };
  }

  /** Excel names blank headers "Column1", "Column2", ... and never leaves two alike. */
  private fillHeaders(sheetId: string, area: Area): void {
    const taken = new Set<string>();
    const headers = this.cells.texts(sheetId, { ...area, rowCount: 1 })[0] ?? [];
    for (const [index, header] of headers.entries()) {
      let name = header || `Column${index + 1}`;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
        name = `${header || 'Column'}${number}`;
      }
      taken.add(name.toLowerCase());
      if (name !== header) {
        this.cells.write(sheetId, cellArea(area.row, area.column + index), () => name);
      }
    }
  }

  private nextName(): string {
    for (let number = 1; ; number += 1) {
      const name = `Table${number}`;
      if (!this.find(name) && !this.isNameTaken(name)) {
        return name;
      }
    }
  }
}
