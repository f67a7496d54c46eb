/**
 * Parameters of a mutation that was meant for a workbook in which others have moved cells since: the same for where the cells are now.
 */
import { formulaText, formulaTokens, sheetNameOf, type FormulaToken } from '../../formats/formula/tokens';
import { columnLabel, parseAddress, type Area } from '../../formats/xlsx/address';
import type { CellRef } from '../values/cell-ref';
import { toArea, toUniverRange, type UniverRange } from './univer-range';

/** Where cells are now. */
export interface Places {
  /** Null if the cell is gone. */
  cell(cell: CellRef): CellRef | null;
  /** Null if nothing is left of the area. */
  area(sheetId: string, area: Area): Area | null;
  /** The id of a sheet by its name; null if there is none. */
  sheet(name: string): string | null;
}

/** What became of parameters. */
export interface MovedParams {
  readonly params: object;
  /** The cells that are gone, with what was to be done to them. */
  readonly lost: readonly { readonly cell: CellRef; readonly patch: unknown }[];
}

type Fields = Readonly<Record<string, unknown>>;
type Matrix = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)$/i;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isRange(value: Fields): value is Fields & UniverRange {
  return [value['startRow'], value['endRow'], value['startColumn'], value['endColumn']].every(Number.isFinite);
}

function isArea(value: Fields): value is Fields & Area {
  return [value['row'], value['column'], value['rowCount'], value['columnCount']].every(Number.isFinite);
}

/** Moves all that a mutation's parameters say of cells: ranges, areas, cells by row and column, formulas. */
export function movedParams(params: object, places: Places): MovedParams {
  const lost: MovedParams['lost'][number][] = [];

  const matrix = (cells: Matrix, sheetId: string): Matrix => {
    const moved: Record<string, Record<string, unknown>> = {};
    for (const [row, patches] of Object.entries(cells)) {
      for (const [column, patch] of Object.entries(patches ?? {})) {
        const cell = { sheetId, row: Number(row), column: Number(column) };
        const now = places.cell(cell);
        if (now === null) {
          lost.push({ cell, patch });
        } else {
          (moved[now.row] ??= {})[now.column] = walk(patch, sheetId);
        }
      }
    }
    return moved;
  };

  const walk = (value: unknown, sheetId: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((item) => walk(item, sheetId)).filter((item) => item !== undefined);
    }
    if (!isFields(value)) {
      return value;
    }
    if (isRange(value)) {
      const area = places.area(sheetId, toArea(value));
      return area === null ? undefined : { ...value, ...toUniverRange(area) };
    }
    if (isArea(value)) {
      const area = places.area(sheetId, value);
      return area === null ? undefined : { ...value, ...area };
    }
    const own = [value['subUnitId'], value['sheet']].find((id) => typeof id === 'string') as string | undefined;
    const here = own ?? sheetId;
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => {
        if (isFields(field) && (key === 'cellValue' || (key === 'value' && own !== undefined))) {
          return [key, matrix(field as Matrix, here)];
        }
        const isFormula = typeof field === 'string' && (key === 'f' || key === 'formulaOrRefString');
        return [key, isFormula ? movedFormula(field, here, places) : walk(field, here)];
      }),
    );
  };
  return { params: walk(params, '') as object, lost };
}

/** A formula whose references follow the cells that they meant; a cell that is gone becomes `#REF!`. */
export function movedFormula(formula: string, sheetId: string, places: Places): string {
  const tokens = formulaTokens(formula);
  let sheet: string | null = sheetId;
  const moved = tokens.map((token, index): FormulaToken => {
    const before = tokens[index - 1];
    if (before?.kind === 'sheet') {
      sheet = places.sheet(sheetNameOf(before.text));
    } else if (before?.text !== ':') {
      sheet = sheetId;
    }
    if (token.kind !== 'name' || sheet === null) {
      return token;
    }
    return { ...token, text: movedReference(tokens, index, sheet, places) };
  });
  return formulaText(moved);
}

/** One reference, or one corner of two: the corners of an area move as the area does. */
function movedReference(tokens: readonly FormulaToken[], index: number, sheetId: string, places: Places): string {
  const text = tokens[index]?.text ?? '';
  const parts = REFERENCE.exec(text);
  if (parts === null) {
    return text;
  }
  const isSecond = tokens[index - 1]?.text === ':';
  const isFirst = tokens[index + 1]?.text === ':';
  const other = isFirst ? tokens[index + 2]?.text : isSecond ? tokens[index - 2]?.text : text;
  const area = parseAddress(isSecond ? `${other}:${text}` : `${text}:${other}`)?.area;
  const moved = area && places.area(sheetId, area);
  if (!moved) {
    return area === undefined ? text : '#REF!';
  }
  const [, columnMark = '', column = '', rowMark = '', row = ''] = parts;
  const corner = parseAddress(`${column}${row}`)?.area;
  const nowRow = corner?.row === area.row ? moved.row : moved.row + moved.rowCount - 1;
  const nowColumn = corner?.column === area.column ? moved.column : moved.column + moved.columnCount - 1;
  return `${columnMark}${columnLabel(nowColumn)}${rowMark}${nowRow + 1}`;
}
