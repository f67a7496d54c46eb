/** The functions of this add-in, by name. Only their declarations know them, in a room above this one, which hands them down. */
let names: readonly string[] = [];

/** Says, once and before any formula is looked at, which functions are ours. */
export function nameOurFunctions(functions: readonly string[]): void {
  names = functions;
}

/** A pattern in which the names of our functions stand, as alternatives; made when it is first asked for. */
export function patternOfOurs(make: (alternatives: string) => RegExp): () => RegExp {
  let pattern: RegExp | null = null;
  return () => {
    if (names.length === 0) {
      throw new Error('Nothing has said which functions are ours: call nameOurFunctions first.');
    }
    pattern ??= make(names.join('|'));
    return pattern;
  };
}

/** A call of one of our functions in a formula, also in the form in which Excel stores it (`_xldudf_AISPEND`). */
const call = patternOfOurs((ours) => new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:_xldudf_)?(?:${ours})\s*\(`, 'iu'));

/** Whether a cell's formula calls one of our functions. Text in quotes does not count. */
export function callsOurFunctions(formula: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && call().test(formula.replace(/"[^"]*"/g, '""'));
}
