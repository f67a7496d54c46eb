import { evaluatedFormula, missingParentheses, type FormulaTable } from '../../../src/local/grid/evaluated-formula';

const CLIENTS: FormulaTable = {
  name: 'AIClients',
  sheetId: 'one',
  firstRow: 0,
  lastRow: 3,
  firstColumn: 0,
  lastColumn: 2,
  columns: ['Client', 'Spend', "Rate [EUR] '#1"],
};
const inRow = (row: number, column = 7, sheetId = 'one') => ({ sheetId, row, column });
const evaluated = (formula: string, cell = inRow(2)): string => evaluatedFormula(formula, cell, [CLIENTS]);

describe('@ in a formula', () => {
  it.each([
    ['=@A1:A9', '=SINGLE(A1:A9)'],
    ['=-@A1:A9%', '=-SINGLE(A1:A9)%'],
    ['=@SUM({1,2})*2', '=SINGLE(SUM({1,2}))*2'],
    ["=1+@'a b'!A1:A9+2", "=1+SINGLE('a b'!A1:A9)+2"],
    ['=@B2#', '=SINGLE(B2#)'],
    ['=@Rates', '=SINGLE(Rates)'],
    ['=@(A1:A9,B1)', '=SINGLE((A1:A9,B1))'],
    ['=@ A1', '=SINGLE(A1)'],
    ['=SUM(@A:A,@B:B)', '=SUM(SINGLE(A:A),SINGLE(B:B))'],
    ['=@IF(@A1:A3>1,@B1:B3,2)', '=SINGLE(IF(SINGLE(A1:A3)>1,SINGLE(B1:B3),2))'],
    ['=@AIClients[Spend]', '=SINGLE(AIClients[Spend])'],
    ['=@INDEX(A1:A3,1):INDEX(A1:A3,2)', '=SINGLE(INDEX(A1:A3,1):INDEX(A1:A3,2))'],
    ['="a@b"&A1', '="a@b"&A1'],
  ])('%s cuts down its whole operand, and nothing else', (formula, expected) => {
    expect(evaluated(formula)).toBe(expected);
  });

  it('without an operand leaves what no formula is', () => {
    expect(evaluated('=@')).toBe('=');
    expect(evaluated('=@"a')).toBe('=@"a');
  });
});

describe('a reference to a table', () => {
  it.each([
    ['=AIClients[@Spend]', '=AIClients[[#This Row],[Spend]]'],
    ['=aiclients[@spend]', '=AIClients[[#This Row],[Spend]]'],
    ['=AIClients[@[Client]:[Spend]]', '=AIClients[[#This Row],[Client]:[Spend]]'],
    ['=AIClients[@]', '=AIClients[#This Row]'],
    ['=AIClients[[#Headers],[Spend]]', '=AIClients[[#Headers],[Spend]]'],
    ['=SUM(AIClients[Spend])', '=SUM(AIClients[Spend])'],
    ["=AIClients[Rate '[EUR'] '''#1]", "=AIClients[Rate '[EUR'] '''#1]"],
  ])('%s is written out', (formula, expected) => expect(evaluated(formula)).toBe(expected));

  it('without a name is one to the table that the cell stands in', () => {
    expect(evaluated('=[@Spend]*2', inRow(1, 1))).toBe('=AIClients[[#This Row],[Spend]]*2');
    expect(evaluated('=SUM([Spend])', inRow(1, 1))).toBe('=SUM(AIClients[Spend])');
    expect(evaluated('=[@Spend]', inRow(9, 1))).toBe('=[@Spend]');
  });

  it('to its row is an error beside no row of it: on another sheet, at its headers, below it', () => {
    const elsewhere = [inRow(2, 7, 'two'), inRow(0), inRow(4)];
    expect(elsewhere.map((cell) => evaluated('=AIClients[@Spend]', cell))).toEqual(
      Array.from(elsewhere, () => '=#VALUE!'),
    );
  });

  it('to a column or a row of totals that is not there is #REF!, and never another column', () => {
    expect(evaluated('=SUM(AIClients[Nope])')).toBe('=SUM(#REF!)');
    expect(evaluated('=AIClients[[#Totals],[Spend]]')).toBe('=#REF!');
  });

  it('that nobody knows stays as it is', () => expect(evaluated('=SUM(Other[x])')).toBe('=SUM(Other[x])'));
});

describe('the parentheses that a formula lacks', () => {
  it.each([
    ['=SUM(A1', 1],
    ['=SUM(IF(A1,2', 2],
    ['=@A1:A3', 0],
    ['=-@A1:A3', 0],
    ['=SUM(A1)', 0],
    ['=A1)', 0],
    ['="(', 0],
    ['=LEN("(")', 0],
  ])('%s lacks %s', (formula, count) => expect(missingParentheses(formula)).toBe(count));
});
