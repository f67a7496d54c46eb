/** The error values that our functions give. Excel shows a message only on `#N/A` and `#VALUE!`. */
export type ErrorCode = '#N/A' | '#VALUE!' | '#DIV/0!' | '#NUM!';

/** What would mend a problem, for a button that does it. */
export type Remedy =
  | { readonly kind: 'use-name'; readonly written: string; readonly name: string }
  | { readonly kind: 'load-reference-data' }
  | { readonly kind: 'go-to-row'; readonly table: string; readonly row: number }
  /** Rows that stand against one another: the user decides which of them are to count. */
  | { readonly kind: 'settle-rows'; readonly rows: readonly NamedRow[] };

/** A row of a table, as the sheet numbers it. */
export interface NamedRow {
  readonly table: 'AIClients' | 'AIRevenue';
  readonly row: number;
}

/** The way to mend what rows that stand against one another keep from being a figure. */
export function settleRows(
  table: NamedRow['table'],
  rows: readonly { readonly row: number }[],
  revenues: typeof rows = [],
): Remedy {
  const named = (of: NamedRow['table'], which: typeof rows): NamedRow[] => which.map(({ row }) => ({ table: of, row }));
  return { kind: 'settle-rows', rows: [...named(table, rows), ...named('AIRevenue', revenues)] };
}

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

/** What `ask` gives; the Problem if one stands in the way. */
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
