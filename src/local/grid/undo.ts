/**
 * One undo step for everything that a batch of the add-in changes.
 */
import { IUndoRedoService, LocalUndoRedoService, type IUndoRedoItem } from '@univerjs/core';
import type { GridSession } from './session';

/** Takes the undo items of the step that is open; null while the user works. */
let takeItem: ((item: IUndoRedoItem) => void) | null = null;

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
    if (takeItem) {
      takeItem(item);
    } else {
      push.call(this, item);
    }
  };
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
        undoMutations: [...items].reverse().flatMap((item) => item.undoMutations),
        redoMutations: items.flatMap((item) => item.redoMutations),
      });
    }
  }
}
