import { LIMITS } from '../../formats/file/limits';
import type { Cell } from '../../formats/file/text-table';
import type { RowProblem } from './bill-summary';
import { detached } from '../values/cell-text';
import { ROLES, type Role } from '../mapping/mapping';

const LONGEST_VALUE = 200;

/** The first problems of a kind, in the order of lines. */
export interface ProblemList {
  readonly listed: readonly RowProblem[];
  /** Whether no more are listed. */
  readonly isFull: boolean;
  add(line: number, role: Role | null, column: string, cell: Cell, message: (value: string) => string): void;
  /** A row that does not fit the header. */
  addRow(line: number, message: string): void;
}

export function problemList(): ProblemList {
  const listed: RowProblem[] = [];
  return {
    listed,
    get isFull() {
      return listed.length >= LIMITS.problemsListed;
    },
    addRow(line, message) {
      if (listed.length < LIMITS.problemsListed) {
        listed.push({ line, role: null, column: '', value: '', message });
      }
    },
    add(line, role, column, cell, message) {
      if (listed.length >= LIMITS.problemsListed) {
        return;
      }
      const value = detached(String(cell).slice(0, LONGEST_VALUE));
      listed.push({ line, role, column, value, message: message(value) });
    },
  };
}

/** The first problems of all lists by line, one for each row: of several the one that comes first in `ROLES`, the amount before all. */
export function mergedProblems(lists: readonly ProblemList[]): RowProblem[] {
  const byLine = new Map<number, RowProblem>();
  for (const problem of lists.flatMap(({ listed }) => listed)) {
    const known = byLine.get(problem.line);
    if (known === undefined || rank(problem.role) < rank(known.role)) {
      byLine.set(problem.line, problem);
    }
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line).slice(0, LIMITS.problemsListed);
}

function rank(role: Role | null): number {
  return role === null || role === 'amount' ? -1 : ROLES.indexOf(role);
}
