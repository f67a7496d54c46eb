/** The error values that our functions give. Excel shows a message only on `#N/A` and `#VALUE!`. */
export type ErrorCode = '#N/A' | '#VALUE!' | '#DIV/0!' | '#NUM!';

/** What would mend a problem, for a button that does it. */
export type Remedy =
  | { readonly kind: 'use-name'; readonly written: string; readonly name: string }
  | { readonly kind: 'load-reference-data' }
  | { readonly kind: 'go-to-row'; readonly table: string; readonly row: number };

/** Why there is no figure: an error value of Excel's, a message that says what to do, and the next step where one is known. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly remedy: Remedy | null = null,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** What `ask` gives; the Problem where one stands in the way. */
export function orProblem<T>(ask: () => T): T | Problem {
  try {
    return ask();
  } catch (problem) {
    if (problem instanceof Problem) {
      return problem;
    }
    throw problem;
  }
}
