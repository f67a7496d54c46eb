/**
 * Stands between Univer's formula engine and the cells: sees each result before it is stored.
 *
 * Excel does not evaluate a cell while something it depends on is waiting. Univer does, and an IFERROR around a waiting call
 * would show its fallback as if it were final. So a cell is made to wait as well when its own call, or a cell that its formula
 * refers to, is waiting. A cell that waits for itself is told so instead.
 */
import {
  ErrorValueObject,
  IDependencyManagerService,
  IFormulaRuntimeService,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/preset-sheets-core';
import { cellArea, cellCount, intersect, type Area } from '../../formats/xlsx/address';
import { WAITING } from '../values/cell-value';
import type { CellRef } from '../values/cell-ref';
import { waitsForItself } from './circles';
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

function anyIn(areas: ReadonlyMap<string, Area> | undefined, area: Area): boolean {
  for (const each of areas?.values() ?? []) {
    if (intersect(each, area)) {
      return true;
    }
  }
  return false;
}

/** Knows which cells wait, and what area their last result covered. */
export class EngineResults {
  private readonly waiting = new Map<string, Map<string, Area>>();
  /** Of the waiting cells those whose last result covered others too; few, and looked up often. */
  private readonly spilling = new Map<string, Map<string, Area>>();
  private readonly references = new Map<string, readonly ReferredArea[]>();
  private callIsWaiting = false;

  constructor(
    private readonly session: GridSession,
    private readonly listener: ResultListener,
    private readonly circleError: (cell: CellRef) => BaseValueObject,
  ) {
    this.watchDependencies();
    this.watchResults();
  }

  /** To be called when the formula that is being evaluated needs a call that is on its way. */
  readonly noteWaitingCall = (): void => {
    this.callIsWaiting = true;
  };

  /** Whether a cell waits, or lay in the spill of a formula that waits. */
  isWaiting(sheetId: string, row: number, column: number): boolean {
    return this.hasWaiting(sheetId, cellArea(row, column));
  }

  /** Whether any cell of an area does. */
  isAnyWaiting(sheetId: string, area: Area): boolean {
    return this.hasWaiting(sheetId, area);
  }

  /** The waiting cells to which the formula of a cell refers. */
  referredBy(cell: CellRef): CellRef[] {
    const references = this.references.get(`${cell.sheetId}/${keyOf(cell.row, cell.column)}`) ?? [];
    return references.flatMap(({ sheetId, area }) =>
      [...(this.waiting.get(sheetId) ?? [])].flatMap(([key, covered]) => {
        const [row = 0, column = 0] = key.split('/').map(Number);
        return intersect(cellArea(row, column), area) || intersect(covered, area) ? [{ sheetId, row, column }] : [];
      }),
    );
  }

  /** How many cells wait. */
  get waitingCount(): number {
    let count = 0;
    for (const ofSheet of this.waiting.values()) {
      count += ofSheet.size;
    }
    return count;
  }

  /** To be called when a cell is edited: it waits no longer. */
  forget(cells: Iterable<CellRef>): void {
    if (this.waitingCount === 0) {
      return;
    }
    for (const cell of cells) {
      this.setWaiting(cell, null);
    }
  }

  /** To be called when rows or columns of a sheet move, or the sheet goes: its waiting cells are evaluated anew. */
  forgetSheet(sheetId: string): void {
    this.waiting.delete(sheetId);
    this.spilling.delete(sheetId);
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
      const wants = this.callIsWaiting || this.dependsOnWaiting(cell);
      this.callIsWaiting = false;
      // Only who has waited before can be waited for by others.
      const isCircle = wants && this.isItselfWaiting(cell) && waitsForItself(cell, this);
      const waits = wants && !isCircle;
      this.setWaiting(cell, waits ? previousArea : null);
      const shown = isCircle ? this.circleError(cell) : waits ? ErrorValueObject.create(WAITING as ErrorType) : result;
      this.listener(cell, shown, previousArea);
      store(shown);
    };
  }

  private isItselfWaiting({ sheetId, row, column }: CellRef): boolean {
    return this.waiting.get(sheetId)?.has(keyOf(row, column)) === true;
  }

  private coveredArea(cell: CellRef): Area {
    const range = formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[cell.sheetId]?.[cell.row]?.[
      cell.column
    ];
    const stillWaiting = this.waiting.get(cell.sheetId)?.get(keyOf(cell.row, cell.column));
    return stillWaiting ?? (range ? toArea(range) : cellArea(cell.row, cell.column));
  }

  private setWaiting({ sheetId, row, column }: CellRef, area: Area | null): void {
    const spills = area !== null && (area.rowCount > 1 || area.columnCount > 1);
    this.note(this.waiting, sheetId, keyOf(row, column), area);
    this.note(this.spilling, sheetId, keyOf(row, column), spills ? area : null);
  }

  private note(map: Map<string, Map<string, Area>>, sheetId: string, key: string, area: Area | null): void {
    const ofSheet = map.get(sheetId) ?? new Map<string, Area>();
    map.set(sheetId, ofSheet);
    if (area) {
      ofSheet.set(key, area);
    } else {
      ofSheet.delete(key);
    }
  }

  private dependsOnWaiting(cell: CellRef): boolean {
    const references = this.references.get(`${cell.sheetId}/${keyOf(cell.row, cell.column)}`) ?? [];
    return references.some(({ sheetId, area }) => this.hasWaiting(sheetId, area));
  }

  private hasWaiting(sheetId: string, area: Area): boolean {
    const ofSheet = this.waiting.get(sheetId);
    if (!ofSheet || ofSheet.size === 0) {
      return false;
    }
    if (cellCount(area) > FEW_CELLS) {
      return anyIn(ofSheet, area);
    }
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        if (ofSheet.has(keyOf(row, column))) {
          return true;
        }
      }
    }
    return anyIn(this.spilling.get(sheetId), area);
  }
}
