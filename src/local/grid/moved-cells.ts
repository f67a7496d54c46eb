import type { GridChange } from './changes';

/** The sheet whose cells stand elsewhere after a change, or nowhere; null where each stays in its place. */
export function sheetOfMovedCells(change: GridChange): string | null {
  // Without a list of its cells a change of cells has put rows in another order.
  const isReordered = change.kind === 'cells' && change.cells.length === 0;
  const isDeleted = change.kind === 'sheet' && change.how === 'deleted';
  return change.kind === 'moved' || isReordered || isDeleted ? change.sheetId : null;
}
