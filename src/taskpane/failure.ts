import { PaneFailure } from './services';

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
