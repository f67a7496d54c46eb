import { CellError, plainMatrix, type CellInput } from '../../../src/functions/call/cell-input';
import { HostError, withHostErrors } from './host-errors';

const only = (value: unknown): CellInput | undefined => plainMatrix(value)[0]?.[0];
const errorCode = (value: unknown): string | null => {
  const plain = only(value);
  return plain instanceof CellError ? plain.code : null;
};

describe('a blank', () => {
  it.each([
    [null],
    [undefined],
    [''],
    ['  \t'],
    ['\u00a0'],
    [[]],
    [[[]]],
    [[[null]]],
    [[['']]],
    [{ type: 'Empty', basicType: 'Empty', basicValue: '' }],
  ])('is %p', (value) => {
    expect(plainMatrix(value)).toEqual([[null]]);
  });

  it('is neither 0 nor FALSE', () => {
    expect(plainMatrix([[0, false]])).toEqual([[0, false]]);
  });
});

describe('a value', () => {
  it.each([
    ['text keeps its spaces, which a message shows', ' Acme ', ' Acme '],
    ['a number', 1e-10, 1e-10],
    ['a truth value', true, true],
    [
      'a number that carries a format',
      { type: 'FormattedNumber', basicType: 'Double', basicValue: 45597, numberFormat: 'yyyy-mm' },
      45597,
    ],
    ['a number that carries a format and is 0', { type: 'FormattedNumber', basicValue: 0, numberFormat: '0%' }, 0],
    ['a truth value as a data type', { type: 'Boolean', basicType: 'Boolean', basicValue: false }, false],
    ['text as a data type', { type: 'String', basicType: 'String', basicValue: 'Acme' }, 'Acme'],
    [
      'a card, for which its text stands',
      { type: 'Entity', text: 'Acme', basicType: 'Error', basicValue: '#VALUE!' },
      'Acme',
    ],
    ['a card without text', { type: 'Entity', text: ' ', basicType: 'Error', basicValue: '#VALUE!' }, null],
  ])('may be %s', (_, value, expected) => {
    expect(only(value)).toBe(expected);
    expect(only([[value]])).toBe(expected);
  });
});

describe('an error', () => {
  it.each([
    ['as the runtime gives it', { type: 'CustomFunctionError', code: '#REF!' }, '#REF!'],
    ['as a data type', { type: 'Error', basicType: 'Error', basicValue: '#DIV/0!', errorType: 'Div0' }, '#DIV/0!'],
    ['without a code', { type: 'Error' }, '#VALUE!'],
    [
      'as a picture, which calculates as one',
      { type: 'WebImage', basicType: 'Error', basicValue: '#VALUE!', address: 'https://example.com/a.png' },
      '#VALUE!',
    ],
    ['as an array in a cell', { type: 'Array', basicType: 'Array', elements: [], basicValue: [['Acme']] }, '#VALUE!'],
    ['as something unknown', {}, '#VALUE!'],
    ['as an array within a row', ['Acme'], '#VALUE!'],
  ])('is read %s', (_, value, code) => {
    expect(errorCode([[value]])).toBe(code);
  });

  it("is read as one of the host's class, and kept as it came", () => {
    withHostErrors(() => {
      const original = new HostError('#NUM!');
      expect(only(original)).toEqual(new CellError('#NUM!', original));
    });
  });

  it('is no text that looks like one', () => {
    expect(only('#REF!')).toBe('#REF!');
  });
});

describe('a range', () => {
  it('keeps its rows and columns', () => {
    expect(
      plainMatrix([
        ['a', ''],
        [0, null],
      ]),
    ).toEqual([
      ['a', null],
      [0, null],
    ]);
  });

  it('may come as one row that is not wrapped: each value is a row', () => {
    expect(plainMatrix(['a', 'b'])).toEqual([['a'], ['b']]);
  });
});
