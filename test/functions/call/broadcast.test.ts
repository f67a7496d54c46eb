import { commonShape, elementAt, isOne, shapeOf } from '../../../src/functions/call/broadcast';
import type { Matrix } from '../../../src/functions/call/cell-input';
import { problemOf } from '../../domain/sample-book';

const range = (rows: number, columns: number): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => `${row},${column}`));

describe('the shape of a result', () => {
  it.each<[[number, number][], [number, number]]>([
    [[], [1, 1]],
    [
      [
        [1, 1],
        [1, 1],
      ],
      [1, 1],
    ],
    [
      [
        [3, 1],
        [1, 1],
      ],
      [3, 1],
    ],
    [
      [
        [3, 2],
        [3, 2],
      ],
      [3, 2],
    ],
    [
      [
        [3, 1],
        [1, 4],
      ],
      [3, 4],
    ],
    [
      [
        [1, 4],
        [3, 1],
      ],
      [3, 4],
    ],
    [
      [
        [3, 4],
        [1, 4],
        [3, 1],
        [1, 1],
      ],
      [3, 4],
    ],
  ])('of ranges of %j is %j', (shapes, [rows, columns]) => {
    expect(
      commonShape(
        'F',
        shapes.map(([r, c]) => range(r, c)),
      ),
    ).toEqual({ rows, columns });
  });

  it.each<[[number, number][], string]>([
    [
      [
        [3, 1],
        [2, 1],
      ],
      '3 x 1 and 2 x 1',
    ],
    [
      [
        [1, 3],
        [1, 2],
      ],
      '1 x 3 and 1 x 2',
    ],
    [
      [
        [2, 2],
        [1, 1],
        [3, 3],
      ],
      '2 x 2 and 3 x 3',
    ],
    [
      [
        [3, 1],
        [1, 4],
        [2, 4],
      ],
      '3 x 1, 1 x 4 and 2 x 4',
    ],
  ])('is none of ranges of %j, and names those', (shapes, named) => {
    expect(
      problemOf(() =>
        commonShape(
          'AISPEND',
          shapes.map(([r, c]) => range(r, c)),
        ),
      ),
    ).toBe(`#VALUE! AISPEND cannot combine ranges of ${named}. Give ranges of one shape, or a row and a column.`);
  });
});

describe('the element that goes with a cell of the result', () => {
  it.each<[string, Matrix, string]>([
    ['a single value with every cell', range(1, 1), '0,0'],
    ['a row with its column', range(1, 4), '0,3'],
    ['a column with its row', range(3, 1), '2,0'],
    ['a table with both', range(3, 4), '2,3'],
  ])('is: %s', (_, matrix, expected) => {
    expect(elementAt(matrix, 2, 3)).toBe(expected);
  });
});

it('a shape is one where it has one cell', () => {
  expect([range(1, 1), range(1, 2), range(2, 1)].map((matrix) => isOne(shapeOf(matrix)))).toEqual([true, false, false]);
});
