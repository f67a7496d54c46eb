/**
 * Stands between Univer's formula engine and the cells: sees each result before it is stored.
 *
 * Excel does not evaluate a cell while something it depends on is waiting. Univer does, and an IFERROR around a waiting call
 * would show its fallback as if it were final. So a cell is made to wait as well when its own call, or a cell that its formula
 * refers to, is waiting.
 */
import {
  ErrorValueObject,
  IDependencyManagerService,
  IFormulaRuntimeService,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/preset-sheets-core';
import type { Area } from '../address';
import { intersect } from '../address';
import { WAITING } from '../values/cell-value';
import type { CellRef } from '../custom-functions/call-records';
import { formulaData, toArea, type GridSession, type UniverRange } from './session';

interface DependencyTree {
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
  readonly rangeList: readonly { readonly sheetId: string; readonly range: UniverRange }[];
}

interface DependencyManager {
  addDependencyRTreeCache(tree: DependencyTree): void;
}

interface ReferredArea {
  readonly sheetId: string;
  readonly area: Area;
}

interface RuntimeService {
  readonly currentRow: number;
  readonly currentColumn: number;
  readonly currentSubUnitId: string;
  setRuntimeData(result: BaseValueObject): void;
}

/** Told of each result, after waiting has been decided; `area` is what the result covers. */
export type ResultListener = (cell: CellRef, result: BaseValueObject, previousArea: Area) => void;

const FEW_CELLS = 64;

function keyOf(row: number, column: number): string {
  return `${row}/${column}`;
}

/** Knows which cells wait, and what area their last result covered. */
export class EngineResults {
  private readonly waiting = new Map<string, Map<string, Area>>();
  private readonly references = new Map<string, readonly ReferredArea[]>();
  private callIsWaiting = false;

  public constructor(
    private readonly session: GridSession,
    private readonly listener: ResultListener,
  ) {
    this.watchDependencies();
    this.watchResults();
  }

  /** To be called when the formula that is being evaluated needs a call that is on its way. */
  public readonly noteWaitingCall = (): void => {
    this.callIsWaiting = true;
  };

  /** Whether a cell waits, or lay in the spill of a formula that waits. */
  public isWaiting(sheetId: string, row: number, column: number): boolean {
    const ofSheet = this.waiting.get(sheetId);
    return (
      ofSheet !== undefined && ofSheet.size > 0 && this.overlaps(ofSheet, { row, column, rowCount: 1, columnCount: 1 })
    );
  }

  /** How many cells wait. */
  public get waitingCount(): number {
    let count = 0;
    for (const ofSheet of this.waiting.values()) {
      count += ofSheet.size;
    }
    return count;
  }

  /** To be called when a cell is edited: it waits no longer. */
  public forget(cells: Iterable<CellRef>): void {
    for (const { sheetId, row, column } of cells) {
      this.waiting.get(sheetId)?.delete(keyOf(row, column));
    }
  }

  /** To be called when rows or columns of a sheet move, or the sheet goes: its waiting cells are evaluated anew. */
  public forgetSheet(sheetId: string): void {
    this.waiting.delete(sheetId);
  }

  /** The engine forgets what a formula refers to as soon as it has put it into its index; so it is noted on the way there. */
  private watchDependencies(): void {
    const manager = this.session.injector.get(IDependencyManagerService) as unknown as DependencyManager;
    const add = manager.addDependencyRTreeCache.bind(manager);
    manager.addDependencyRTreeCache = (tree) => {
      const areas = tree.rangeList.map(({ sheetId, range }) => ({ sheetId, area: toArea(range) }));
      this.references.set(`${tree.subUnitId}/${keyOf(tree.row, tree.column)}`, areas);
      add(tree);
    };
  }

  private watchResults(): void {
    const runtime = this.session.injector.get(IFormulaRuntimeService) as unknown as RuntimeService;
    const store = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (result) => {
      const cell: CellRef = {
        sheetId: runtime.currentSubUnitId,
        row: runtime.currentRow,
        column: runtime.currentColumn,
      };
      const previousArea = this.coveredArea(cell);
      const waits = this.callIsWaiting || this.dependsOnWaiting(cell);
      this.callIsWaiting = false;
      this.setWaiting(cell, waits ? previousArea : null);
      const shown = waits ? ErrorValueObject.create(WAITING as ErrorType) : result;
      this.listener(cell, shown, previousArea);
      store(shown);
    };
  }

  private coveredArea(cell: CellRef): Area {
    const range = formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[cell.sheetId]?.[cell.row]?.[
      cell.column
    ];
    const stillWaiting = this.waiting.get(cell.sheetId)?.get(keyOf(cell.row, cell.column));
    return (
      stillWaiting ?? (range ? toArea(range) : { row: cell.row, column: cell.column, rowCount: 1, columnCount: 1 })
    );
  }

  private setWaiting(cell: CellRef, area: Area | null): void {
    const ofSheet = this.waiting.get(cell.sheetId) ?? new Map<string, Area>();
    this.waiting.set(cell.sheetId, ofSheet);
    if (area) {
      ofSheet.set(keyOf(cell.row, cell.column), area);
    } else {
      ofSheet.delete(keyOf(cell.row, cell.column));
    }
  }

  private dependsOnWaiting(cell: CellRef): boolean {
    const references = this.references.get(`${cell.sheetId}/${keyOf(cell.row, cell.column)}`) ?? [];
    return references.some(({ sheetId, area }) => {
      const ofSheet = this.waiting.get(sheetId);
      return ofSheet !== undefined && ofSheet.size > 0 && this.overlaps(ofSheet, area);
    });
  }

  private overlaps(ofSheet: ReadonlyMap<string, Area>, area: Area): boolean {
    if (area.rowCount * area.columnCount <= FEW_CELLS) {
      for (let row = area.row; row < area.row + area.rowCount; row += 1) {
        for (let column = area.column; column < area.column + area.columnCount; column += 1) {
          if (ofSheet.has(keyOf(row, column))) {
            return true;
          }
        }
      }
      return [...this.spilling(ofSheet)].some((waiting) => intersect(waiting, area) !== null);
    }
    for (const waiting of ofSheet.values()) {
      if (intersect(waiting, area)) {
        return true;
      }
    }
    return false;
  }

  private *spilling(ofSheet: ReadonlyMap<string, Area>): Iterable<Area> {
    for (const area of ofSheet.values()) {
      if (area.rowCount > 1 || area.columnCount > 1) {
        yield area;
      }
    }
  }
}
