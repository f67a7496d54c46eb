import { messages } from './messages';
import { Problem } from './problem';

/** A row that cannot be used as it stands. */
export interface Unusable {
  /** As the sheet numbers it. */
  readonly row: number;
  /** What is wrong, with the value. */
  readonly problem: string;
}

/** Why a row stands in the way, and the way to it. */
export function brokenRow(table: string, { row, problem }: Unusable): Problem {
  return new Problem('#VALUE!', messages.brokenRow(table, row, problem), { kind: 'go-to-row', table, row });
}

/** @throws Problem for the first of the rows by its place on the sheet */
export function refuseBroken(table: string, rows: readonly Unusable[]): void {
  const [first] = [...rows].sort((a, b) => a.row - b.row);
  if (first !== undefined) {
    throw brokenRow(table, first);
  }
}
