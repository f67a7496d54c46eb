import fc from 'fast-check';
// Says which functions are ours.
import '../../../src/functions/family/family';
import { callsIn, replacePart } from '../../../src/workbook/formulas/formula-calls';

/** Each call as `NAME|argument|argument`. */
const found = (formula: string): string[] =>
  callsIn(formula).map((call) => [call.functionName, ...call.arguments.map(({ text }) => text)].join('|'));

test.each([
  ['=AISPEND("ByteDance")', ['AISPEND|"ByteDance"']],
  ['=aispend( "ByteDance" ,, "USD" )', ['AISPEND|"ByteDance"||"USD"']],
  ['=_xldudf_AISPEND("ByteDance")', ['AISPEND|"ByteDance"']],
  ['=AICLIENTS()', ['AICLIENTS']],
  ['=AICLIENTS(,2024)', ['AICLIENTS||2024']],
  ['=IFERROR(AISPEND(A1),0)+AISPEND(A2)*2', ['AISPEND|A1', 'AISPEND|A2']],
  [
    '=AIROI(AISPEND("ByteDance","runrate"),,"net")',
    ['AIROI|AISPEND("ByteDance","runrate")||"net"', 'AISPEND|"ByteDance"|"runrate"'],
  ],
  ['=AISPEND(IF(A1>0,B1,"x"),MAX(1,(2)))', ['AISPEND|IF(A1>0,B1,"x")|MAX(1,(2))']],
  ['=AIFX (1,"EUR","USD")', ['AIFX|1|"EUR"|"USD"']],
])('%s has the calls %j', (formula, calls) => {
  expect(found(formula)).toEqual(calls);
});

describe('a call is not found', () => {
  test.each([
    ['in a text', '="AISPEND(""x"")"'],
    ['in the name of a sheet', `='AISPEND(1)'!A1`],
    ['in the name of a column', '=SUM(Sales[AISPEND(1)])'],
    ['in a longer name', '=MYAISPEND(1)+X.AISPEND(1)+AISPENDING(1)'],
    ['in a cell that holds no formula', 'AISPEND(1)'],
    ['where its bracket is not closed', '=AISPEND("a"'],
  ])('%s: %s', (_where, formula) => {
    expect(found(formula)).toEqual([]);
  });
});

describe('a comma does not part the arguments', () => {
  test.each([
    ['in a text', '"a,""b"",c"'],
    ['in an array constant', '{"a,b","c}";1,2}'],
    ['in the name of a sheet', `'Q1, it''s (new)'!A1:B2`],
    ['in a structured reference', 'Sales[[#This Row],[Net, of tax]]'],
    ['after an escaped bracket in a structured reference', "Sales['[a, b]"],
    ['in brackets', '(A1,B1)'],
  ])('%s: %s', (_where, argument) => {
    expect(found(`=1+AISPEND(${argument},"USD")`)).toEqual([`AISPEND|${argument}|"USD"`]);
  });
});

test('the places of calls and arguments are those in the formula', () => {
  const formula = '=1+ _xldudf_AISPEND( A1 ,, "USD")';
  const [call] = callsIn(formula);
  expect(formula.slice(call!.start, call!.end)).toBe('_xldudf_AISPEND( A1 ,, "USD")');
  expect(call!.arguments.map(({ start, end }) => formula.slice(start, end))).toEqual(['A1', '', '"USD"']);
});

test('an argument is replaced where it stands', () => {
  const formula = '=AISPEND("Bytedanse")+AISPEND("Bytedanse")';
  expect(replacePart(formula, callsIn(formula)[1]!.arguments[0]!, '"ByteDance"')).toBe(
    '=AISPEND("Bytedanse")+AISPEND("ByteDance")',
  );
});

test('whatever text stands in an argument, it is found whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (client, period) => {
      const [first, second] = [client, period].map((text) => `"${text.replaceAll('"', '""')}"`);
      expect(found(`=AISPEND(${first},${second})`)).toEqual([`AISPEND|${first}|${second}`]);
    }),
  );
});
