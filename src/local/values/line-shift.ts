/**
 * Where cells are after rows or columns came or went: for an edit that was meant for a workbook which others have changed since.
 */
import type { Area } from '../../formats/xlsx/address';
import type { CellRef } from './cell-ref';

/** Rows or columns that came or went, in whole lines or in a part of them. */
export interface LineShift {
  readonly sheetId: string;
  readonly how: 'inserted' | 'deleted';
  readonly what: 'rows' | 'columns';
  /** The first of the lines. */
  readonly at: number;
  readonly count: number;
  /** Of rows the columns, of columns the rows in which cells moved; null for whole lines. */
  readonly across: { readonly first: number; readonly count: number } | null;
}

/** An edit that other edits are placed against: cells that moved, an area that was written in, or rows that a table got at its end. */
export type Step =
  | { readonly kind: 'shift'; readonly shift: LineShift }
  | { readonly kind: 'written' | 'grown'; readonly sheetId: string; readonly area: Area };

/** The cells that came or went. */
export function shiftedArea({ what, at, count, across }: LineShift, wholeLine: number): Area {
  const { first, count: width } = across ?? { first: 0, count: wholeLine };
  return what === 'rows'
    ? { row: at, column: first, rowCount: count, columnCount: width }
    : { row: first, column: at, rowCount: width, columnCount: count };
}

/** Whether a shift moves cells that lie on this line across it. */
function reaches({ across }: LineShift, line: number): boolean {
  return across === null || (line >= across.first && line < across.first + across.count);
}

/** Where a line is after a shift along it; null if it is gone. */
function movedLine(line: number, { how, at, count }: LineShift): number | null {
  if (how === 'inserted') {
    return line >= at ? line + count : line;
  }
  if (line >= at + count) {
    return line - count;
  }
  return line >= at ? null : line;
}

/** Where a cell is after a shift; null if it is gone. */
export function movedCell(cell: CellRef, shift: LineShift): CellRef | null {
  const [along, across] = shift.what === 'rows' ? [cell.row, cell.column] : [cell.column, cell.row];
  if (cell.sheetId !== shift.sheetId || !reaches(shift, across)) {
    return cell;
  }
  const moved = movedLine(along, shift);
  return moved === null ? null : { ...cell, [shift.what === 'rows' ? 'row' : 'column']: moved };
}

/** A run of lines after a shift along them: what was inserted between them belongs to it, what was deleted does not; null if none is left. */
function movedRun(first: number, count: number, shift: LineShift): { first: number; count: number } | null {
  const { how, at, count: by } = shift;
  if (how === 'inserted') {
    return at <= first ? { first: first + by, count } : { first, count: at < first + count ? count + by : count };
  }
  const gone = Math.max(0, Math.min(first + count, at + by) - Math.max(first, at));
  const before = Math.max(0, Math.min(first, at + by) - Math.min(first, at));
  return gone === count ? null : { first: first - before, count: count - gone };
}

/** An area after a shift; null if nothing is left of it. */
export function movedArea(sheetId: string, area: Area, shift: LineShift): Area | null {
  if (sheetId !== shift.sheetId || !reaches(shift, shift.what === 'rows' ? area.column : area.row)) {
    return area;
  }
  if (shift.what === 'rows') {
    const run = movedRun(area.row, area.rowCount, shift);
    return run && { ...area, row: run.first, rowCount: run.count };
  }
  const run = movedRun(area.column, area.columnCount, shift);
  return run && { ...area, column: run.first, columnCount: run.count };
}

/** The lines of a run that a shift leaves, as runs from the last to the first, so that each can be deleted by its own numbers. */
function runsLeft(shift: LineShift, over: LineShift): LineShift[] {
  const runs: { at: number; count: number }[] = [];
  for (let line = shift.at; line < shift.at + shift.count; line += 1) {
    const moved = movedLine(line, over);
    const last = runs.at(-1);
    if (last && moved === last.at + last.count) {
      last.count += 1;
    } else if (moved !== null) {
      runs.push({ at: moved, count: 1 });
    }
  }
  return runs.reverse().map((run) => ({ ...shift, ...run }));
}

/**
 * A shift as it is to be made after another one, made without it.
 *
 * @param isFirst of two insertions at one place, whether this one's lines stand before the other's
 */
export function movedShift(shift: LineShift, over: LineShift, isFirst: boolean): LineShift[] {
  if (shift.sheetId !== over.sheetId) {
    return [shift];
  }
  if (shift.what !== over.what) {
    if (shift.across === null || !reaches(over, shift.at)) {
      return [shift];
    }
    const across = movedRun(shift.across.first, shift.across.count, over);
    return across ? [{ ...shift, across }] : [];
  }
  if (!reaches(over, shift.across?.first ?? 0)) {
    return [shift];
  }
  if (shift.how === 'deleted') {
    return runsLeft(shift, over);
  }
  const staysBefore = over.how === 'inserted' && over.at === shift.at && isFirst;
  return [staysBefore ? shift : { ...shift, at: movedLine(shift.at, over) ?? over.at }];
}

/** One step made after the other, each way: the others' step after one's own shift, and the own shift after it. */
function crossedPair(step: Step, own: LineShift): [Step[], LineShift[]] {
  if (step.kind !== 'shift') {
    const area = movedArea(step.sheetId, step.area, own);
    return [area ? [{ ...step, area }] : [], [own]];
  }
  const others = movedShift(step.shift, own, true).map((shift): Step => ({ kind: 'shift', shift }));
  return [others, movedShift(own, step.shift, false)];
}

/**
 * Steps of others and one's own shifts, made on the same workbook: what each comes to after all of the other side's. Lines that both
 * inserted at one place stand in the order others, own.
 */
export function crossed(others: readonly Step[], own: readonly LineShift[]): [Step[], LineShift[]] {
  const [shift, ...furtherShifts] = own;
  if (shift === undefined) {
    return [[...others], []];
  }
  const steps: Step[] = [];
  let left: LineShift[] = [shift];
  for (const step of others) {
    const [moved, after] = crossedOne(step, left);
    steps.push(...moved);
    left = after;
  }
  const [moved, further] = crossed(steps, furtherShifts);
  return [moved, [...left, ...further]];
}

/** One step of others, and what has become of one own shift on the way. */
function crossedOne(step: Step, own: readonly LineShift[]): [Step[], LineShift[]] {
  const [shift, ...further] = own;
  if (shift === undefined) {
    return [[step], []];
  }
  const [moved, after] = crossedPair(step, shift);
  const [rest, afterFurther] = crossed(moved, further);
  return [rest, [...after, ...afterFurther]];
}
