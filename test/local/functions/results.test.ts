import { readResult, readResultList } from '../../../src/local/functions/results';

function value(of: unknown): unknown {
  return readResult({ succeeded: true, value: of });
}

test('reads plain values, formatted numbers, entities and errors', () => {
  expect(value(5)).toEqual({ value: 5 });
  expect(value({ type: 'FormattedNumber', basicValue: 5, numberFormat: '0.0%' })).toEqual({
    value: 5,
    numberFormat: '0.0%',
  });
  expect(value({ type: 'Double', basicValue: 5 })).toEqual({ value: 5 });
  expect(value({ type: 'Entity', text: 'ACME', properties: {} })).toEqual({ value: 'ACME' });
  expect(value({ valueType: 'CustomFunctionError', code: '#DIV/0!', type: 'Error' })).toEqual({
    value: { error: '#DIV/0!' },
  });
});

test('a returned null shows as 0, as in Excel; in an array it is a blank', () => {
  expect(value(null)).toEqual({ value: 0 });
  expect(value([[null, 1]])).toEqual([[{ value: null }, { value: 1 }]]);
});

test('ragged rows are filled with #N/A, and nothing at all is #CALC!', () => {
  expect(value([[1, 2], [3]])).toEqual([
    [{ value: 1 }, { value: 2 }],
    [{ value: 3 }, { value: { error: '#N/A' } }],
  ]);
  expect(value([])).toEqual({ value: { error: '#CALC!' } });
});

test.each([
  [1, '#N/A'],
  [5, '#DIV/0!'],
  [6, '#NUM!'],
  [8, '#NULL!'],
  [2, '#VALUE!'],
  [3, '#VALUE!'],
])('failure %i is %s, with its message', (errorCode, error) => {
  expect(readResult({ succeeded: false, message: 'because', errorCode })).toEqual({
    value: { error, message: 'because' },
  });
});

test('a number that is none is #NUM!', () => {
  expect(readResult({ succeeded: false, message: 'NaN', errorCode: 0 })).toEqual({ value: { error: '#NUM!' } });
});

test('reads what the runtime sends', () => {
  expect(
    readResultList([
      [1, true, 5, [0]],
      [2, false, 'no', 1, [0]],
    ]),
  ).toEqual([
    { invocationId: 1, result: { succeeded: true, value: 5 } },
    { invocationId: 2, result: { succeeded: false, message: 'no', errorCode: 1 } },
  ]);
});
