import fc from 'fast-check';
import { waitsForItself, type WaitingCells } from '../../../src/local/grid/circles';
import { prepareCall, type Argument } from '../../../src/local/functions/arguments';
import type { FunctionDefinition } from '../../../src/local/functions/definitions';

const at = (row: number) => ({ sheetId: 's', row, column: 0 });

/** Waiting cells of one column, each with the rows that it refers to. */
function waiting(references: readonly (readonly number[])[]): WaitingCells {
  return { referredBy: ({ row }) => (references[row] ?? []).map(at) };
}

it('a cell that refers to itself waits for itself, and so does each cell of a circle; one that leads into it does not', () => {
  expect(waitsForItself(at(0), waiting([[0]]))).toBe(true);
  const circle = waiting([[1], [2], [1]]);
  expect([0, 1, 2].map((row) => waitsForItself(at(row), circle))).toEqual([false, true, true]);
});

it('cells that refer only to those below them never wait for themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 }), (steps) => {
      const references = steps.map((each, row) => each.map((step) => row + 1 + step));
      expect(steps.map((_, row) => waitsForItself(at(row), waiting(references)))).not.toContain(true);
    }),
  );
});

it('what rests on a circle is not calculated: the error is passed on', () => {
  const definition = {
    id: 'F',
    name: 'F',
    takesErrors: true,
    parameters: [{ name: 'x', type: 'any', isMatrix: true, isOptional: false, isRepeating: false }],
  } as unknown as FunctionDefinition;
  const cells = (code: '#CYCLE!' | '#N/A'): Argument => ({ kind: 'cells', rows: [['a', { error: code }]] });
  expect(prepareCall(definition, [cells('#CYCLE!')])).toMatchObject({ kind: 'error', error: { error: '#CYCLE!' } });
  expect(prepareCall(definition, [cells('#N/A')])).toMatchObject({ kind: 'call' });
});
