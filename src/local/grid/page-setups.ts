/**
 * How the sheets are printed. A change is a mutation of the grid, so that it is saved, shared and undone like any other; what is done
 * to rows and columns takes print areas and repeated lines along in the same step.
 */
import { CommandType, ICommandService, IUndoRedoService, type IMutationInfo } from '@univerjs/core';
import type { Area } from '../../formats/xlsx/address';
import { columnsArea, rowsArea, USUAL_PAGE, type PageSetup } from '../values/page-setup';
import { execute, type GridSession } from './session';
import { sheetFacade } from './sheet-model';
import {
  NOTHING_FOLLOWS,
  type FollowingMutations,
  type StructuralCommand,
  type StructuralCommands,
} from './structural-commands';

/** By sheet ids; only what differs from Excel's usual. */
export type SavedPageSetups = Readonly<Record<string, PageSetup>>;

interface SetPageSetupParams {
  readonly unitId: string;
  readonly subUnitId: string;
  /** Null: the usual. */
  readonly setup: PageSetup | null;
}

const SET_PAGE_SETUP = 'sheet.mutation.set-page-setup';

/** Finds and changes them. */
export class PageSetups {
  private readonly setups: Map<string, PageSetup>;

  constructor(
    private readonly session: GridSession,
    structure: StructuralCommands,
    saved: SavedPageSetups = {},
  ) {
    this.setups = new Map(Object.entries(saved));
    session.injector.get(ICommandService).registerCommand({
      id: SET_PAGE_SETUP,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: object) => this.take(params as SetPageSetupParams),
    });
    structure.follow((command) => this.following(command));
  }

  /** What is to be saved. */
  save(): SavedPageSetups {
    return Object.fromEntries(this.setups);
  }

  /** How a sheet is printed. */
  of(sheetId: string): PageSetup {
    sheetFacade(this.session, sheetId);
    return this.setups.get(sheetId) ?? USUAL_PAGE;
  }

  /** Changes it. */
  change(sheetId: string, change: (setup: PageSetup) => PageSetup): void {
    const { redos, undos } = this.mutations(sheetId, change(this.of(sheetId)));
    redos.forEach((mutation) => execute(this.session, mutation.id, mutation.params));
    this.session.injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID: this.session.unitId, undoMutations: undos, redoMutations: redos });
  }

  private mutations(sheetId: string, setup: PageSetup | null): FollowingMutations {
    const setTo = (to: PageSetup | null): IMutationInfo => ({
      id: SET_PAGE_SETUP,
      params: { unitId: this.session.unitId, subUnitId: sheetId, setup: to },
    });
    return { redos: [setTo(setup)], undos: [setTo(this.setups.get(sheetId) ?? null)] };
  }

  private take({ subUnitId, setup }: SetPageSetupParams): boolean {
    if (setup) {
      this.setups.set(subUnitId, setup);
    } else {
      this.setups.delete(subUnitId);
    }
    return true;
  }

  private following(command: StructuralCommand): FollowingMutations {
    const setup = this.setups.get(command.sheetId);
    if (!setup) {
      return NOTHING_FOLLOWS;
    }
    switch (command.kind) {
      case 'sheet removed':
        return this.mutations(command.sheetId, null);
      case 'sheet copied':
        return this.mutations(command.copyId, setup);
      case 'cells': {
        const moved = movedSetup(setup, (area) => command.moved(area));
        return JSON.stringify(moved) === JSON.stringify(setup)
          ? NOTHING_FOLLOWS
          : this.mutations(command.sheetId, moved);
      }
    }
  }
}

function movedSetup(setup: PageSetup, moved: (area: Area) => Area | null): PageSetup {
  const { titleRows, titleColumns } = setup;
  const rows = titleRows && moved(rowsArea(titleRows));
  const columns = titleColumns && moved(columnsArea(titleColumns));
  return {
    ...setup,
    areas: setup.areas.flatMap((area) => moved(area) ?? []),
    titleRows: rows && { first: rows.row, count: rows.rowCount },
    titleColumns: columns && { first: columns.column, count: columns.columnCount },
  };
}
