/**
 * What carried changes do to the places of cells: read from Univer's commands and mutations, so that an edit that was made without
 * them can be placed.
 */
import { cellArea, formatArea, type Area } from '../../formats/xlsx/address';
import type { LineShift, Step } from '../values/line-shift';
import { hasContent } from './cell-patch';
import { toArea, type UniverRange } from './univer-range';

/** A change of the grid as it is carried. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
  /** The shift of rows, columns or cells that this is a part of; the parts follow each other. */
  readonly partOf?: LineShift & { readonly number: number };
  /** Of a table that is placed elsewhere: where it was. */
  readonly before?: UniverRange;
}

interface Params {
  readonly subUnitId?: string;
  readonly range?: UniverRange;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
  readonly fromRange?: UniverRange;
  readonly toRange?: UniverRange;
  readonly config?: { readonly updateRange?: { readonly newRange: UniverRange } };
}

const SHIFTING_COMMAND =
  /^sheet\.command\.(?:(insert|remove)-(row|col)(?:-by-range)?|(insert|delete)-range-move-(down|right|up|left))$/;
const SHIFTING_MUTATION = /^sheet\.mutation\.(insert-row|remove-rows|insert-col|remove-col)$/;
/** Univer's change of a table. */
export const SET_TABLE = 'sheet.mutation.set-sheet-table';
/** A mutation that writes in more cells counts as one that writes in all between them. */
const MOST_SINGLE_CELLS = 2_000;

function shift(
  sheetId: string,
  how: LineShift['how'],
  what: LineShift['what'],
  area: Area,
  isWhole: boolean,
): LineShift {
  const [at, count, first, width] =
    what === 'rows'
      ? [area.row, area.rowCount, area.column, area.columnCount]
      : [area.column, area.columnCount, area.row, area.rowCount];
  return { sheetId, how, what, at, count, across: isWhole ? null : { first, count: width } };
}

/** The shift that a command makes; null for other commands, and for those that leave to others to say where. */
export function commandShift(id: string, params: unknown, activeSheetId: () => string): LineShift | null {
  const [, lines, line, cells, direction] = SHIFTING_COMMAND.exec(id) ?? [];
  const { range, subUnitId } = (params ?? {}) as Params;
  if (range === undefined || (lines === undefined && cells === undefined)) {
    return null;
  }
  const how = (lines ?? cells) === 'insert' ? 'inserted' : 'deleted';
  const what = line === 'row' || direction === 'down' || direction === 'up' ? 'rows' : 'columns';
  return shift(subUnitId ?? activeSheetId(), how, what, toArea(range), lines !== undefined);
}

/** The shift that a mutation makes by itself, as an undo does; null for others. */
export function mutationShift({ id, params }: Mutation): LineShift | null {
  const [, name] = SHIFTING_MUTATION.exec(id) ?? [];
  const { range, subUnitId = '' } = params as Params;
  if (name === undefined || range === undefined) {
    return null;
  }
  const how = name.startsWith('insert') ? 'inserted' : 'deleted';
  return shift(subUnitId, how, name.includes('row') ? 'rows' : 'columns', toArea(range), true);
}

/** Whether this mutation is a further part of the shift that the one before it is a part of. */
export function isFurtherPart(mutation: Mutation, before: Mutation | undefined): boolean {
  return mutation.partOf !== undefined && mutation.partOf.number === before?.partOf?.number;
}

/** The rows by which a table grew at its end: they are new, and two authors who add rows each have their own. */
export function tableGrowth({ id, params, before }: Mutation): { sheetId: string; area: Area } | null {
  const { config, subUnitId = '' } = params as Params;
  const after = config?.updateRange?.newRange;
  if (id !== SET_TABLE || before === undefined || after === undefined || after.endRow <= before.endRow) {
    return null;
  }
  const area = { ...toArea(after), row: before.endRow + 1, rowCount: after.endRow - before.endRow };
  return { sheetId: subUnitId, area };
}

function writtenAreas({ id, params }: Mutation): { sheetId: string; area: Area }[] {
  const { subUnitId = '', cellValue, range, from, to, fromRange, toRange } = params as Params;
  if (id === 'sheet.mutation.move-range') {
    return [
      { sheetId: from?.subUnitId ?? subUnitId, range: fromRange },
      { sheetId: to?.subUnitId ?? subUnitId, range: toRange },
    ].flatMap((side) => (side.range ? [{ sheetId: side.sheetId, area: toArea(side.range) }] : []));
  }
  if (id === 'sheet.mutation.reorder-range') {
    return range ? [{ sheetId: subUnitId, area: toArea(range) }] : [];
  }
  return id === 'sheet.mutation.set-range-values'
    ? cellAreas(cellValue ?? {}).map((area) => ({ sheetId: subUnitId, area }))
    : [];
}

function cellAreas(cellValue: NonNullable<Params['cellValue']>): Area[] {
  const cells = Object.entries(cellValue).flatMap(([row, patches]) =>
    Object.entries(patches ?? {})
      .filter(([, patch]) => hasContent(patch))
      .map(([column]) => ({ row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 })),
  );
  if (cells.length <= MOST_SINGLE_CELLS) {
    return cells;
  }
  const [top, bottom] = extent(cells.map(({ row }) => row));
  const [left, right] = extent(cells.map(({ column }) => column));
  return [{ row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 }];
}

/** What a mutation writes into cells: `A1: "text"`. */
export function writtenTexts({ id, params }: Mutation): string[] {
  const { cellValue = {} } = id === 'sheet.mutation.set-range-values' ? (params as Params) : {};
  return Object.entries(cellValue).flatMap(([row, patches]) =>
    Object.entries(patches ?? {}).flatMap(([column, patch]) => {
      const { v, f } = (patch ?? {}) as { v?: unknown; f?: unknown };
      const text = String(f ?? v ?? '');
      return text === '' ? [] : [`${formatArea(cellArea(Number(row), Number(column)))}: "${text}"`];
    }),
  );
}

function extent(numbers: readonly number[]): [number, number] {
  return numbers.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -1]);
}

/** What a unit of changes does to the places of cells, in order. */
export function stepsOf(mutations: readonly Mutation[]): Step[] {
  const steps: Step[] = [];
  mutations.forEach((mutation, index) => {
    if (mutation.partOf !== undefined) {
      if (!isFurtherPart(mutation, mutations[index - 1])) {
        steps.push({ kind: 'shift', shift: mutation.partOf });
      }
      return;
    }
    const moved = mutationShift(mutation);
    if (moved !== null) {
      steps.push({ kind: 'shift', shift: moved });
    }
    const grown = tableGrowth(mutation);
    if (grown !== null && !steps.some((step) => makesRoom(step, grown))) {
      steps.push({ kind: 'grown', ...grown });
    }
    steps.push(...writtenAreas(mutation).map((written): Step => ({ kind: 'written', ...written })));
  });
  return steps;
}

/** Whether cells were moved away for the rows that a table then got: these rows have moved what was there, and were not blank ones. */
function makesRoom(step: Step, { sheetId, area }: { sheetId: string; area: Area }): boolean {
  return (
    step.kind === 'shift' &&
    step.shift.sheetId === sheetId &&
    step.shift.how === 'inserted' &&
    step.shift.what === 'rows' &&
    step.shift.at >= area.row - 1 &&
    step.shift.at <= area.row
  );
}
