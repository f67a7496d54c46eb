/**
 * Hands the engine each formula in the form that it understands, and the function that `@` stands for.
 */
import type { Nullable } from '@univerjs/core';
import {
  BaseFunction,
  ErrorValueObject,
  IDefinedNamesService,
  IFormulaCurrentConfigService,
  IFunctionService,
  ISuperTableService,
  LexerTreeBuilder,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/preset-sheets-core';
import type { CellRef } from '../values/cell-ref';
import { isErrorCode, WAITING } from '../values/cell-value';
import {
  evaluatedFormula,
  hasReferenceToTable,
  isBeyondTheGrid,
  type FormulaContext,
  type FormulaTable,
} from './evaluated-formula';
import { RewrittenFormulas, type FormulaItem } from './rewritten-formulas';
import { formulaData, type GridSession } from './session';
import { CellKind, WHOLE_WORKBOOK } from './univer-codes';
import type { UniverRange } from './univer-range';

type FormulasOfUnits = Record<
  string,
  Record<string, Record<string, Record<string, FormulaItem | null> | undefined> | null> | null
>;

interface SuperTable {
  readonly sheetId: string;
  readonly range: UniverRange;
  readonly titleMap: ReadonlyMap<string, number>;
}

/** Before the id of a name that belongs to one sheet, which the engine could not tell from another of that name. */
const SHEET_NAME = '_ofsheet.';

interface DefinedName {
  readonly id: string;
  readonly name: string;
  readonly localSheetId?: string;
}

/** Of the service that knows the names. */
interface DefinedNames {
  getDefinedNameMap(unitId: string): Readonly<Record<string, DefinedName>> | undefined;
  getValueByName(unitId: string, name: string): DefinedName | null;
}

/**
 * Rewrites formulas whenever a run takes them up. The cells keep theirs: the engine works on a copy.
 *
 * @param hasTotals whether the table of that name has a row of totals
 * @param areaMark what stands behind each formula with a reference to a table, so that it is read anew (`followTableAreas`)
 */
export function evaluateAsExcelReads(
  session: GridSession,
  hasTotals: (table: string) => boolean,
  areaMark: () => string,
): void {
  const config = session.injector.get(IFormulaCurrentConfigService) as unknown as {
    load(data: { readonly formulaData: FormulasOfUnits }): void;
  };
  const load = config.load.bind(config);
  const rewriter = new FormulaRewriter(session);
  config.load = (data) => {
    const ofWorkbook = data.formulaData[session.unitId];
    if (ofWorkbook) {
      rewriter.rewrite(ofWorkbook, formulaContext(session, hasTotals), areaMark());
    }
    load(data);
  };
  tellNamesOfSheetsApart(session);
}

function definedNames({ injector }: GridSession): DefinedNames {
  return injector.get(IDefinedNamesService) as unknown as DefinedNames;
}

/** What the engine calls a name of one sheet: nothing in it may be read as a sign. */
function engineName(id: string): string {
  return SHEET_NAME + id.replace(/[^\p{L}\p{N}]/gu, '_');
}

function isOfWorkbook({ localSheetId = WHOLE_WORKBOOK }: DefinedName): boolean {
  return localSheetId === WHOLE_WORKBOOK;
}

function tellNamesOfSheetsApart(session: GridSession): void {
  const names = definedNames(session);
  names.getValueByName = (unitId, name) => {
    const all = Object.values(names.getDefinedNameMap(unitId) ?? {});
    if (name.startsWith(SHEET_NAME)) {
      return all.find(({ id }) => engineName(id) === name) ?? null;
    }
    const wanted = name.toLowerCase();
    return all.find((each) => isOfWorkbook(each) && each.name.toLowerCase() === wanted) ?? null;
  };
}

/** What formulas mean something by, and all of that as one text, to see whether it has changed. */
interface Circumstances extends FormulaContext {
  readonly asText: string;
}

function formulaContext(session: GridSession, hasTotals: (table: string) => boolean): Circumstances {
  const { injector, unitId, workbook } = session;
  const functions = injector.get(IFunctionService);
  const names = Object.values(definedNames(session).getDefinedNameMap(unitId) ?? {});
  const sheetNames = new Map<string, Map<string, string>>();
  for (const { id, name, localSheetId = WHOLE_WORKBOOK } of names) {
    if (localSheetId !== WHOLE_WORKBOOK) {
      const ofSheet = sheetNames.get(localSheetId) ?? new Map<string, string>();
      sheetNames.set(localSheetId, ofSheet.set(name.toLowerCase(), engineName(id)));
    }
  }
  const tables = formulaTables(session, hasTotals);
  const sheets = workbook.getSheets().map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName() }));
  return {
    asText: JSON.stringify([tables, sheets, names.map(({ id, name, localSheetId }) => [id, name, localSheetId])]),
    tables,
    sheetNames,
    sheetId: (name) => sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id ?? null,
    isFunction: (name) =>
      functions.hasExecutor(name.toUpperCase()) ||
      BUILT_IN.has(name.toUpperCase()) ||
      names.some((each) => each.name.toLowerCase() === name.toLowerCase()),
  };
}

/** Of these the engine makes something else before it looks for a function. */
const BUILT_IN: ReadonlySet<string> = new Set(['LET', 'LAMBDA']);

function formulaTables(session: GridSession, hasTotals: (table: string) => boolean): FormulaTable[] {
  const tables = session.injector.get(ISuperTableService).getTableMap(session.unitId) as unknown as
    ReadonlyMap<string, SuperTable> | undefined;
  return [...(tables ?? [])].map(([name, { sheetId, range, titleMap }]) => ({
    name,
    sheetId,
    sheetName: session.workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? '',
    firstRow: range.startRow,
    lastRow: range.endRow,
    firstColumn: range.startColumn,
    lastColumn: range.endColumn,
    columns: [...titleMap.keys()],
    hasTotals: hasTotals(name),
  }));
}

/** Rewrites the formulas of each run: those that have changed, or whose circumstances have. */
class FormulaRewriter {
  private readonly lexer = new LexerTreeBuilder();
  private readonly rewritten = new RewrittenFormulas();

  constructor(private readonly session: GridSession) {}

  rewrite(sheets: NonNullable<FormulasOfUnits[string]>, context: Circumstances, areaMark: string): void {
    this.rewritten.begin(context.asText);
    for (const [sheetId, rows] of Object.entries(sheets)) {
      for (const [row, cells = {}] of Object.entries(rows ?? {})) {
        for (const [column, item] of Object.entries(cells)) {
          const cell = { sheetId, row: Number(row), column: Number(column) };
          const rewritten = item && this.evaluated(item, cell, context);
          cells[column] =
            rewritten && hasReferenceToTable(rewritten.f) ? { ...rewritten, f: rewritten.f + areaMark } : rewritten;
        }
      }
    }
  }

  private evaluated(item: FormulaItem, cell: CellRef, context: FormulaContext): FormulaItem {
    const inGrid = this.rewritten.of(item, cell, () =>
      isBeyondTheGrid(item.f, context) ? null : this.asRead(item, cell, context),
    );
    if (inGrid !== null) {
      return inGrid;
    }
    const kept = this.lastResult(cell);
    return kept === null ? this.asRead(item, cell, context) : { f: `=${kept}` };
  }

  private asRead(item: FormulaItem, cell: CellRef, context: FormulaContext): FormulaItem {
    // What a table's row gives a meaning to cannot be shared between rows.
    if (item.si !== undefined && hasReferenceToTable(item.f)) {
      const own = this.lexer.moveFormulaRefOffset(item.f, item.x ?? 0, item.y ?? 0);
      return { f: evaluatedFormula(own, cell, context) };
    }
    const f = evaluatedFormula(item.f, cell, context);
    return f === item.f ? item : { ...item, f };
  }

  /** As a constant in a formula; null if the cell has none, or one that fills other cells too, or still waits for its first. */
  private lastResult({ sheetId, row, column }: CellRef): string | null {
    const stored = this.session.workbook.getSheetBySheetId(sheetId)?.getSheet().getCellRaw(row, column);
    const range = formulaData(this.session).getArrayFormulaRange()[this.session.unitId]?.[sheetId]?.[row]?.[column];
    const isAlone = !range || (range.startRow === range.endRow && range.startColumn === range.endColumn);
    const value = stored?.v ?? null;
    return value === null || value === WAITING || !isAlone ? null : literalText(value, stored?.t ?? null);
  }
}

function literalText(value: string | number | boolean, type: number | null): string {
  if (type === CellKind.Boolean || typeof value === 'boolean') {
    return Number(value) === 1 ? 'TRUE' : 'FALSE';
  }
  if (typeof value === 'number' || isErrorCode(value)) {
    return String(value);
  }
  return `"${value.replaceAll('"', '""')}"`;
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
