/**
 * The worksheets: list, add, rename, move, show, delete.
 */
import { Direction } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { execute, executeAsyncHandler, newId, toUniverRange, type GridSession } from './session';
import { growSheet, sheetFacade, shownArea } from './sheet-model';
import { INITIAL_COLUMNS, INITIAL_ROWS } from './univer-codes';

/** How a sheet can be seen. Univer knows shown and hidden; "very hidden" is kept here. */
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** Where cells go when others are inserted or deleted. */
export type Shift = 'Down' | 'Right' | 'Up' | 'Left';

const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/;
const LONGEST_NAME = 31;
const NO_COLOR = '';

/** The workbook's sheets. */
export class Sheets {
  private veryHidden: Set<string>;
  private locked: Set<string>;

  constructor(
    private readonly session: GridSession,
    veryHidden: readonly string[],
    locked: readonly string[] = [],
  ) {
    this.veryHidden = new Set(veryHidden);
    this.locked = new Set(locked);
  }

  /** Sheets that are protected: the add-in cannot write to them. The user's own typing is not held back. */
  protectedIds(): string[] {
    return [...this.locked];
  }

  isProtected(sheetId: string): boolean {
    return this.locked.has(sheetId);
  }

  setProtected(sheetId: string, isProtected: boolean): void {
    if (isProtected) {
      this.locked.add(sheetId);
    } else {
      this.locked.delete(sheetId);
    }
  }

  /** Sheets that the user interface must not offer to show. */
  veryHiddenIds(): string[] {
    return [...this.veryHidden];
  }

  /** Takes over what another window knows of them. */
  takeVeryHidden(sheetIds: readonly string[]): void {
    this.veryHidden = new Set(sheetIds);
  }

  /** The same for protection. */
  takeProtected(sheetIds: readonly string[]): void {
    this.locked = new Set(sheetIds);
  }

  /** Ids in the order of the tabs. */
  ids(): string[] {
    return this.session.workbook.getSheets().map((sheet) => sheet.getSheetId());
  }

  /** Whether a sheet still exists. */
  exists(sheetId: string): boolean {
    return this.session.workbook.getSheetBySheetId(sheetId) !== null;
  }

  /** The id of the sheet with this name (case ignored) or id; null if there is none. */
  find(nameOrId: string): string | null {
    const wanted = nameOrId.toLowerCase();
    return this.ids().find((id) => id === nameOrId || this.name(id).toLowerCase() === wanted) ?? null;
  }

  activeId(): string {
    return this.session.workbook.getActiveSheet().getSheetId();
  }

  name(sheetId: string): string {
    return sheetFacade(this.session, sheetId).getSheetName();
  }

  position(sheetId: string): number {
    return this.ids().indexOf(sheetId);
  }

  visibility(sheetId: string): Visibility {
    if (!sheetFacade(this.session, sheetId).isSheetHidden()) {
      return 'Visible';
    }
    return this.veryHidden.has(sheetId) ? 'VeryHidden' : 'Hidden';
  }

  tabColor(sheetId: string): string {
    return sheetFacade(this.session, sheetId).getTabColor() ?? NO_COLOR;
  }

  /** Makes a sheet large enough to hold an area. */
  grow(sheetId: string, area: Area): void {
    growSheet(this.session, sheetId, area);
  }

  /** The part of an area that the sheet shows. */
  shownPart(sheetId: string, area: Area): Area {
    return shownArea(this.session, sheetId, area);
  }

  /** Adds a sheet at the end; the active sheet stays active. Without a name it gets the next free "Sheet1". */
  add(name: string | null): string {
    if (name !== null) {
      this.checkName(name, null);
    }
    const active = this.activeId();
    const id = newId();
    const sheet = { id, name: name ?? this.nextName(), rowCount: INITIAL_ROWS, columnCount: INITIAL_COLUMNS };
    execute(this.session, 'sheet.command.insert-sheet', {
      unitId: this.session.unitId,
      index: this.ids().length,
      sheet,
    });
    this.activate(active);
    return id;
  }

  /** Copies a sheet with all its cells; the copy is the next tab, and the active sheet stays active. */
  copy(sheetId: string): string {
    const active = this.activeId();
    const before = new Set(this.ids());
    const name = this.copyName(this.name(sheetId));
    execute(this.session, 'sheet.command.copy-sheet', this.target(sheetId));
    const id = this.ids().find((candidate) => !before.has(candidate));
    if (id === undefined) {
      throw new HostError('GeneralException', 'The worksheet could not be copied.');
    }
    this.rename(id, name);
    this.activate(active);
    return id;
  }

  rename(sheetId: string, name: string): void {
    this.checkName(name, sheetId);
    execute(this.session, 'sheet.command.set-worksheet-name', { ...this.target(sheetId), name });
  }

  remove(sheetId: string): void {
    const others = this.ids().filter((id) => id !== sheetId && this.visibility(id) === 'Visible');
    const next = others[0];
    if (next === undefined) {
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    if (this.activeId() === sheetId) {
      this.activate(next);
    }
    execute(this.session, 'sheet.command.remove-sheet', this.target(sheetId));
  }

  activate(sheetId: string): void {
    if (this.activeId() !== sheetId) {
      execute(this.session, 'sheet.operation.set-worksheet-active', this.target(sheetId));
    }
  }

  move(sheetId: string, position: number): void {
    execute(this.session, 'sheet.command.set-worksheet-order', { ...this.target(sheetId), order: position });
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    const sheet = sheetFacade(this.session, sheetId);
    if (visibility === 'Visible') {
      this.veryHidden.delete(sheetId);
      sheet.showSheet();
      return;
    }
    const visible = this.ids().filter((id) => id !== sheetId && this.visibility(id) === 'Visible');
    const next = visible[0];
    if (next === undefined) {
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    if (this.activeId() === sheetId) {
      this.activate(next);
    }
    if (visibility === 'VeryHidden') {
      this.veryHidden.add(sheetId);
    } else {
      this.veryHidden.delete(sheetId);
    }
    sheet.hideSheet();
  }

  setTabColor(sheetId: string, color: string): void {
    execute(this.session, 'sheet.command.set-tab-color', { ...this.target(sheetId), value: color });
  }

  showsGridlines(sheetId: string): boolean {
    return !sheetFacade(this.session, sheetId).hasHiddenGridLines();
  }

  setShowsGridlines(sheetId: string, shows: boolean): void {
    sheetFacade(this.session, sheetId).setHiddenGridlines(!shows);
  }

  freezeRows(sheetId: string, count: number): void {
    execute(this.session, 'sheet.command.set-frozen', {
      ...this.target(sheetId),
      startRow: count,
      startColumn: 0,
      ySplit: count,
      xSplit: 0,
    });
  }

  /** Inserts cells: whole rows or columns if the area has them, else cells that shift. */
  insertCells(sheetId: string, area: Area, shift: Shift): void {
    growSheet(this.session, sheetId, { ...area, rowCount: 1, columnCount: 1 });
    if (area.columnCount === MAX_COLUMNS) {
      execute(this.session, 'sheet.command.insert-row-by-range', {
        ...this.target(sheetId),
        direction: Direction.UP,
        range: this.wholeRows(sheetId, area),
      });
    } else if (area.rowCount === MAX_ROWS) {
      execute(this.session, 'sheet.command.insert-col-by-range', {
        ...this.target(sheetId),
        direction: Direction.LEFT,
        range: this.wholeColumns(sheetId, area),
      });
    } else {
      this.whileActive(sheetId, () =>
        executeAsyncHandler(this.session, `sheet.command.insert-range-move-${shift === 'Down' ? 'down' : 'right'}`, {
          range: toUniverRange(area),
        }),
      );
    }
  }

  /** Deletes cells: whole rows or columns if the area has them, else the others move up or left. */
  deleteCells(sheetId: string, area: Area, shift: Shift): void {
    if (area.columnCount === MAX_COLUMNS) {
      this.whileActive(sheetId, () =>
        execute(this.session, 'sheet.command.remove-row-by-range', {
          ...this.target(sheetId),
          range: this.wholeRows(sheetId, area),
        }),
      );
    } else if (area.rowCount === MAX_ROWS) {
      this.whileActive(sheetId, () =>
        execute(this.session, 'sheet.command.remove-col-by-range', {
          ...this.target(sheetId),
          range: this.wholeColumns(sheetId, area),
        }),
      );
    } else {
      this.whileActive(sheetId, () =>
        executeAsyncHandler(this.session, `sheet.command.delete-range-move-${shift === 'Up' ? 'up' : 'left'}`, {
          range: toUniverRange(area),
        }),
      );
    }
  }

  /** Univer shifts cells, and the formulas behind lines that are taken away, of the active sheet only. */
  private whileActive(sheetId: string, change: () => void): void {
    const active = this.activeId();
    this.activate(sheetId);
    change();
    this.activate(active);
  }

  private wholeRows(sheetId: string, area: Area): object {
    const columnCount = sheetFacade(this.session, sheetId).getMaxColumns();
    return { ...toUniverRange({ ...area, column: 0, columnCount }), rangeType: 1 };
  }

  private wholeColumns(sheetId: string, area: Area): object {
    const rowCount = sheetFacade(this.session, sheetId).getMaxRows();
    return { ...toUniverRange({ ...area, row: 0, rowCount }), rangeType: 2 };
  }

  private target(sheetId: string): { unitId: string; subUnitId: string } {
    return { unitId: this.session.unitId, subUnitId: sheetId };
  }

  private checkName(name: string, own: string | null): void {
    if (
      name === '' ||
      name.length > LONGEST_NAME ||
      FORBIDDEN_IN_NAME.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'")
    ) {
      throw new HostError('InvalidArgument', `"${name}" is not a name for a worksheet.`);
    }
    const holder = this.find(name);
    if (holder !== null && holder !== own) {
      throw new HostError('ItemAlreadyExists', `A worksheet named "${name}" already exists.`);
    }
  }

  private nextName(): string {
    for (let number = this.ids().length + 1; ; number += 1) {
      if (this.find(`Sheet${number}`) === null) {
        return `Sheet${number}`;
      }
    }
  }

  /** `Sheet1 (2)`, as Excel names a copy. */
  private copyName(name: string): string {
    for (let number = 2; ; number += 1) {
      const ending = ` (${number})`;
      const free = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
      if (this.find(free) === null) {
        return free;
      }
    }
  }
}
