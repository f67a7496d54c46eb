/**
 * One undo step for everything that a batch of the add-in changes.
 */
import { IUndoRedoService, type IUndoRedoItem } from "@univerjs/core";
import type { GridSession } from "./session";

/** Gathers the undo items of changes and pushes them as one. */
export class UndoStep {
  private readonly items: IUndoRedoItem[] = [];

  public constructor(private readonly session: GridSession) {}

  /** Makes a change; what it would push on the undo stack is kept back. */
  public include<T>(change: () => T): T {
    const service = this.session.injector.get(IUndoRedoService);
    const push = service.pushUndoRedo;
    service.pushUndoRedo = (item) => void this.items.push(item);
    try {
      return change();
    } finally {
      service.pushUndoRedo = push;
    }
  }

  /** Pushes what was gathered. Undoing takes the changes back in reverse order. */
  public close(): void {
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
