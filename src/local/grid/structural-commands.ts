/**
 * Commands that insert, move or take away rows, columns, cells and sheets: what refers to cells beside the grid's own formulas follows
 * them in the same step, so that it is undone with them, and carried to other windows.
 */
import type { ICommandInfo, IMutationInfo } from '@univerjs/core';
import { handleDefaultRangeChangeWithEffectRefCommands, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Area } from '../../formats/xlsx/address';
import { onExecuting, toArea, toUniverRange, type GridSession, type UniverRange } from './session';

/** What follows, and how it is taken back. */
export interface FollowingMutations {
  readonly redos: IMutationInfo[];
  readonly undos: IMutationInfo[];
}

/** A command as those that follow it see it. */
export type StructuralCommand =
  | { readonly kind: 'sheet removed'; readonly sheetId: string }
  | { readonly kind: 'sheet copied'; readonly sheetId: string; readonly copyId: string }
  | {
      readonly kind: 'cells';
      readonly sheetId: string;
      /** Whole rows or columns come or go: what lies on the sheet goes along. */
      readonly isOfWholeLines: boolean;
      /** Where an area of that sheet is afterwards; null if it is gone. */
      moved(area: Area): Area | null;
    };

/** Nothing follows. */
export const NOTHING_FOLLOWS: FollowingMutations = { redos: [], undos: [] };

/** Commands that take away whole rows or columns do not tell those that follow them of which sheet. */
const REMOVES_LINES = /^sheet\.command\.remove-(?:row|col)/;
const OF_WHOLE_LINES = /^sheet\.command\.(?:insert|remove)-(?:row|col)/;
const MOVES_CELLS = /^sheet\.command\.(?:insert-|remove-|delete-range|move-|reorder-range)/;
const REMOVES_SHEET = 'sheet.command.remove-sheet';
const COPIES_SHEET = 'sheet.command.copy-sheet';

interface Params {
  readonly subUnitId?: string;
  readonly fromSubUnitId?: string;
  readonly targetSubUnitId?: string;
}

/** Tells of them while they are made. */
export class StructuralCommands {
  private sheetOfRemovedLines = '';

  constructor(private readonly session: GridSession) {
    onExecuting(session, ({ id, params }) => {
      if (REMOVES_LINES.test(id)) {
        this.sheetOfRemovedLines = (params as Params | undefined)?.subUnitId ?? this.activeSheetId();
      }
    });
  }

  /** Has something follow. */
  follow(following: (command: StructuralCommand) => FollowingMutations): void {
    this.session.injector.get(SheetInterceptorService).interceptCommand({
      getMutations: (info: ICommandInfo) => {
        const command = this.read(info);
        return command ? following(command) : NOTHING_FOLLOWS;
      },
    });
  }

  private read(info: ICommandInfo): StructuralCommand | null {
    const { subUnitId, fromSubUnitId, targetSubUnitId } = (info.params ?? {}) as Params;
    if (info.id === REMOVES_SHEET) {
      return { kind: 'sheet removed', sheetId: subUnitId ?? '' };
    }
    if (info.id === COPIES_SHEET) {
      return { kind: 'sheet copied', sheetId: subUnitId ?? '', copyId: targetSubUnitId ?? '' };
    }
    if (!MOVES_CELLS.test(info.id)) {
      return null;
    }
    const unnamed = REMOVES_LINES.test(info.id) ? this.sheetOfRemovedLines : this.activeSheetId();
    return {
      kind: 'cells',
      sheetId: subUnitId ?? fromSubUnitId ?? unnamed,
      isOfWholeLines: OF_WHOLE_LINES.test(info.id),
      moved: (area) => {
        const moved = handleDefaultRangeChangeWithEffectRefCommands(toUniverRange(area), info) as UniverRange | null;
        return moved && toArea(moved);
      },
    };
  }

  private activeSheetId(): string {
    return this.session.workbook.getActiveSheet().getSheetId();
  }
}
