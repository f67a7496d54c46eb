/** Whether a value or a shown text is what Excel gives while a cell waits for its figure. */
export function isBusy(shown: unknown): boolean {
  return typeof shown === 'string' && /^#(?:BUSY!|GETTING_DATA)/.test(shown);
}
