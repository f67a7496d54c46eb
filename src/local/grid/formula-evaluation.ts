/**
 * Hands the engine each formula in the form that it understands, and the function that `@` stands for.
 */
import type { Nullable } from '@univerjs/core';
import {
  BaseFunction,
  ErrorValueObject,
  IFormulaCurrentConfigService,
  ISuperTableService,
  LexerTreeBuilder,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/preset-sheets-core';
import { evaluatedFormula, hasReferenceToTable, type FormulaTable } from './evaluated-formula';
import type { CellRef } from '../values/cell-ref';
import type { GridSession } from './session';
import type { UniverRange } from './univer-range';

/** A formula as the engine gets it; a filled area shares one, of which all but the first stand `x` and `y` away. */
interface FormulaItem {
  readonly f: string;
  readonly si?: string;
  readonly x?: number;
  readonly y?: number;
}

type FormulasOfUnits = Record<
  string,
  Record<string, Record<string, Record<string, FormulaItem | null> | undefined> | null> | null
>;

interface SuperTable {
  readonly sheetId: string;
  readonly range: UniverRange;
  readonly titleMap: ReadonlyMap<string, number>;
}

/** Rewrites formulas whenever a run takes them up. The cells keep theirs: the engine works on a copy. */
export function evaluateAsExcelReads(session: GridSession): void {
  const config = session.injector.get(IFormulaCurrentConfigService) as unknown as {
    load(data: { readonly formulaData: FormulasOfUnits }): void;
  };
  const load = config.load.bind(config);
  config.load = (data) => {
    const ofWorkbook = data.formulaData[session.unitId];
    if (ofWorkbook) {
      rewriteFormulas(ofWorkbook, formulaTables(session));
    }
    load(data);
  };
}

function formulaTables({ injector, unitId }: GridSession): FormulaTable[] {
  const tables = injector.get(ISuperTableService).getTableMap(unitId) as unknown as
    ReadonlyMap<string, SuperTable> | undefined;
  return [...(tables ?? [])].map(([name, { sheetId, range, titleMap }]) => ({
    name,
    sheetId,
    firstRow: range.startRow,
    lastRow: range.endRow,
    firstColumn: range.startColumn,
    lastColumn: range.endColumn,
    columns: [...titleMap.keys()],
  }));
}

function rewriteFormulas(sheets: NonNullable<FormulasOfUnits[string]>, tables: readonly FormulaTable[]): void {
  const lexer = new LexerTreeBuilder();
  for (const [sheetId, rows] of Object.entries(sheets)) {
    for (const [row, cells = {}] of Object.entries(rows ?? {})) {
      for (const [column, item] of Object.entries(cells)) {
        cells[column] =
          item && evaluatedItem(item, { sheetId, row: Number(row), column: Number(column) }, tables, lexer);
      }
    }
  }
}

function evaluatedItem(
  item: FormulaItem,
  cell: CellRef,
  tables: readonly FormulaTable[],
  lexer: LexerTreeBuilder,
): FormulaItem {
  // What a table's row gives a meaning to cannot be shared between rows.
  if (item.si !== undefined && hasReferenceToTable(item.f)) {
    return { f: evaluatedFormula(lexer.moveFormulaRefOffset(item.f, item.x ?? 0, item.y ?? 0), cell, tables) };
  }
  const f = evaluatedFormula(item.f, cell, tables);
  return f === item.f ? item : { ...item, f };
}

/** What `@` does: of a range the cell in the formula's row or column, of other values the first. */
export class ImplicitIntersection extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override needsReferenceObject = true;

  override calculate(value: BaseValueObject): BaseValueObject {
    if (value.isReferenceObject()) {
      return this.cellOf(value as unknown as BaseReferenceObject);
    }
    return value.isArray() ? firstOf((value as ArrayValueObject).get(0, 0)) : value;
  }

  private cellOf(reference: BaseReferenceObject): BaseValueObject {
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    const isOneLine = startRow === endRow || startColumn === endColumn;
    if (!isOneLine || row < startRow || row > endRow || column < startColumn || column > endColumn) {
      return ErrorValueObject.create('#VALUE!' as ErrorType);
    }
    // As a range of one cell: it stays blank where the cell is.
    return (
      reference
        .toArrayValueObject()
        .slice([row - startRow, row - startRow + 1], [column - startColumn, column - startColumn + 1]) ??
      ErrorValueObject.create('#VALUE!' as ErrorType)
    );
  }
}

function firstOf(value: Nullable<BaseValueObject>): BaseValueObject {
  return value ?? ErrorValueObject.create('#VALUE!' as ErrorType);
}
