import { FunctionNames } from '../../../../../src/local/files/xlsx/formula/function-names';
import { isWellFormed } from '../../../../../src/local/files/xlsx/formula/well-formed';
import { formulaText, formulaTokens } from '../../../../../src/formats/formula/tokens';
import { readFormula } from '../../../../../src/local/files/xlsx/formula/read-formula';
import { shiftFormula } from '../../../../../src/local/files/xlsx/formula/shared-formula';
import { writtenFormula } from '../../../../../src/local/files/xlsx/formula/written-formula';
import { FUNCTIONS } from '../contents';

const names = new FunctionNames(FUNCTIONS);
const inFile = (formula: string, table: string | null = null): string | undefined =>
  writtenFormula(formula, names, table)?.text;

describe('the text of a formula in a file', () => {
  it.each([
    ['=AISPEND("ByteDance")', '_xldudf_AISPEND("ByteDance")'],
    ['=aispend("a")', '_xldudf_AISPEND("a")'],
    ['=CONTOSO.ADD(1,2)', '_xldudf_CONTOSO_ADD(1,2)'],
    ['="AISPEND("&AISPEND("AISPEND(1)")', '"AISPEND("&_xldudf_AISPEND("AISPEND(1)")'],
    ["='AISPEND('!A1", "'AISPEND('!A1"],
    ['=Rates[AISPEND(x)]', 'Rates[AISPEND(x)]'],
    ['=IFERROR(AISPEND(A1),0)', 'IFERROR(_xldudf_AISPEND(A1),0)'],
    ['=SORT(FILTER(A1:A9,A1:A9>1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>1))'],
    ['=STDEV.S(A1:A3)', '_xlfn.STDEV.S(A1:A3)'],
    ['=LET(x,1,x+1)', '_xlfn.LET(_xlpm.x,1,_xlpm.x+1)'],
    ['=SUM(B2#)', 'SUM(_xlfn.ANCHORARRAY(B2))'],
    ["='a b'!B2#*2", "_xlfn.ANCHORARRAY('a b'!B2)*2"],
    ['=Rates[@Rate]', 'Rates[[#This Row],[Rate]]'],
    ['=Rates[@[Units per EUR]]', 'Rates[[#This Row],[Units per EUR]]'],
  ])('%s is stored as %s, and read back', (formula, text) => {
    expect(inFile(formula)).toBe(text);
    const shown = readFormula(text, names);
    expect(inFile(shown ?? '')).toBe(text);
  });

  it('a row of its own table is named by the table', () => {
    expect(inFile('=[@Rate]*2', 'Rates')).toBe('Rates[[#This Row],[Rate]]*2');
    expect(inFile('=[@Rate]*2')).toBeUndefined();
  });

  it.each([
    '=1+',
    '=',
    '=(1',
    '=1)',
    '="a',
    '=SUM(1,,',
    '={1,2',
    '=1 2',
    '=A1 B1 +',
    '=SUM(1;2)',
    "='a!A1",
    '=[x',
    '=*1',
    '=A1]',
    '=§',
  ])('%s is no formula for Excel', (formula) => expect(writtenFormula(formula, names, null)).toBeNull());

  it('one that is cut down to one cell by @ is stored in the old form, which says the same', () => {
    expect(writtenFormula('=@A1:A3*2', names, null)).toEqual({ text: 'A1:A3*2', isDynamic: false });
  });

  it.each([
    ['=@AISPEND("a")', '_xlfn.SINGLE(_xldudf_AISPEND("a"))'],
    ['=@A1:A3*SUM(B1:B3*2)', '_xlfn.SINGLE(A1:A3)*SUM(B1:B3*2)'],
    ['=@INDEX(A1:A3,1)', '_xlfn.SINGLE(INDEX(A1:A3,1))'],
  ])('%s, which the old form does not say, is stored as %s', (formula, text) => {
    expect(writtenFormula(formula, names, null)).toEqual({ text, isDynamic: true });
    expect(readFormula(text, names)).toBe(formula);
  });

  it.each([
    ['=LET(x,M1,x*2)', '_xlfn.LET(_xlpm.x,M1,_xlpm.x*2)'],
    ['=LET(x,Rate,y,x,y+x)+x', '_xlfn.LET(_xlpm.x,Rate,_xlpm.y,_xlpm.x,_xlpm.y+_xlpm.x)+x'],
    ['=LAMBDA(a,b,a+b)(1,c)', '_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b)(1,c)'],
    ['=LET(f,LAMBDA(x,x*2),f(3)+x)', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2),_xlpm.f(3)+x)'],
    ['=LET(x,1,Sheet1!x+x)', '_xlfn.LET(_xlpm.x,1,Sheet1!x+_xlpm.x)'],
    ['=LET( x , 1 , X )', '_xlfn.LET( _xlpm.x , 1 , _xlpm.X )'],
    ['=MAP(A1:A3,LAMBDA(v,v+M1))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+M1))'],
  ])('of %s only the parameters are stored as such', (formula, text) => {
    expect(inFile(formula)).toBe(text);
    expect(readFormula(text, names)).toBe(formula);
  });

  it('one longer than Excel takes is none', () => expect(inFile(`=${'1+'.repeat(5000)}1`)).toBeUndefined());

  it.each([
    '1',
    '-1%',
    'SUM()',
    'SUM(1,,2)',
    '(A1:B2,C3)',
    'A1:B2 B1:C3',
    '{1,2;3,"a"}',
    'A:A',
    '$1:3',
    '#REF!+1',
    'Sheet1!A1',
    "'it''s'!A1",
    '2024!A1',
    'T[[#All],[a]:[b]]',
    'IF(TRUE,"",1)',
    '1.5e-3',
    '+A1',
    '--A1',
    'LAMBDA(x,x)(1)',
  ])('%s is one', (text) => {
    const tokens = formulaTokens(text);
    expect(tokens && formulaText(tokens)).toBe(text);
    expect(tokens && isWellFormed(tokens)).toBe(true);
  });
});

describe('the form of a formula in a file', () => {
  it.each([
    '=1+1',
    '=A1*2',
    '=SUM(A1:A3)',
    '=SUM(A1:A3,Rates[Rate])/2',
    '=IF(A1>0,"a","b")',
    '=ROUND(AVERAGE(B:B),2)',
    '=TODAY()',
  ])('%s is plain', (formula) => expect(writtenFormula(formula, names, null)?.isDynamic).toBe(false));

  it.each([
    '=AISPEND("a")',
    '=IFERROR(AISPEND("a"),0)',
    '=A1:A3',
    '=A1:A3*2',
    '=SUM(A1:A3*B1:B3)',
    '=SUM((A1:A3)*2)',
    '=Spent*2',
    '=Rates[Rate]',
    '={1,2}',
    '=SEQUENCE(3)',
    '=SUM(A1:A3)*A1:A3',
    '=SUMIF(A:A,D1:D3,B:B)',
    '=B2#',
  ])('%s may not be cut down to one cell', (formula) =>
    expect(writtenFormula(formula, names, null)?.isDynamic).toBe(true),
  );
});

describe('a formula read from a file', () => {
  it.each([
    ['_xldudf_AISPEND("a")', '=AISPEND("a")'],
    ['_xldudf_CONTOSO_ADD(1,2)', '=CONTOSO.ADD(1,2)'],
    ['_xldudf_OTHER_FN(1)', '=OTHER_FN(1)'],
    ["'C:\\x\\FUNCRES.XLAM'!_xldudf_AISPEND(1)", '=AISPEND(1)'],
    ['[2]!_xldudf_AISPEND(1)', '=AISPEND(1)'],
    ['_xlfn._xlws.SORT(A1:A2)', '=SORT(A1:A2)'],
    ['_xlfn.LET(_xlpm.x,1,_xlpm.x)', '=LET(x,1,x)'],
    ['SUM(_xlfn.ANCHORARRAY(Sheet1!B2))', '=SUM(Sheet1!B2#)'],
    ['"_xldudf_AISPEND("', '="_xldudf_AISPEND("'],
  ])('%s is %s', (text, formula) => expect(readFormula(text, names)).toBe(formula));

  it.each(['[1]Sheet1!A1', "'[1]Sheet 1'!A1+1", '[2]!Rate*2', "SUM('[2]a b'!A1:B2)"])(
    '%s looks into another workbook: it stays where the file has its link, and is none without',
    (text) => {
      const formula = readFormula(text, names);
      expect(formula).toBe(`=${text}`);
      expect(writtenFormula(formula, names, null, 2)?.text).toBe(text);
      expect(writtenFormula(formula, names, null)).toBeNull();
    },
  );

  it.each([
    ['A7:J7*B15', '=@A7:J7*B15'],
    ['A1:A9', '=@A1:A9'],
    ['SUM(A1:A3*2)', '=SUM(@A1:A3*2)'],
    ['ABS(A1:A3)', '=ABS(@A1:A3)'],
    ['-Sheet1!$A:$A', '=-@Sheet1!$A:$A'],
    ['Rates[Rate]*2', '=@Rates[Rate]*2'],
    ['1:3', '=@1:3'],
    ['SUM(A1:A3)', '=SUM(A1:A3)'],
    ['SUMPRODUCT((A1:A3>1)*B1:B3)', '=SUMPRODUCT((A1:A3>1)*B1:B3)'],
    ['Rates[[#This Row],[Rate]]*2', '=Rates[[#This Row],[Rate]]*2'],
    ['VLOOKUP(A1,B:C,2)', '=VLOOKUP(A1,B:C,2)'],
    ['A1:B2 B1:C3', '=A1:B2 B1:C3'],
    ['2*3', '=2*3'],
  ])('%s of before dynamic arrays is shown as %s, and stored as it was', (text, formula) => {
    expect(readFormula(text, names, true)).toBe(formula);
    expect(writtenFormula(formula, names, null)?.text).toBe(text);
  });
});

describe('a shared formula', () => {
  it.each([
    ['A1*2', 1, 0, 'A2*2'],
    ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
    ['SUM(A:A)+SUM(1:2)', 1, 1, 'SUM(B:B)+SUM(2:3)'],
    ['SUM($A:B,$1:2)', 1, 1, 'SUM($A:C,$1:3)'],
    ['\'A1\'!A1&"A1"&Rates[A1]&LOG10(A1)', 1, 0, '\'A1\'!A2&"A1"&Rates[A1]&LOG10(A2)'],
    ['A1', -1, 0, '#REF!'],
    ['A1', 0, -1, '#REF!'],
    ['XFD1048576', 1, 0, '#REF!'],
    ['A1:B2', 3, 0, 'A4:B5'],
    ['1.5+10', 1, 1, '1.5+10'],
    ['Total+x', 1, 1, 'Total+x'],
  ])('%s moved by %i and %i is %s', (text, rows, columns, moved) =>
    expect(shiftFormula(text, rows, columns)).toBe(moved),
  );
});
