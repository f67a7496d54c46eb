import { prepareCall, type Argument } from '../../../src/local/functions/arguments';
import { readFunctionDefinitions, type FunctionDefinition } from '../../../src/local/functions/definitions';
import type { CellValue } from '../../../src/local/values/cell-value';

function define(parameters: object[], allowErrors = true): FunctionDefinition {
  const [definition] = readFunctionDefinitions(
    JSON.stringify({
      allowErrorForDataTypeAny: allowErrors,
      functions: [{ id: 'F', name: 'f', parameters, result: {} }],
    }),
  );
  if (!definition) {
    throw new Error('no definition');
  }
  return definition;
}

const any = { name: 'x', type: 'any' };
const matrix = { name: 'x', type: 'any', dimensionality: 'matrix' };
const optional = { name: 'y', type: 'any', optional: true };
const omitted: Argument = { kind: 'omitted' };

function value(of: CellValue): Argument {
  return { kind: 'value', value: of };
}

function cells(...rows: CellValue[][]): Argument {
  return { kind: 'cells', rows };
}

test('a matrix parameter gets rows even of a single value, with null for a blank', () => {
  expect(prepareCall(define([matrix]), [value(7)])).toEqual({ kind: 'call', parameters: [[[7]]] });
  expect(prepareCall(define([matrix]), [cells([1, null])])).toEqual({ kind: 'call', parameters: [[[1, null]]] });
});

test('an omitted argument is null', () => {
  expect(prepareCall(define([matrix, optional]), [omitted])).toEqual({ kind: 'call', parameters: [null, null] });
});

test('errors go in where the add-in takes them, and come straight out where not', () => {
  const error = { error: '#REF!' } as const;
  expect(prepareCall(define([matrix]), [cells([error])])).toEqual({
    kind: 'call',
    parameters: [[[{ type: 'CustomFunctionError', code: '#REF!' }]]],
  });
  expect(prepareCall(define([matrix], false), [cells([1, error])])).toEqual({ kind: 'error', error });
  expect(prepareCall(define([{ name: 'n', type: 'number' }]), [value(error)])).toEqual({ kind: 'error', error });
});

test('an argument that is waiting makes the cell wait, even where errors go in', () => {
  expect(prepareCall(define([matrix]), [cells([1], [{ error: '#GETTING_DATA' }])])).toEqual({ kind: 'waiting' });
});

test.each([
  ['number', '12', 12],
  ['number', null, 0],
  ['number', true, 1],
  ['string', 7, '7'],
  ['string', null, ''],
  ['boolean', 'TRUE', true],
  ['boolean', 0, false],
])('a %s parameter gets %p as %p', (type, given, expected) => {
  expect(prepareCall(define([{ name: 'n', type }]), [value(given)])).toEqual({ kind: 'call', parameters: [expected] });
});

test('what cannot be converted is #VALUE!', () => {
  expect(prepareCall(define([{ name: 'n', type: 'number' }]), [value('abc')])).toEqual({
    kind: 'error',
    error: { error: '#VALUE!' },
  });
});

test('scalar parameters given ranges are called for each element, broadcast as Excel does', () => {
  const prepared = prepareCall(define([any, any]), [cells([1], [2]), cells([10, 20])]);
  expect(prepared).toEqual({
    kind: 'lifted',
    calls: [
      [
        { kind: 'call', parameters: [1, 10] },
        { kind: 'call', parameters: [1, 20] },
      ],
      [
        { kind: 'call', parameters: [2, 10] },
        { kind: 'call', parameters: [2, 20] },
      ],
    ],
  });
});

test('a repeating parameter gets all further arguments', () => {
  expect(prepareCall(define([{ ...any, repeating: true }]), [value(1), value(2)])).toEqual({
    kind: 'call',
    parameters: [[1, 2]],
  });
});

test('too many or too few arguments are told', () => {
  expect(prepareCall(define([any]), [value(1), value(2)])).toEqual({
    kind: 'error',
    error: { error: '#VALUE!', message: 'F takes 1 argument at most.' },
  });
  expect(prepareCall(define([any]), [])).toEqual({
    kind: 'error',
    error: { error: '#VALUE!', message: 'F needs the argument x.' },
  });
});
