/**
 * Cures for defects of Univer 0.25.1, applied before the grid is made.
 */
import { IUniverInstanceService, type IAccessor, type ICellData, type Nullable, type Workbook } from '@univerjs/core';
import {
  ArrayValueObject,
  BooleanValueObject,
  DescriptionService,
  ErrorValueObject,
  FormulaDataModel,
  functionMeta,
  LexerTreeBuilder,
  NumberValueObject,
  ReferenceNodeFactory,
  SetRangeValuesMutation,
  StringValueObject,
  ValueNodeFactory,
  type BaseValueObject,
  type ErrorType,
  FunctionType,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';
import { hasContent } from './cell-patch';
import type { UniverRange } from './univer-range';
import { missingParentheses } from './evaluated-formula';
import { replaceMethod } from './replaced-method';
import { literalRows, literalValue, protectedTexts, restoredTexts, type Literal } from './formula-literals';

/**
 * After a user typed a table reference, every further formula with a reference became #NAME?: the lexer's reset forgets the
 * bracket that the half-typed `Clients[` left open.
 */
export function resetOpenBracketsOfLexer(): void {
  const lexer = LexerTreeBuilder.prototype as unknown as { _resetTemp(): void; _squareBracketState: number };
  const reset = lexer._resetTemp;
  lexer._resetTemp = function resetTemp(this: typeof lexer): void {
    reset.call(this);
    this._squareBracketState = 0;
  };
}

type Patches = Record<string, Record<string, unknown> | null | undefined>;

/**
 * A change of a cell's look alone, made by the command that also writes values, took the cell's formula out of the engine's
 * model, and its spilled values too: whatever carries no `f` was taken for a cell that has none.
 */
export function keepFormulasOfRestyledCells(): void {
  const model = FormulaDataModel.prototype as unknown as Record<
    string,
    (unitId: string, sheetId: string, patches: Patches) => unknown
  >;
  for (const method of ['updateFormulaData', 'updateArrayFormulaCellData', 'updateArrayFormulaRange']) {
    const update = model[method];
    if (update === undefined) {
      throw new Error(`Univer's formula model has no ${method} any more.`);
    }
    model[method] = function updateWithContent(this: typeof model, unitId, sheetId, patches): unknown {
      return update.call(this, unitId, sheetId, contentOf(patches));
    };
  }
}

/** What is done to the content of cells. A row of which all is that is not copied: a load fills a hundred thousand of them. */
function contentOf(patches: Patches): Patches {
  const kept: Patches = {};
  for (const row of Object.keys(patches)) {
    const cells = patches[row] ?? {};
    const columns = Object.keys(cells);
    const filled = columns.filter((column) => hasContent(cells[column]));
    if (filled.length === columns.length) {
      kept[row] = cells;
    } else if (filled.length > 0) {
      kept[row] = Object.fromEntries(filled.map((column) => [column, cells[column]]));
    }
  }
  return kept;
}

/**
 * Constants were guessed at: `1.50` was a text, because it is not how a number is printed, and "11/2024", "8%" and "$1.00" were
 * numbers. The reader also lost one of two doubled quotation marks, and the ends of lines within texts.
 */
export function readConstantsAsWritten(): void {
  replaceMethod(LexerTreeBuilder.prototype, '_nodeMaker', (original, _, [formula, ...others]) =>
    original(protectedTexts(formula as string), ...others),
  );
  replaceMethod(LexerTreeBuilder.prototype, 'sequenceNodesBuilder', (original, _, args) => {
    const nodes = original(...args) as (string | { readonly token: string })[] | undefined;
    return nodes?.map((node) =>
      typeof node === 'string' ? restoredTexts(node) : { ...node, token: restoredTexts(node.token) },
    );
  });
  replaceMethod(ValueNodeFactory.prototype, 'create', (original, _, [token]) => {
    const node = original(token) as { execute(): void; setValue(value: BaseValueObject): void };
    const value = literalValue(token as string) ?? literalRows(token as string);
    if (value !== null) {
      node.execute = () => node.setValue(Array.isArray(value) ? arrayObject(value) : literalObject(value));
    }
    return node;
  });
}

function literalObject(value: Literal): BaseValueObject {
  switch (typeof value) {
    case 'string':
      return StringValueObject.create(value);
    case 'number':
      return NumberValueObject.create(value);
    case 'boolean':
      return BooleanValueObject.create(value);
    default:
      return ErrorValueObject.create(value.error as ErrorType);
  }
}

function arrayObject(rows: readonly (readonly Literal[])[]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(literalObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** An asterisk or question mark stood for any text between `=` and `<>` too: `="total"="*"` was true. In Excel only functions read them so. */
export function compareTextsAsTheyAre(): void {
  const [Compare] = functionMeta.find(([, name]) => name === 'COMPARE') ?? [];
  if (typeof Compare !== 'function') {
    throw new Error('Univer has no COMPARE any more.');
  }
  let isOperator = false;
  replaceMethod(Compare.prototype, 'calculate', (original, _, args) => {
    isOperator = true;
    try {
      return original(...args);
    } finally {
      isOperator = false;
    }
  });
  replaceMethod(StringValueObject.prototype, '_checkWildcard', (original, self, [value, operator]) =>
    isOperator
      ? BooleanValueObject.create(self._compareString(self.getValue().toLocaleLowerCase(), value, operator))
      : original(value, operator),
  );
}

/** `Name[...]`; whether there is such a table is looked up afterwards. */
const TABLE_REFERENCE = /^[^"'()[\]{}]+\[.*\]$/s;

/** A table whose name has an underline or a dot was not recognised in a reference. */
export function recogniseTablesByAnyName(): void {
  replaceMethod(
    ReferenceNodeFactory.prototype,
    '_checkTokenIsTableReference',
    (original, _, [token]) => TABLE_REFERENCE.test(token as string) || original(token),
  );
}

/** A formula that was typed got a parenthesis too many for each `@` or minus before a range. */
export function completeParentheses(): void {
  replaceMethod(LexerTreeBuilder.prototype, 'checkIfAddBracket', (_, __, [formula]) =>
    missingParentheses(formula as string),
  );
}

/**
 * Of a function and a table of one name, only one was in the list of what may be typed: `=aicl` offered AIClients and not AICLIENTS, or
 * the reverse.
 *
 * @param tables the tables of the workbook at that moment, each with its place
 */
export function offerFunctionsBesideTables(
  functions: readonly IFunctionInfo[],
  tables: () => readonly { readonly name: string; readonly place: string }[],
): void {
  const known = new Map(functions.map((info) => [info.functionName.toUpperCase(), info]));
  replaceMethod(DescriptionService.prototype, 'getSearchListByNameFirstLetter', (original, _, [typed]) => {
    const wanted = (typed as string).trim().toUpperCase();
    const found = original(typed) as { readonly name: string; readonly functionType: FunctionType }[];
    const isBegun = ({ name }: { readonly name: string }): boolean => name.toUpperCase().startsWith(wanted);
    const own = [...known.values()].map(({ functionName, abstract }) => ({ name: functionName, desc: abstract }));
    const others = found.filter(
      ({ name, functionType }) => functionType !== FunctionType.Table && !known.has(name.toUpperCase()),
    );
    return [
      ...own.filter(isBegun).map((item) => ({ ...item, functionType: FunctionType.User })),
      ...others,
      ...tables()
        .filter(isBegun)
        .map(({ name, place }) => ({ name, desc: place, functionType: FunctionType.Table })),
    ];
  });
  replaceMethod(DescriptionService.prototype, 'getFunctionInfo', (original, _, [name]) => {
    return known.get((name as string).toUpperCase()) ?? original(name);
  });
}

/** A change of a cell's look alone made a number of the text "0012", and a text of a number: its type was guessed anew. */
export function keepTypesOfRestyledCells(): void {
  const mutation = SetRangeValuesMutation as {
    handler(accessor: IAccessor, params: RangeValues): unknown;
  };
  const set = mutation.handler;
  mutation.handler = (accessor, params) => {
    const workbook = accessor.get(IUniverInstanceService).getUnit<Workbook>(params.unitId);
    const cells = workbook?.getSheetBySheetId(params.subUnitId)?.getCellMatrix();
    const typeOf = (row: number, column: number): ICellData['t'] => cells?.getValue(row, column)?.t;
    return set(accessor, { ...params, cellValue: withOwnTypes(params.cellValue ?? {}, typeOf) });
  };
}

type CellPatches = Record<string, Record<string, Nullable<ICellData>>>;

interface RangeValues {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: CellPatches;
}

/** What is done to cells, with the type that each has if its value stays; what has none is not copied. */
function withOwnTypes(
  rows: CellPatches,
  typeOf: (row: number, column: number) => ICellData['t'] | undefined,
): CellPatches {
  let changed: CellPatches | null = null;
  for (const row of Object.keys(rows)) {
    const patches = rows[row] ?? {};
    let typed: Record<string, Nullable<ICellData>> | null = null;
    for (const column of Object.keys(patches)) {
      const patch = patches[column];
      const type = patch && patch.v === undefined ? typeOf(Number(row), Number(column)) : undefined;
      if (patch && type !== undefined && type !== null) {
        typed ??= { ...patches };
        typed[column] = { ...patch, t: type };
        changed ??= { ...rows };
        changed[row] = typed;
      }
    }
  }
  return changed ?? rows;
}

interface DirtyRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: UniverRange;
}

/** When a workbook was opened, formulas whose last result is 0 or an empty text were calculated anew, and all that rests on them. */
export function calculateOnlyWhatHasNoResult(): void {
  replaceMethod(FormulaDataModel.prototype, 'getFormulaDirtyRanges', (original, self) => {
    const instances = (self as { _univerInstanceService: IUniverInstanceService })._univerInstanceService;
    return (original() as DirtyRange[]).flatMap((dirty) => {
      const sheet = instances.getUnit<Workbook>(dirty.unitId)?.getSheetBySheetId(dirty.sheetId);
      const { startRow, endRow, startColumn } = dirty.range;
      const runs: DirtyRange[] = [];
      for (let row = startRow; row <= endRow; row += 1) {
        const last = runs.at(-1);
        if ((sheet?.getCellRaw(row, startColumn)?.v ?? null) !== null) {
          continue;
        }
        if (last?.range.endRow === row - 1) {
          runs[runs.length - 1] = { ...last, range: { ...last.range, endRow: row } };
        } else {
          runs.push({ ...dirty, range: { ...dirty.range, startRow: row, endRow: row } });
        }
      }
      return runs;
    });
  });
}
