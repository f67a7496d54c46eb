import { type ReadBook } from '../book/current-book';
import { rawTables } from '../book/raw-tables';
import { runAsOneUndoStep, type Undoable } from '../host/one-undo-step';
import { withoutForeignPrefix } from '../formulas/formula-prefix';
import { figureAddress, figureBatches, waits, type Figure } from './figure';
import { readAllFigures } from './figures';
import { protectedSheets } from '../host/protected-sheets';
import { mendWatchCells } from '../watch/watch-cells';

/** Why a cell needs repair. */
export type Ailment = 'name' | 'busy' | 'prefix';

/** A cell of ours that needs repair. */
export interface AilingCell {
  /** With its sheet. */
  readonly address: string;
  readonly ailment: Ailment;
  /** As the cell is to have it. */
  readonly formula: string;
}

export interface RepairOutcome extends Undoable {
  readonly repaired: readonly AilingCell[];
  /** On protected sheets, so they were left as they are. */
  readonly protected: readonly AilingCell[];
  /** Tables whose watch cell was missing, and is there again. */
  readonly watched: readonly string[];
}

/** What ails a figure; null for one that is well. */
export function ailmentOf(figure: Pick<Figure, 'formula' | 'text' | 'value'>): Ailment | null {
  if (withoutForeignPrefix(figure.formula) !== figure.formula) {
    return 'prefix';
  }
  if (figure.value === '#NAME?' && figure.text === '#NAME?') {
    return 'name';
  }
  return waits(figure) ? 'busy' : null;
}

/**
 * Writes the formula of every ailing cell anew, which is what makes Excel look for its functions again, and the watch cells that
 * are missing; nothing else is written. All of it is one step to undo, if Excel can.
 *
 * @param tables as they were read
 */
export async function repairFigures(
  tables: ReadBook['tables'],
  waiting?: () => void,
  cancel?: AbortSignal,
): Promise<RepairOutcome> {
  return runAsOneUndoStep(async (context) => {
    const locked = await protectedSheets(context);
    const ailing = (await readAllFigures(context)).filter((figure) => ailmentOf(figure) !== null);
    const writable = ailing.filter(({ sheet }) => !locked.has(sheet));
    const batches = figureBatches(writable, CELLS_PER_WRITING);
    for (const batch of batches) {
      cancel?.throwIfAborted();
      for (const { sheet, row, column, formula } of batch) {
        context.workbook.worksheets.getItem(sheet).getCell(row, column).formulas = [[withoutForeignPrefix(formula)]];
      }
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request for each batch is what they are for
      await context.sync();
    }
    const watched = await mendWatchCells(context, rawTables(tables));
    return {
      watched,
      repaired: writable.map(ailingCell),
      protected: ailing.filter(({ sheet }) => locked.has(sheet)).map(ailingCell),
      undoSteps: batches.length + (watched.length > 0 ? 1 : 0),
    };
  }, waiting);
}

/** Formulas are long, and each is written by itself: figures of some 1,000 cells' worth fit a request easily. */
const CELLS_PER_WRITING = 10_000;

export function ailingCell(figure: Figure): AilingCell {
  return {
    address: figureAddress(figure),
    ailment: ailmentOf(figure) ?? 'name',
    formula: withoutForeignPrefix(figure.formula),
  };
}
