/** The functions of this add-in, by name. Tested against the metadata, so that none is forgotten. */
export const OUR_FUNCTIONS = [
  'AICLIENTS',
  'AICONCENTRATION',
  'AIFX',
  'AIREVENUE',
  'AIROI',
  'AISOURCE',
  'AISPEND',
  'AITREND',
  'REVSHARE',
] as const;

/** A call of one of our functions in a formula, also in the form in which Excel stores it (`_xldudf_AISPEND`). */
const CALL = new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:_xldudf_)?(?:${OUR_FUNCTIONS.join('|')})\s*\(`, 'iu');

/** Whether a cell's formula calls one of our functions. Text in quotes does not count. */
export function callsOurFunctions(formula: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && CALL.test(formula.replace(/"[^"]*"/g, '""'));
}
