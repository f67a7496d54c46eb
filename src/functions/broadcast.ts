import { messages } from '../domain/messages/messages';
import { Problem } from '../domain/messages/problem';
import type { CellInput, Matrix } from './cell-input';

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The shape of the result of a function that is called once for each element of its arguments: that of the ranges,
 * or, for a row against a column, the table they span. A single value goes with every element.
 *
 * @throws Problem `#VALUE!` for ranges that do not fit together
 */
export function commonShape(functionName: string, matrices: readonly Matrix[]): Shape {
  let rows = 1;
  let columns = 1;
  for (const matrix of matrices) {
    const shape = shapeOf(matrix);
    const fits =
      (rows === 1 || shape.rows === 1 || rows === shape.rows) &&
      (columns === 1 || shape.columns === 1 || columns === shape.columns);
    if (!fits) {
      const ranges = matrices.map(shapeOf).filter((other) => !isOne(other));
      throw new Problem(
        '#VALUE!',
        messages.shapesDiffer(
          functionName,
          ranges.map((other) => `${other.rows} x ${other.columns}`),
        ),
      );
    }
    rows = Math.max(rows, shape.rows);
    columns = Math.max(columns, shape.columns);
  }
  return { rows, columns };
}

/** The element of `matrix` that goes with the result's cell at `row` and `column`, both from 0. */
export function elementAt(matrix: Matrix, row: number, column: number): CellInput {
  const line = matrix[matrix.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column] ?? null;
}

export function shapeOf(matrix: Matrix): Shape {
  return { rows: matrix.length, columns: matrix[0]?.length ?? 0 };
}

export function isOne(shape: Shape): boolean {
  return shape.rows === 1 && shape.columns === 1;
}
