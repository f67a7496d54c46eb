/**
 * Where the formulas of each sheet stand.
 *
 * Univer looks for them in all cells of all sheets, at each change and several times in each run of its engine: beside a table of
 * 36,000 rows an edit of one cell took half a second by that alone. Here a sheet is looked through once, and again only after a
 * mutation that may have brought or taken a formula.
 */
import { CommandType, ICommandService } from '@univerjs/core';
import type { Nullable } from '@univerjs/core';
import type { IFormulaDataItem } from '@univerjs/preset-sheets-core';
import { mayMoveFormulas, type CellPatches } from './formula-moves';
import { formulaData, type GridSession } from './session';

/** By row and column. */
type SheetFormulas = Record<number, Record<number, Nullable<IFormulaDataItem>>>;

/** A mutation as the command service makes it. */
interface MadeMutation {
  readonly id: string;
  readonly type: CommandType;
}

interface Target {
  readonly subUnitId?: string;
  readonly cellValue?: CellPatches;
}

/** What the command service does innermost: all who are told of a mutation are told afterwards. */
type Make = (mutation: MadeMutation, params: Target | undefined, ...others: unknown[]) => unknown;

const SET_CELLS = 'sheet.mutation.set-range-values';
/** These change no cell: heights of rows, and what the engine keeps for itself. */
const NO_CELLS = /^formula\.mutation\.|auto-height$/;

/** Has the engine's model of a workbook know its formulas instead of looking for them. To be called once, when the workbook is made. */
export function keepFormulaIndex(session: GridSession): void {
  const known = new Map<string, SheetFormulas>();
  const model = formulaData(session);
  const lookThrough = model.getSheetFormulaData.bind(model) as (unitId: string, sheetId: string) => SheetFormulas;
  const ofSheet = (sheetId: string): SheetFormulas => {
    const found = known.get(sheetId) ?? lookThrough(session.unitId, sheetId);
    known.set(sheetId, found);
    return found;
  };
  model.getSheetFormulaData = (_, sheetId) => copyOf(ofSheet(sheetId));
  model.getFormulaData = () => {
    const sheets = session.workbook.getSheets().map((sheet) => sheet.getSheetId());
    return { [session.unitId]: Object.fromEntries(sheets.map((id) => [id, copyOf(ofSheet(id))])) };
  };
  (model as unknown as { _getSheetFormulaIdMap: unknown })._getSheetFormulaIdMap = (_: string, sheetId: string) =>
    firstOfShared(ofSheet(sheetId));
  afterEachMutation(session, ({ id }, params) => {
    const sheetId = params.subUnitId ?? '';
    if (id !== SET_CELLS && !NO_CELLS.test(id)) {
      known.clear();
    } else if (id === SET_CELLS && mayMoveFormulas(params.cellValue ?? {}, known.get(sheetId))) {
      known.delete(sheetId);
    }
  });
}

/** Before anyone else hears of it, also if it failed half-way. */
function afterEachMutation(session: GridSession, listener: (mutation: MadeMutation, params: Target) => void): void {
  const service = session.injector.get(ICommandService) as unknown as Record<string, Make>;
  for (const method of ['_execute', '_syncExecute']) {
    const make = service[method]?.bind(service);
    if (make === undefined) {
      throw new Error(`Univer has no ${method} any more.`);
    }
    service[method] = (mutation, params, ...others) => {
      try {
        // A mutation is made before the promise of it is there.
        return make(mutation, params, ...others);
      } finally {
        if (mutation.type === CommandType.MUTATION) {
          listener(mutation, params ?? {});
        }
      }
    };
  }
}

/** Who asks for the formulas changes what it is given. */
function copyOf(formulas: SheetFormulas): SheetFormulas {
  const copy: SheetFormulas = {};
  for (const [row, cells] of Object.entries(formulas)) {
    copy[Number(row)] = Object.fromEntries(
      Object.entries(cells).map(([column, item]) => [column, item && { ...item }]),
    );
  }
  return copy;
}

/** Formulas that cells share, by their ids, each with the cell that has its text. */
function firstOfShared(formulas: SheetFormulas): Record<string, { f: string; r: number; c: number }> {
  const shared: Record<string, { f: string; r: number; c: number }> = {};
  for (const [row, cells] of Object.entries(formulas)) {
    for (const [column, item] of Object.entries(cells)) {
      if (item?.si && item.f && item.x === undefined && item.y === undefined) {
        shared[item.si] = { f: item.f, r: Number(row), c: Number(column) };
      }
    }
  }
  return shared;
}
