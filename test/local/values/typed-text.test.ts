import { readTypedText } from '../../../src/local/values/typed-text';

const noFurther = (): null => null;

test.each([
  ['', { kind: 'blank' }],
  ['=1+1', { kind: 'formula', formula: '=1+1' }],
  ['=', { kind: 'text', text: '=' }],
  ['007', { kind: 'number', number: 7, numberFormat: null }],
  ['-1.5e3', { kind: 'number', number: -1500, numberFormat: null }],
  ['12%', { kind: 'number', number: 0.12, numberFormat: '0%' }],
  ['7%', { kind: 'number', number: 0.07, numberFormat: '0%' }],
  ['2.5 %', { kind: 'number', number: 0.025, numberFormat: '0.00%' }],
  ['1,234.50', { kind: 'number', number: 1234.5, numberFormat: '#,##0.00' }],
  ['2025-01-02', { kind: 'number', number: 45_659, numberFormat: 'yyyy-mm-dd' }],
  ['2025-02-30', { kind: 'text', text: '2025-02-30' }],
  ['true', { kind: 'boolean', value: true }],
  ['#N/A', { kind: 'error', error: { error: '#N/A' } }],
  ["'=1+1", { kind: 'text', text: '=1+1' }],
  ['ByteDance', { kind: 'text', text: 'ByteDance' }],
])('reads "%s" as Excel does', (text, expected) => {
  expect(readTypedText(text, false, noFurther)).toEqual(expected);
});

test.each(['=1+1', '12%', '007', '2025-01-02', "'quoted"])(
  'leaves "%s" as it is in a cell formatted as text',
  (text) => {
    expect(readTypedText(text, true, noFurther)).toEqual({ kind: 'text', text });
  },
);

test('leaves other spellings to the grid', () => {
  expect(readTypedText('$5', false, (text) => ({ number: Number(text.slice(1)), numberFormat: '$#,##0' }))).toEqual({
    kind: 'number',
    number: 5,
    numberFormat: '$#,##0',
  });
});
