/**
 * What is done to a cell, as the grid's mutations have it.
 */
const CONTENT_KEYS = ['v', 'f', 'si', 'p'] as const;

/** Whether what is done to a cell changes more than its look; null empties it. */
export function hasContent(patch: unknown): boolean {
  return patch === null || (typeof patch === 'object' && CONTENT_KEYS.some((key) => key in patch));
}
