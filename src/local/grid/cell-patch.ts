/**
 * What is done to a cell, as the grid's mutations have it.
 */
/** Whether what is done to a cell changes more than its look; null empties it. */
export function hasContent(patch: unknown): boolean {
  return (
    patch === null || (typeof patch === 'object' && ('v' in patch || 'f' in patch || 'si' in patch || 'p' in patch))
  );
}
