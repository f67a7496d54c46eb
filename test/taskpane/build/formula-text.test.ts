// Says which functions are ours.
import '../../../src/functions/family/family';
import { argumentText, formulaOf, seenFrom } from '../../../src/taskpane/build/formula-text';
import { asShown, ENGLISH_STYLE, type FormulaStyle } from '../../../src/workbook/formulas/formula-style';

const GERMAN: FormulaStyle = { listSeparator: ';', decimalSeparator: ',' };

describe('what is typed becomes an argument', () => {
  test.each([
    ['ByteDance', false, '"ByteDance"'],
    [' Contoso "Nordic" ', false, '"Contoso ""Nordic"""'],
    ['2024', true, '2024'],
    ['2024-11', true, '"2024-11"'],
    ['FY2025', true, '"FY2025"'],
    ['20,000,000', true, '20000000'],
    ['20 000 000.50', true, '20000000.50'],
    ['1,5', true, '"1,5"'],
    ['8%', true, '8%'],
    ['-12.5', true, '-12.5'],
    ['42', false, '"42"'],
    ['= B2', false, 'B2'],
    ["='My Sheet'!A1:A3", true, "'My Sheet'!A1:A3"],
    ['B2:B4', false, 'B2:B4'],
    ["'My ''own'''!A1", false, "'My ''own'''!A1"],
    ['B2', false, '"B2"'],
    ['FY2024:FY2025', true, '"FY2024:FY2025"'],
    ['2024-01:2024-06', true, '"2024-01:2024-06"'],
    ['  ', true, ''],
  ])('%j (numbers: %s) as %s', (typed, takesNumbers, argument) => {
    expect(argumentText(typed, takesNumbers, ENGLISH_STYLE)).toBe(argument);
  });

  test.each([
    ['1,5', '1.5'],
    ['20.000.000,25', '20000000.25'],
  ])('%j as %s where the comma parts decimals', (typed, argument) => {
    expect(argumentText(typed, true, GERMAN)).toBe(argument);
  });
});

test('a reference goes without the name of the sheet that the formula stands on', () => {
  expect(seenFrom('Sheet1', 'Sheet1!A1:A3')).toBe('A1:A3');
  expect(seenFrom("It's", "'It''s'!A1")).toBe('A1');
  expect(seenFrom('Sheet2', 'Sheet1!A1:A3')).toBe('Sheet1!A1:A3');
  expect(seenFrom('Sheet1', '"Sheet1!A1"')).toBe('"Sheet1!A1"');
});

test('arguments that are not given are omitted at the end and left empty before it', () => {
  expect(formulaOf('AISPEND', ['"ByteDance"', '', '"USD"', ''])).toBe('=AISPEND("ByteDance",,"USD")');
  expect(formulaOf('AICLIENTS', ['', '', '', ''])).toBe('=AICLIENTS()');
});

test('the formula is shown as the host writes it', () => {
  expect(asShown(formulaOf('AIROI', ['1.5', '', '"net"', '8.5%']), GERMAN)).toBe('=AIROI(1,5;;"net";8,5%)');
});
