/**
 * One evaluation of one custom function in one cell: arguments in, a result or "waiting" out.
 */
import { prepareCall, type Argument, type PreparedElement } from './arguments';
import type { CallRecords } from './call-records';
import type { CellRef } from '../values/cell-ref';
import type { FunctionDefinition } from './definitions';
import { isRows, type FunctionResult } from './results';

/** Evaluates a function for a cell; null while a call that it needs is on its way. */
export function evaluate(
  records: CallRecords,
  cell: CellRef,
  definition: FunctionDefinition,
  args: readonly Argument[],
): FunctionResult | null {
  const prepared = prepareCall(definition, args);
  if (prepared.kind === 'waiting') {
    return null;
  }
  if (prepared.kind === 'error') {
    return { value: prepared.error };
  }
  if (prepared.kind === 'call') {
    return records.request(cell, definition, prepared.parameters);
  }
  const element = (item: PreparedElement): FunctionResult | null =>
    item.kind === 'error' ? { value: item.error } : records.request(cell, definition, item.parameters);
  const results = prepared.calls.map((row) => row.map(element));
  if (results.some((row) => row.includes(null))) {
    return null;
  }
  return results.map((row) =>
    row.map((result) =>
      result === null ? { value: null } : isRows(result) ? (result[0]?.[0] ?? { value: null }) : result,
    ),
  );
}
