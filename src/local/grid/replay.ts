/**
 * Makes edits again that were made while others changed the same workbook: at the places where the cells are now. Of a cell that both
 * wrote, the edit that is made again stands, as the later one, and what it had is told.
 */
import { isFurtherPart, mutationShift, stepsOf, tableGrowth, writtenTexts, type Mutation } from './carried-steps';
import {
  cellArea,
  contains,
  formatAddress,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../../formats/xlsx/address';
import type { CellRef } from '../values/cell-ref';
import { crossed, movedArea, movedCell, shiftedArea, type LineShift, type Step } from '../values/line-shift';
import type { Cells } from './cells';
import { hasContent } from './cell-patch';
import { movedParams, type Places } from './moved-params';
import { ReplayedObjects, type KnownObjects } from './replayed-objects';
import type { Sheets } from './sheets';
import type { UniverRange } from './univer-range';

/** What the grid is changed by. */
export interface ReplayParts {
  readonly cells: Pick<Cells, 'formula' | 'texts' | 'usedArea'>;
  readonly sheets: Pick<Sheets, 'exists' | 'find' | 'name' | 'insertCells' | 'deleteCells'>;
  readonly objects: KnownObjects;
  execute(mutation: Mutation): void;
}

interface Params {
  readonly subUnitId?: string;
  readonly range?: object;
  readonly config?: { readonly updateRange?: { readonly newRange: UniverRange } };
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const INSERT_SHEET = 'sheet.mutation.insert-sheet';
/** It says of each row where it goes, so it makes sense only where these rows are still. */
const REORDER = 'sheet.mutation.reorder-range';
/** Cells of a sheet. */
interface Placed {
  readonly sheetId: string;
  readonly area: Area;
}

/** So many cells of deleted rows are looked through for what others wrote in them. */
const MOST_LOOKED_AT = 10_000;

/** Makes units of edits again, in their order. */
export class Replay {
  /** What others did, as it is after the edits that were made again so far. */
  private others: readonly Step[];
  private shifts: readonly LineShift[] = [];
  private written: readonly Placed[] = [];
  private grown: readonly Placed[] = [];
  /** Rows that were added to tables here, and by how much they are further down, behind those that others added. */
  private ownRows: readonly (Placed & { readonly by: number })[] = [];
  private told: string[] = [];
  private readonly objects: ReplayedObjects;

  constructor(
    private readonly parts: ReplayParts,
    others: readonly Step[],
  ) {
    this.objects = new ReplayedObjects(parts.objects, (sentence) => this.told.push(sentence));
    this.others = others;
    this.look();
  }

  /** Makes one unit again. Gives what its author and the others are to be told. */
  make(mutations: readonly Mutation[]): readonly string[] {
    this.told = [];
    this.findOwnRows(stepsOf(mutations));
    mutations.forEach((mutation, index) => {
      if (mutation.partOf !== undefined && isFurtherPart(mutation, mutations[index - 1])) {
        return;
      }
      try {
        this.makeOne(mutation);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.told.push(`A change made while away could not be made again: ${reason}`);
      }
    });
    return this.told;
  }

  /** Passes over a unit that the others have already, though others' edits came between it and what was before it. */
  pass(mutations: readonly Mutation[]): void {
    for (const step of stepsOf(mutations)) {
      if (step.kind === 'shift') {
        this.cross(step.shift);
      }
    }
  }

  private makeOne(mutation: Mutation): void {
    const shift = mutation.partOf ?? mutationShift(mutation);
    if (shift === null) {
      this.change(mutation);
    } else {
      this.shift(shift);
    }
  }

  /** Rows that a unit adds at the end of a table come behind those that others added there. */
  private findOwnRows(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.kind === 'grown') {
        const { sheetId, area } = step;
        const above = this.ownRows.find(
          (own) => own.sheetId === sheetId && own.area.column === area.column && endOf(own.area) === area.row,
        );
        const end = this.places.area(sheetId, area)?.row ?? area.row;
        const theirs = this.grown.filter(
          (other) => other.sheetId === sheetId && other.area.column === area.column && other.area.row >= end,
        );
        const by = above?.by ?? theirs.reduce((sum, other) => sum + other.area.rowCount, 0);
        this.ownRows = [...this.ownRows, { sheetId, area, by }];
      }
    }
  }

  /** Rows, columns or cells come or go: by a command, so that formulas and tables follow, those of others too. */
  private shift(shift: LineShift): void {
    if (!this.parts.sheets.exists(shift.sheetId)) {
      this.told.push(`${shift.count} ${shift.what} ${shift.how} while away: the sheet is deleted.`);
      return;
    }
    const { written } = this;
    for (const moved of this.cross(shift)) {
      const area = shiftedArea(moved, moved.what === 'rows' ? MAX_COLUMNS : MAX_ROWS);
      if (moved.how === 'inserted') {
        this.parts.sheets.insertCells(moved.sheetId, area, moved.what === 'rows' ? 'Down' : 'Right');
      } else {
        this.tellOfDeleted(moved.sheetId, area, written);
        this.parts.sheets.deleteCells(moved.sheetId, area, moved.what === 'rows' ? 'Up' : 'Left');
      }
    }
  }

  private cross(own: LineShift): readonly LineShift[] {
    const [others, moved] = crossed(this.others, [own]);
    this.others = others;
    this.ownRows = this.ownRows.flatMap((rows) => {
      const area = movedArea(rows.sheetId, rows.area, own);
      return area === null ? [] : [{ ...rows, area }];
    });
    this.look();
    return moved;
  }

  /** Sees where the others' edits are now. */
  private look(): void {
    this.shifts = this.others.flatMap((step) => (step.kind === 'shift' ? [step.shift] : []));
    const now: Record<'written' | 'grown', Placed[]> = { written: [], grown: [] };
    const later: LineShift[] = [];
    for (const step of [...this.others].reverse()) {
      if (step.kind === 'shift') {
        later.unshift(step.shift);
      } else {
        const area = later.reduce<Area | null>((at, shift) => at && movedArea(step.sheetId, at, shift), step.area);
        if (area !== null) {
          now[step.kind].push({ sheetId: step.sheetId, area });
        }
      }
    }
    this.written = now.written;
    this.grown = now.grown;
  }

  private readonly places: Places = {
    cell: (cell) => {
      const moved = this.shifts.reduce<CellRef | null>((now, shift) => now && movedCell(now, shift), cell);
      const place = cellArea(cell.row, cell.column);
      const rows = this.ownRows.find(({ sheetId, area }) => sheetId === cell.sheetId && contains(area, place));
      return moved && { ...moved, row: moved.row + (rows?.by ?? 0) };
    },
    area: (sheetId, area) =>
      this.shifts.reduce<Area | null>((now, shift) => now && movedArea(sheetId, now, shift), area),
    sheet: (name) => this.parts.sheets.find(name),
  };

  private change(mutation: Mutation): void {
    const { subUnitId } = mutation.params as Params;
    if (subUnitId !== undefined && !this.parts.sheets.exists(subUnitId) && mutation.id !== INSERT_SHEET) {
      this.tellOfMissingSheet(mutation);
      return;
    }
    const { params, lost } = movedParams(mutation.params, this.places);
    for (const { cell, patch } of lost.filter(({ patch: done }) => hasContent(done))) {
      this.told.push(
        `${this.address(cell)} was deleted by another window; while away it was given ${quoted(contentOf(patch))}.`,
      );
    }
    const { range } = params as Params;
    if (mutation.id === REORDER && JSON.stringify(range) !== JSON.stringify((mutation.params as Params).range)) {
      this.told.push('Rows that were sorted while away are not sorted: another window moved them.');
      return;
    }
    const isGone = range === undefined && (mutation.params as Params).range !== undefined;
    if (!isGone) {
      const told = this.metCells(params as Params);
      const adapted = this.objects.adapted({ id: mutation.id, params: this.withAllRows(mutation, params) });
      if (adapted !== null) {
        this.parts.execute({ id: mutation.id, params: adapted });
      }
      told();
    }
  }

  /** A table that grew here keeps the rows by which it grew in other windows. */
  private withAllRows(mutation: Mutation, params: object): object {
    const { config, subUnitId = '' } = params as Params;
    const range = config?.updateRange?.newRange;
    const growth = tableGrowth(mutation);
    if (growth === null || range === undefined) {
      return params;
    }
    const { area } = growth;
    const last = this.places.cell({ sheetId: subUnitId, row: endOf(area) - 1, column: area.column });
    const there = this.parts.objects
      .tables()
      .find(
        (table) =>
          table.sheetId === subUnitId && table.area.row === range.startRow && table.area.column === range.startColumn,
      );
    const endRow = Math.max(range.endRow, last?.row ?? 0, there ? endOf(there.area) - 1 : 0);
    return {
      ...params,
      config: { ...config, updateRange: { ...config?.updateRange, newRange: { ...range, endRow } } },
    };
  }

  /** What others wrote in cells that are about to be written; to be called afterwards, to tell of what is different then. */
  private metCells({ subUnitId = '', cellValue = {} }: Params): () => void {
    const met = Object.entries(cellValue).flatMap(([row, patches]) =>
      Object.entries(patches)
        .filter(([, patch]) => hasContent(patch))
        .map(([column]) => ({ sheetId: subUnitId, row: Number(row), column: Number(column) }))
        .filter((cell) => this.isWritten(cell))
        .map((cell) => ({ cell, was: this.content(cell) })),
    );
    return () => {
      for (const { cell, was } of met) {
        const now = this.content(cell);
        if (now !== was) {
          this.told.push(
            `${this.address(cell)} has ${quoted(now)}, written while away; another window had written ${quoted(was)}.`,
          );
        }
      }
    };
  }

  private isWritten({ sheetId, row, column }: CellRef, written = this.written): boolean {
    const cell = cellArea(row, column);
    return written.some((other) => other.sheetId === sheetId && intersect(other.area, cell) !== null);
  }

  private tellOfDeleted(sheetId: string, area: Area, written: readonly Placed[]): void {
    const used = this.parts.cells.usedArea(sheetId, area);
    if (used === null || used.rowCount * used.columnCount > MOST_LOOKED_AT) {
      return;
    }
    for (let row = used.row; row < used.row + used.rowCount; row += 1) {
      for (let column = used.column; column < used.column + used.columnCount; column += 1) {
        const cell = { sheetId, row, column };
        const content = this.isWritten(cell, written) ? this.content(cell) : '';
        if (content !== '') {
          this.told.push(
            `${this.address(cell)} was deleted while away; another window had written ${quoted(content)}.`,
          );
        }
      }
    }
  }

  private tellOfMissingSheet(mutation: Mutation): void {
    for (const text of writtenTexts(mutation)) {
      this.told.push(`Another window deleted the sheet in which this was written while away: ${text}.`);
    }
  }

  private content({ sheetId, row, column }: CellRef): string {
    return (
      this.parts.cells.formula(sheetId, row, column) ||
      (this.parts.cells.texts(sheetId, cellArea(row, column))[0]?.[0] ?? '')
    );
  }

  private address({ sheetId, row, column }: CellRef): string {
    return formatAddress(this.parts.sheets.name(sheetId), cellArea(row, column));
  }
}

function endOf({ row, rowCount }: Area): number {
  return row + rowCount;
}

function quoted(content: string): string {
  return content === '' ? 'nothing' : `"${content}"`;
}

/** What is to be written into a cell, as a text. */
function contentOf(patch: unknown): string {
  const { v, f } = (patch ?? {}) as { v?: unknown; f?: unknown };
  return String(f ?? v ?? '');
}
