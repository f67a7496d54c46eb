/**
 * What happened to the workbook, told in the words of this page. Results of formulas are not changes.
 */
import type { Area } from '../../formats/xlsx/address';
import type { CellRef } from '../values/cell-ref';
import { hasContent } from './cell-patch';
import { onExecuted, toArea, type ExecutedCommand, type GridSession, type UniverRange } from './session';

/** One change. */
export type GridChange =
  | { readonly kind: 'cells'; readonly sheetId: string; readonly area: Area; readonly cells: readonly CellRef[] }
  | {
      readonly kind: 'moved';
      readonly sheetId: string;
      readonly area: Area;
      readonly what: 'rows' | 'columns';
      readonly how: 'inserted' | 'deleted';
    }
  | { readonly kind: 'sheet'; readonly sheetId: string; readonly how: 'added' | 'deleted' | 'activated' | 'renamed' }
  | {
      readonly kind: 'table';
      readonly tableId: string;
      readonly sheetId: string;
      readonly how: 'added' | 'deleted' | 'changed';
    }
  | { readonly kind: 'selection' }
  /** Anything else that has to be saved: formats, widths, names. */
  | { readonly kind: 'other' };

/** Whether a change was made in this window or in another that has the workbook open. */
export type ChangeSource = 'Local' | 'Remote';

type CellMatrix = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

function changedCells(sheetId: string, matrix: CellMatrix = {}, counts: (patch: unknown) => boolean): CellRef[] {
  const changed: CellRef[] = [];
  for (const row of Object.keys(matrix)) {
    const cells = matrix[row] ?? {};
    for (const column of Object.keys(cells)) {
      if (counts(cells[column])) {
        changed.push({ sheetId, row: Number(row), column: Number(column) });
      }
    }
  }
  return changed;
}

function areaOf(cells: readonly CellRef[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function cellChange(sheetId: string, cells: readonly CellRef[]): GridChange[] {
  return cells.length === 0 ? [] : [{ kind: 'cells', sheetId, area: areaOf(cells), cells }];
}

function ofMatrix(sheetId: string, matrix: CellMatrix | undefined): GridChange[] {
  const changes = cellChange(sheetId, changedCells(sheetId, matrix, hasContent));
  return changes.length > 0 ? changes : [{ kind: 'other' }];
}

interface MutationParams {
  readonly subUnitId?: string;
  readonly sheetId?: string;
  readonly tableId?: string;
  readonly range?: UniverRange;
  readonly cellValue?: CellMatrix;
  readonly sheet?: { readonly id: string };
  readonly from?: { readonly subUnitId: string; readonly value: CellMatrix };
  readonly to?: { readonly subUnitId: string; readonly value: CellMatrix };
}

function interpret({ id, params, options }: ExecutedCommand): GridChange[] {
  const mutation = (params ?? {}) as MutationParams;
  const sheetId = mutation.subUnitId ?? '';
  const moved = (what: 'rows' | 'columns', how: 'inserted' | 'deleted'): GridChange[] =>
    mutation.range ? [{ kind: 'moved', sheetId, area: toArea(mutation.range), what, how }] : [];
  switch (id) {
    case 'sheet.mutation.set-range-values':
      return options.fromFormula || options.applyFormulaCalculationResult || options.onlyLocal
        ? [{ kind: 'other' }]
        : ofMatrix(sheetId, mutation.cellValue);
    case 'sheet.mutation.move-range':
      return [mutation.from, mutation.to].flatMap((side) =>
        side
          ? cellChange(
              side.subUnitId,
              changedCells(side.subUnitId, side.value, () => true),
            )
          : [],
      );
    case 'sheet.mutation.reorder-range':
      return mutation.range ? [{ kind: 'cells', sheetId, area: toArea(mutation.range), cells: [] }] : [];
    case 'sheet.mutation.insert-row':
      return moved('rows', 'inserted');
    case 'sheet.mutation.remove-rows':
      return moved('rows', 'deleted');
    case 'sheet.mutation.insert-col':
      return moved('columns', 'inserted');
    case 'sheet.mutation.remove-col':
      return moved('columns', 'deleted');
    case 'sheet.mutation.insert-sheet':
      return [{ kind: 'sheet', sheetId: mutation.sheet?.id ?? '', how: 'added' }];
    case 'sheet.mutation.remove-sheet':
      return [{ kind: 'sheet', sheetId, how: 'deleted' }];
    case 'sheet.mutation.set-worksheet-name':
      return [{ kind: 'sheet', sheetId, how: 'renamed' }];
    case 'sheet.operation.set-worksheet-active':
      return [{ kind: 'sheet', sheetId, how: 'activated' }];
    case 'sheet.mutation.add-table':
      return [{ kind: 'table', tableId: mutation.tableId ?? '', sheetId, how: 'added' }];
    case 'sheet.mutation.delete-table':
      return [{ kind: 'table', tableId: mutation.tableId ?? '', sheetId, how: 'deleted' }];
    case 'sheet.mutation.set-sheet-table':
      return [{ kind: 'table', tableId: mutation.tableId ?? '', sheetId, how: 'changed' }];
    case 'sheet.operation.set-selections':
      return [{ kind: 'selection' }];
    default:
      return id.startsWith('sheet.mutation.') || id.startsWith('formula.mutation.set-defined')
        ? [{ kind: 'other' }]
        : [];
  }
}

/** Reports each change right after it was made. */
export function onChange(session: GridSession, listener: (change: GridChange) => void): void {
  onExecuted(session, (command) => interpret(command).forEach(listener));
}
