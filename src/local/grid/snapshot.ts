/**
 * The workbook as data, to be saved and opened again without calculating.
 */
import type { IWorkbookData } from '@univerjs/core';
import { WAITING } from '../values/cell-value';
import { execute, formulaData, type GridSession } from './session';

/** Spilled values are not in Univer's own snapshot. */
export interface SpilledData {
  readonly arrayFormulaRange: object;
  readonly arrayFormulaCellData: object;
}

/** Reads the workbook. Waiting cells lose their placeholder, so that they are calculated when the workbook is opened. */
export function takeSnapshot(session: GridSession): IWorkbookData {
  // What Univer gives is a copy already.
  const snapshot = session.workbook.save();
  for (const sheet of Object.values(snapshot.sheets)) {
    for (const row of Object.values(sheet.cellData ?? {})) {
      for (const cell of Object.values(
        (row ?? {}) as Record<string, { v?: unknown; t?: unknown; f?: unknown; si?: unknown }>,
      )) {
        if (cell?.v === WAITING && (cell.f || cell.si)) {
          delete cell.v;
          delete cell.t;
        }
      }
    }
  }
  return snapshot;
}

/** Reads what formulas spilled. */
export function takeSpilledData(session: GridSession): SpilledData {
  const data = formulaData(session);
  return structuredClone({
    arrayFormulaRange: data.getArrayFormulaRange()[session.unitId] ?? {},
    arrayFormulaCellData: data.getArrayFormulaCellData()[session.unitId] ?? {},
  });
}

/** Puts spilled values back after the workbook was opened. */
export function restoreSpilledData(session: GridSession, saved: SpilledData): void {
  execute(
    session,
    'formula.mutation.set-array-formula-data',
    {
      arrayFormulaRange: { [session.unitId]: saved.arrayFormulaRange },
      arrayFormulaCellData: { [session.unitId]: saved.arrayFormulaCellData },
      arrayFormulaEmbedded: {},
    },
    { onlyLocal: true, remove: true },
  );
}
