/**
 * A failure that the user can read: each part is a sentence. `editing` is not a fault: Excel takes no order while
 * a cell is being edited, and the action has only to be asked for again. `written`: the workbook may be another than before, so that
 * a cancel no longer means that nothing was done.
 */
export class PaneFailure extends Error {
  constructor(
    readonly what: string,
    readonly why: string,
    readonly next: string,
    readonly kind: 'failed' | 'editing' | 'written' = 'failed',
  ) {
    super([what, why, next].filter(Boolean).join(' '));
    this.name = 'PaneFailure';
  }
}

/** Any thrown value as a failure that can be shown. One that nobody foresaw goes to the console as well, with its stack. */
export function asFailure(thrown: unknown): PaneFailure {
  if (thrown instanceof PaneFailure) {
    return thrown;
  }
  console.error(thrown);
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new PaneFailure(
    'AI Spend met an error it did not expect.',
    why.endsWith('.') ? why : `${why}.`,
    'Try again; if it happens again, report it with this message.',
  );
}
