/**
 * One undo step for everything that a batch of the add-in changes.
 */
import { IUndoRedoService, LocalUndoRedoService, type IUndoRedoItem } from '@univerjs/core';
import { hasContent } from './cell-patch';
import type { GridSession } from './session';

/** Takes the undo items of the step that is open; null while the user works. */
let takeItem: ((item: IUndoRedoItem) => void) | null = null;

/** What followed from the change that is being made, until that change itself comes to the stack. */
const consequences: IUndoRedoItem[] = [];
let isConsequence = false;

/**
 * Leads undo items to the open step. To be called before the grid is made: Univer's injector hands out the service with its
 * methods already bound.
 */
export function interceptUndoItems(): void {
  const push = LocalUndoRedoService.prototype.pushUndoRedo;
  LocalUndoRedoService.prototype.pushUndoRedo = function pushUndoRedo(
    this: LocalUndoRedoService,
    item: IUndoRedoItem,
  ): void {
    if (isConsequence) {
      consequences.push(lookOnly(item));
      return;
    }
    const whole = withConsequences(item);
    if (takeItem) {
      takeItem(whole);
    } else {
      push.call(this, whole);
    }
  };
}

/**
 * Makes a change that follows from one which is being made, such as a table growing over what is pasted below it: both are one step
 * to undo. The grid tells of a change before its undo item is there; what follows from it waits for that, or, if none comes, is a
 * step of its own.
 */
export function asConsequence(session: GridSession, change: () => void): void {
  isConsequence = true;
  try {
    change();
  } finally {
    isConsequence = false;
  }
  queueMicrotask(() => {
    if (consequences.length > 0) {
      const nothing = { unitID: session.unitId, undoMutations: [], redoMutations: [] };
      session.injector.get(IUndoRedoService).pushUndoRedo(withConsequences(nothing));
    }
  });
}

type Mutations = IUndoRedoItem['undoMutations'];
interface CellsSet {
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, { readonly s?: unknown } | null>>>>;
}

/**
 * Univer takes back a change of cells with all that stood in them before. If it was of their looks alone, what others have written
 * into them since is none of its business.
 */
function lookOnly(item: IUndoRedoItem): IUndoRedoItem {
  const ofCells = ({ id }: Mutations[number]): boolean => id === 'sheet.mutation.set-range-values';
  const cellsOf = ({ params }: Mutations[number]): unknown[] =>
    Object.values((params as CellsSet).cellValue ?? {}).flatMap((row) => Object.values(row));
  if (item.redoMutations.filter(ofCells).some((mutation) => cellsOf(mutation).some(hasContent))) {
    return item;
  }
  return {
    ...item,
    undoMutations: item.undoMutations.map((mutation) =>
      ofCells(mutation)
        ? { ...mutation, params: { ...mutation.params, cellValue: looksOf(mutation.params) } }
        : mutation,
    ),
  };
}

function looksOf({ cellValue }: CellsSet): CellsSet['cellValue'] {
  const each = <From, To>(of: Readonly<Record<string, From>>, to: (from: From) => To): Record<string, To> =>
    Object.fromEntries(Object.entries(of).map(([key, from]) => [key, to(from)]));
  return each(cellValue ?? {}, (row) => each(row, (cell) => ({ s: cell?.s })));
}

/** What was done last is undone first. */
function withConsequences(item: IUndoRedoItem): IUndoRedoItem {
  const followed = consequences.splice(0);
  return followed.length === 0
    ? item
    : {
        ...item,
        undoMutations: [...undoneInReverse(followed), ...item.undoMutations],
        redoMutations: [...item.redoMutations, ...followed.flatMap(({ redoMutations }) => redoMutations)],
      };
}

function undoneInReverse(items: readonly IUndoRedoItem[]): IUndoRedoItem['undoMutations'] {
  return [...items].reverse().flatMap(({ undoMutations }) => undoMutations);
}

/** Gathers the undo items of changes and pushes them as one. */
export class UndoStep {
  private readonly items: IUndoRedoItem[] = [];

  constructor(private readonly session: GridSession) {}

  /** Makes a change; what it would push on the undo stack is kept back. */
  include<T>(change: () => T): T {
    takeItem = (item) => void this.items.push(item);
    try {
      return change();
    } finally {
      takeItem = null;
    }
  }

  /** Pushes what was gathered. Undoing takes the changes back in reverse order. */
  close(): void {
    const items = this.items.splice(0);
    if (items.length > 0) {
      this.session.injector.get(IUndoRedoService).pushUndoRedo({
        unitID: this.session.unitId,
        undoMutations: undoneInReverse(items),
        redoMutations: items.flatMap((item) => item.redoMutations),
      });
    }
  }
}
