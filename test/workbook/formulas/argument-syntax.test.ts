// Says which functions are ours.
import '../../../src/functions/family/family';
import { readArgument } from '../../../src/workbook/formulas/argument-syntax';

test.each([
  ['"a ""b"""', 'a "b"'],
  ['2024', 2024],
  ['1.5e3', 1500],
  ['8%', 0.08],
  ['.5', 0.5],
  ['true', true],
  ['#N/A', { error: '#N/A' }],
])('%s is the constant %j', (text, value) => {
  expect(readArgument(text)).toEqual({ kind: 'constant', value });
});

test('nothing but blanks is an omitted argument', () => {
  expect(readArgument(' ')).toEqual({ kind: 'omitted' });
});

test('a minus stands before a number, a reference or a call', () => {
  expect(readArgument('-5')).toEqual({ kind: 'negative', of: { kind: 'constant', value: 5 } });
  expect(readArgument('-B2')).toMatchObject({ kind: 'negative', of: { kind: 'reference', cells: 'B2' } });
});

test.each([
  [
    '{1,2;3,-4}',
    [
      [1, 2],
      [3, -4],
    ],
  ],
  ['{"a,b";"c;""d"""}', [['a,b'], ['c;"d"']]],
  ['{TRUE, #REF!}', [[true, { error: '#REF!' }]]],
])('%s is an array', (text, rows) => {
  expect(readArgument(text)).toEqual({ kind: 'array', rows });
});

test.each([
  ['a1', null, 'A1'],
  ['$A$1:B3', null, 'A1:B3'],
  ['Sheet1!A1', 'Sheet1', 'A1'],
  [`'It''s, new'!$C:$C`, `It's, new`, 'C:C'],
  ['2:4', null, '2:4'],
])('%s is a reference', (text, sheet, cells) => {
  expect(readArgument(text)).toEqual({ kind: 'reference', sheet, cells });
});

test('names, tables and their columns', () => {
  expect(readArgument('Costs_2024')).toEqual({ kind: 'name', sheet: null, name: 'Costs_2024' });
  expect(readArgument('Sales[Net amount]')).toEqual({
    kind: 'column',
    table: 'Sales',
    column: 'Net amount',
    thisRow: false,
  });
  expect(readArgument('[@Client]')).toEqual({ kind: 'column', table: null, column: 'Client', thisRow: true });
  expect(readArgument('Sales[@[Net amount]]')).toEqual({
    kind: 'column',
    table: 'Sales',
    column: 'Net amount',
    thisRow: true,
  });
  expect(readArgument('Sales[[#This Row],[Client]]')).toEqual({
    kind: 'column',
    table: 'Sales',
    column: 'Client',
    thisRow: true,
  });
});

test('a call of ours is taken whole', () => {
  expect(readArgument('AISPEND("a,b",B1)')).toMatchObject({ kind: 'call', call: { functionName: 'AISPEND' } });
});

test.each([
  'A1&B1',
  'AISPEND("a")*2',
  'IF(A1,1,2)',
  'A1#',
  '2*3',
  '"a"&"b"',
  `'[Book1.xlsx]Sheet1'!A1`,
  'Sales[[#All],[Client]]',
  '--',
  '{A1}',
])('%s is a formula of its own', (text) => {
  expect(readArgument(text)).toEqual({ kind: 'formula' });
});
